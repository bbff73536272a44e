"""Join figures that are the two ends of one range: "10 to 15", "between $62 and $68", "> 20 and < 35"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from atodds.extract.numbers.digits import tidy
from atodds.extract.numbers.hedge_rows import Row, hedge_table
from atodds.extract.numbers.numeral import Form
from atodds.extract.numbers.role_words import role_words
from atodds.model.interval import Interval
from atodds.model.quantity import Hedge, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from atodds.extract.numbers.atoms import Atoms
    from atodds.extract.numbers.figures import Figure
    from atodds.model.interval import Number

_DASHES: Final = frozenset("-\u2010\u2011\u2013\u2014\u2212~")
_TO: Final = frozenset(
    {("to",), ("through",), ("thru",), ("till",), ("to", "-"), ("-", "to"), ("-", "to", "-"), ("up", "to")}
)
_OR: Final = frozenset({("or",), ("-", "or", "-")})
_AND: Final = frozenset({("and",), ("but",), (",", "but"), (",", "and"), ("and", "is"), ("but", "is")})
_OPENERS: Final = frozenset({"from", "between"})
_JOINABLE: Final = frozenset({Role.COUNT, Role.MEASURE, Role.MONEY, Role.PERCENT, Role.AGE, Role.FRACTION})
_FLOORS: Final = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
_CEILINGS: Final = frozenset({Hedge.UP_TO, Hedge.FEWER_THAN})
_BLURRING: Final = frozenset({Hedge.ABOUT, Hedge.NEARLY})
_LONGEST_LINK: Final = 5
_WIDEST_SPACED: Final = 100  # times the first figure: "blast - kills - two - 1330883" is no range


def join_ranges(atoms: Atoms, figures: list[Figure]) -> list[Figure]:
    """Return the figures with the ends of each range made one; a range keeps its ends in `parts`."""
    for join in (_dashed, _worded, _compared):
        figures = _joined_by(join, atoms, figures)
    return figures


def _joined_by(
    join: Callable[[Atoms, Figure, Figure], Figure | None], atoms: Atoms, figures: list[Figure]
) -> list[Figure]:
    joined: list[Figure] = []
    for figure in figures:
        whole = join(atoms, joined[-1], figure) if joined else None
        if whole is None:
            joined.append(figure)
        else:
            joined[-1] = whole
    return joined


def _dashed(atoms: Atoms, left: Figure, right: Figure) -> Figure | None:
    """Join "12-15", "5 – 6 million" and "$10–$15"; a spaced hyphen needs its space on both sides."""
    at = left.stop
    if right.number_first != at + 1 or atoms.low[at] not in _DASHES or atoms.glued(at) != atoms.glued(at + 1):
        return None
    if not atoms.glued(at) and (
        left.numeral.digits != right.numeral.digits or right.high > _WIDEST_SPACED * left.low
    ):
        return None
    return _whole(atoms, left, right, opener="")


def _worded(atoms: Atoms, left: Figure, right: Figure) -> Figure | None:
    """Join "10 to 15", "from 450 up to 900", "between 20 and 30", "three or four"."""
    if right.number_first - left.stop > _LONGEST_LINK:
        return None
    hedged = right.row is not None and right.row.hedge is Hedge.ABOUT and right.first > left.stop
    link = tuple(atoms.low[left.stop : right.first if hedged else right.number_first])
    opener = _opener(atoms, left)
    if left.role is Role.ORDINAL:
        link = tuple(word for word in link if word != "the")
    elif opener == "from" and len(link) > 2 and link[-3] in ("per", "a", "an"):
        link = link[-1:]  # from $75 a barrel to $45
    if link == ("and",):
        return _whole(atoms, left, right, opener) if opener == "between" else None
    if link in _OR:
        low = left.low * right.numeral.scale if _shares_scale(left, right) else left.low
        near = 0 < low < right.high <= max(2 * low, low + 2)
        return _whole(atoms, left, right, opener="") if near else None
    if link not in _TO or opener == "by" or (link == ("up", "to") and opener not in _OPENERS):
        return None
    if opener in role_words().changes and left.unit != right.unit:
        return None  # rose 12 points to 4,500
    return _whole(atoms, left, right, opener)


def _opener(atoms: Atoms, left: Figure) -> str:
    """Return the word before the first figure: from, between, by, or a verb of change."""
    if left.number_first and atoms.low[left.number_first - 1] == "from":
        return "from"  # starting from 450
    before = left.first - 1
    if left.role is Role.ORDINAL and atoms.word(before) == "the":
        before -= 1
    return atoms.word(before)


def _whole(atoms: Atoms, left: Figure, right: Figure, opener: str) -> Figure | None:
    """
    Return the range of two figures, or None if they are no ends of one.

    "from 40 to 30" is one as well, a change worded from its first figure to its last.
    """
    bounds = _bounds(left, right)
    if bounds is None or not _fit(left, right, opened=opener in _OPENERS):
        return None
    low, high = bounds
    if low == high or (low > high and opener != "from"):
        return None
    first = left.first
    row = _range_row(left)
    if opener in _OPENERS:
        while first and atoms.low[first] != opener:
            first -= 1
        if row.hedge in _CEILINGS:
            row = hedge_table().rows["range"]  # from up to 250 miles to 290
    if low > high or (opener == "from" and atoms.word(first - 1) in role_words().changes):
        row = hedge_table().rows["change"]
    role = right.role if left.role is Role.COUNT else left.role
    unit = left.unit if left.role is Role.MONEY else right.unit or left.unit
    if role is Role.COUNT and atoms.word(first - 1) in ("aged", "age", "ages"):
        role, unit = Role.AGE, ""
    if left.role is Role.COUNT and not left.unit:
        left.role, left.unit = role, unit  # from 4.8 to 4.7 percent
    return replace(
        right,
        first=first,
        number_first=left.number_first,
        low=low,
        high=high,
        unit=unit,
        role=role,
        row=row,
        parts=(left, right),
    )


def _bounds(left: Figure, right: Figure) -> tuple[Number, Number] | None:
    """Return both ends; the first borrows the factor of the second: "5-6 million", "two or three dozen"."""
    if {left.numeral.form, right.numeral.form} & {Form.VAGUE, Form.ZERO}:
        dozens = right.numeral.row == "dozen" and left.numeral.row in ("", "dozen")
        return (left.low * 12, right.high * 12) if dozens else None
    if left.parts and right.parts:
        return None
    if _shares_scale(left, right):
        return tidy(left.low * right.numeral.scale), right.high
    return left.low, right.high


def _shares_scale(left: Figure, right: Figure) -> bool:
    scale = right.numeral.scale
    return scale >= 100 and left.numeral.scale == 1 and left.high * scale < right.high and left.high < 1000


def _fit(left: Figure, right: Figure, *, opened: bool) -> bool:
    """Say whether two figures measure the same thing."""
    if left.role is Role.ORDINAL or right.role is Role.ORDINAL:
        return left.role is right.role and opened
    if left.role not in _JOINABLE or right.role not in _JOINABLE:
        return False
    if left.role is right.role and left.unit.rstrip("s") == right.unit.rstrip("s"):
        return True
    if left.role is Role.COUNT:
        return not left.unit or left.noun_stop > right.first
    if left.role is Role.MONEY and (right.role is Role.MONEY or left.number_first < left.numeral.first):
        return right.role in (Role.MONEY, Role.COUNT)
    return opened and right.role is Role.COUNT and not right.unit


def _range_row(left: Figure) -> Row:
    rows = hedge_table().rows
    if left.row is None or left.row.hedge is Hedge.EXACT:
        return rows["range"]
    return rows["range_about"] if left.row.hedge in _BLURRING else left.row


def _compared(atoms: Atoms, left: Figure, right: Figure) -> Figure | None:
    """Join a floor and a ceiling: "more than 20 and less than 35", "at most 100 and at least 20"."""
    if left.row is None or right.row is None or left.parts or right.parts:
        return None
    if not any(tuple(atoms.low[stop : right.first]) in _AND for stop in (left.stop, left.noun_stop)):
        return None
    floor, ceiling = (left, right) if left.row.hedge in _FLOORS else (right, left)
    floor_row, ceiling_row = floor.row, ceiling.row
    if floor_row is None or ceiling_row is None or floor.low >= ceiling.high:
        return None
    if floor_row.hedge not in _FLOORS or ceiling_row.hedge not in _CEILINGS:
        return None
    return replace(
        right,
        first=left.first,
        number_first=left.number_first,
        low=floor.low,
        high=ceiling.high,
        unit=right.unit or left.unit,
        row=hedge_table().rows["compared"],
        fixed=Interval(
            floor.low, ceiling.high, floor_row.hedge is Hedge.MORE_THAN, ceiling_row.hedge is Hedge.FEWER_THAN
        ),
        parts=(left, right),
    )
