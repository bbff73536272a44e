"""Join figures that are the two ends of one range: "10 to 15", "between $62 and $68", "> 20 and < 35"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atodds.extract.digits import tidy
from atodds.extract.hedge_rows import hedge_table
from atodds.extract.numerals import Form
from atodds.extract.roles import role_words
from atodds.model.interval import Interval
from atodds.model.quantity import Hedge, Role

if TYPE_CHECKING:
    from atodds.extract.atoms import Atoms
    from atodds.extract.figures import Figure
    from atodds.extract.hedge_rows import Row

_DASHES: Final = frozenset({"-", "–", "—", "‑", "‐", "−", "~"})
_TO: Final = frozenset({("to",), ("through",), ("thru",), ("to", "-"), ("-", "to", "-"), ("-", "to"), ("till",), ("up", "to"), ("on", "up", "to")})
_JOINABLE: Final = frozenset({Role.COUNT, Role.MEASURE, Role.MONEY, Role.PERCENT, Role.AGE, Role.FRACTION})
_FLOORS: Final = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
_CEILINGS: Final = frozenset({Hedge.UP_TO, Hedge.FEWER_THAN})
_AND: Final = frozenset({("and",), ("but",), (",", "but"), (",", "and"), ("and", "is"), ("but", "is"), ("yet",)})


def join_ranges(atoms: Atoms, figures: list[Figure]) -> list[Figure]:
    """Return the figures with the ends of each range made one; a range keeps its ends in `parts`."""
    for joiner in (_dashed, _worded, _compared):
        joined: list[Figure] = []
        for figure in figures:
            whole = joiner(atoms, joined[-1], figure) if joined else None
            if whole is not None:
                joined[-1] = whole
            else:
                joined.append(figure)
        figures = joined
    return figures


def _between(atoms: Atoms, left: Figure, right: Figure) -> tuple[str, ...]:
    return tuple(atoms.low[left.stop : right.first])


def _dashed(atoms: Atoms, left: Figure, right: Figure) -> Figure | None:
    """Join "12-15", "5 – 6 million" and "$10–$15"; a spaced hyphen needs its space on both sides."""
    at = left.stop
    if right.number_first != at + 1 or atoms.low[at] not in _DASHES:
        return None
    if atoms.glued(at) != atoms.glued(at + 1):
        return None
    if not atoms.glued(at) and (left.numeral.digits != right.numeral.digits or right.high > 100 * left.low):
        return None  # the words of an address: blast-kills-two-1330883
    return _joined(atoms, left, right, opened=False)


def _worded(atoms: Atoms, left: Figure, right: Figure) -> Figure | None:
    """Join "10 to 15", "from 450 up to 900", "between 20 and 30", "three or four"."""
    if right.number_first - left.stop > 5:
        return None
    between = tuple(atoms.low[left.stop : right.number_first])
    if right.row is not None and right.row.hedge is Hedge.ABOUT and right.first > left.stop:
        between = _between(atoms, left, right)
    opener = atoms.low[left.first - 1] if left.first else ""
    if left.role is Role.ORDINAL and opener == "the":
        opener = atoms.low[left.first - 2]
        between = tuple(word for word in between if word != "the")
    if between == ("and",) and opener == "between":
        return _joined(atoms, left, right, opened=True)
    if opener == "by":
        return None  # rose by 40 to 400
    if between in _TO:
        if atoms.low[left.number_first - 1] == "from":
            opener = "from"  # starting from 450 up to 900
        if between == ("up", "to") and opener not in ("from", "between"):
            return None
        if opener not in ("from", "between", "of") and opener in role_words().changes and left.unit != right.unit:
            return None
        return _joined(atoms, left, right, opened=opener in ("from", "between"))
    if between in (("or",), ("-", "or", "-")):
        low = left.low * right.numeral.scale if _shares_scale(left, right) else left.low
        if left.low == 0 or not low < right.high <= max(2 * low, low + 2):
            return None
        return _joined(atoms, left, right, opened=False)
    return None


def _joined(atoms: Atoms, left: Figure, right: Figure, *, opened: bool) -> Figure | None:
    """
    Return the range of two figures, or None if they are no ends of one.

    "from 40 to 30" is one as well, a change worded from its first figure to its last.
    """
    both_ordinal = left.role is Role.ORDINAL and right.role is Role.ORDINAL and opened
    if not both_ordinal and (left.role not in _JOINABLE or right.role not in _JOINABLE):
        return None
    if left.parts and right.parts:
        return None
    if not _same_unit(left, right, opened=opened):
        return None
    if left.numeral.form is Form.VAGUE and left.numeral.row not in ("dozen",):
        return None
    if right.numeral.form is Form.VAGUE and right.numeral.row not in ("dozen",):
        return None
    low, high = left.low, right.high
    if right.numeral.form is Form.VAGUE:
        low, high = (low if left.numeral.form is Form.CARDINAL else low * 1) * 12, high * 12
    elif _shares_scale(left, right):
        low = tidy(low * right.numeral.scale)
    first = left.first
    row = _range_row(left)
    if opened and first:
        first -= left.role is Role.ORDINAL and atoms.low[first - 1] == "the"
        first -= atoms.low[first - 1] in ("from", "between")
        if row.hedge in _CEILINGS:
            row = hedge_table().rows["range"]  # from up to 250 miles to 290
    if low == high or (low > high and not (opened and atoms.low[first] == "from")):
        return None
    if low > high or (atoms.low[first] == "from" and first and atoms.low[first - 1] in role_words().changes):
        row = hedge_table().rows["change"]
    role = right.role if left.role is Role.COUNT else left.role
    unit = left.unit if left.role is Role.MONEY else right.unit or left.unit
    if first and atoms.low[first - 1] in ("aged", "age", "ages") and role is Role.COUNT:
        role, unit = Role.AGE, ""
    if left.role is Role.COUNT and not left.unit:
        left.role, left.unit = role, unit  # from 4.8 to 4.7 percent
    return type(left)(
        right.numeral,
        first,
        right.stop,
        left.number_first,
        low,
        high,
        unit,
        role,
        row,
        right.step,
        right.noun_stop,
        parts=(left, right),
    )


def _range_row(left: Figure) -> Row:
    rows = hedge_table().rows
    if left.row is None or left.row.hedge is Hedge.EXACT:
        return rows["range"]
    if left.row.hedge in (Hedge.ABOUT, Hedge.NEARLY):
        return rows["range_about"]
    return left.row


def _same_unit(left: Figure, right: Figure, *, opened: bool) -> bool:
    if left.role is right.role and left.unit.rstrip("s") == right.unit.rstrip("s"):
        return True
    if left.role is Role.COUNT and left.noun_stop == left.stop:
        return True
    if left.role is Role.COUNT:
        return not left.unit or left.noun_stop > right.first
    if right.role is Role.COUNT and left.role is Role.MONEY and left.number_first < left.numeral.first:
        return True
    if left.role is Role.MONEY and right.role is Role.MONEY:
        return True
    return opened and right.role is Role.COUNT and not right.unit


def _shares_scale(left: Figure, right: Figure) -> bool:
    """Read "5-6 million" and "$10 to $15 billion": the first figure borrows the million."""
    scale = right.numeral.scale
    return scale >= 100 and left.numeral.scale == 1 and left.high * scale < right.high and left.high < 1000


def _compared(atoms: Atoms, left: Figure, right: Figure) -> Figure | None:
    """Join a floor and a ceiling: "more than 20 and less than 35", "at most 100 and at least 20"."""
    if left.row is None or right.row is None or left.parts or right.parts:
        return None
    between = _between(atoms, left, right)
    if between not in _AND and tuple(atoms.low[left.noun_stop : right.first]) not in _AND:
        return None
    if left.row.hedge in _FLOORS and right.row.hedge in _CEILINGS:
        floor, ceiling = left, right
    elif left.row.hedge in _CEILINGS and right.row.hedge in _FLOORS:
        floor, ceiling = right, left
    else:
        return None
    if floor.low >= ceiling.high:
        return None
    whole = type(left)(right.numeral, left.first, right.stop, left.number_first, floor.low, ceiling.high)
    whole.unit, whole.role, whole.noun_stop = right.unit or left.unit, right.role, right.noun_stop
    whole.row = hedge_table().rows["compared"]
    whole.fixed = Interval(
        floor.low,
        ceiling.high,
        floor.row.hedge is Hedge.MORE_THAN,
        ceiling.row.hedge is Hedge.FEWER_THAN,
    )
    whole.parts = (left, right)
    return whole
