"""Tell counts from dates, clock times, ages, labels and scores."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from atodds.extract.numbers.dates import counts_things, is_clock, is_day_or_year, is_decade, is_year
from atodds.extract.numbers.labels import is_glued_label, is_label
from atodds.extract.numbers.numeral import Form
from atodds.extract.numbers.role_words import role_words
from atodds.model.quantity import Role

if TYPE_CHECKING:
    from atodds.extract.numbers.atoms import Atoms
    from atodds.extract.numbers.figures import Figure

_DASHES: Final = frozenset("-\u2010\u2011\u2013")
_LINKS: Final = frozenset({"-", "–", "—", "to", "and", "or", "&", "/", ":", ",", "through", "until"})
_UNSETTLED: Final = frozenset({Role.COUNT, Role.LABEL, Role.DATE})
_SPREADING: Final = frozenset({Role.DATE, Role.TIME, Role.AGE, Role.LABEL})
_OLDEST: Final = 110
_HIGHEST_SCORE: Final = 20  # of games where the loser may be named first: "a 1-2 defeat"


def assign_roles(atoms: Atoms, figures: list[Figure]) -> None:
    """Set the role of every figure that is no plain count."""
    for figure in figures:
        role = _own_role(atoms, figure)
        if role is not None:
            figure.role = role
    for left, right in pairwise(figures):
        _see_score(atoms, left, right)
    for later, earlier in pairwise(reversed(figures)):
        _spread(atoms, later, earlier)
    for earlier, later in pairwise(figures):
        _spread(atoms, earlier, later)


def _own_role(atoms: Atoms, figure: Figure) -> Role | None:
    """Return what a figure is by what stands around it, None to leave it what its unit makes of it."""
    if figure.role in (Role.MONEY, Role.PERCENT) or figure.numeral.form in (Form.VAGUE, Form.ZERO):
        return None
    if is_clock(atoms, figure):
        return Role.TIME
    if is_decade(atoms, figure) or is_day_or_year(atoms, figure):
        return Role.DATE
    if is_glued_label(atoms, figure):
        return Role.LABEL
    if figure.role in (Role.MEASURE, Role.AGE):
        return None
    if is_label(atoms, figure):
        return Role.LABEL
    if is_year(atoms, figure):
        return Role.DATE
    return Role.AGE if _is_age(atoms, figure) else None


def _is_age(atoms: Atoms, figure: Figure) -> bool:
    """See "Maria Lopez, 44," and "aged 44"; an age that stands beside a name counts nobody."""
    first, stop = figure.number_first, figure.numeral.stop
    if not isinstance(figure.low, int) or not 0 < figure.low <= _OLDEST:
        return False
    before, after = atoms.word(first - 1), atoms.word(stop)
    if before in ("aged", "age", "ages"):
        return not counts_things(atoms, stop)
    if figure.row is not None:
        return False
    if before in ("was", "is", "turned", "'s", "’s") and atoms.word(first - 2) in ("he", "she", "who"):
        return not counts_things(atoms, stop) and not figure.unit
    if not figure.numeral.digits or first < 2 or not atoms.text[first - 2][0].isupper():
        return False
    if before == ",":
        closed = after in (",", ")", ".", ";", "") or after in ("and", "of", "was", "from", "who")
        return closed and atoms.word(stop + 1) != "including"
    return before == "(" and after == ")"


def _see_score(atoms: Atoms, left: Figure, right: Figure) -> None:
    """Mark the figures of "won 3-1" and "a 5-4 ruling" as a score, those of "555-0199" as a label."""
    dash = left.numeral.stop
    if right.number_first != dash + 1 or atoms.word(dash) not in _DASHES:
        return
    if not (atoms.glued(dash) and atoms.glued(dash + 1)) or not {left.role, right.role} <= _UNSETTLED:
        return
    if not (left.numeral.plain and right.numeral.plain):
        return
    before, after = atoms.text[left.numeral.first], atoms.text[right.numeral.first]
    if (len(before) == 3 and len(after) == 4) or (after[0] == "0" and len(after) > 1):
        left.role = right.role = Role.LABEL
        return
    if right.role is not Role.COUNT or left.role is Role.DATE:
        return
    around = {atoms.word(at) for at in range(left.number_first - 4, right.numeral.stop + 3)}
    close = left.low < _HIGHEST_SCORE and right.low < _HIGHEST_SCORE and not right.unit
    if left.low >= right.low or (close and around & role_words().sports):
        left.role = right.role = Role.SCORE


def _spread(atoms: Atoms, known: Figure, other: Figure) -> None:
    """Carry a role over a link: "between 2014 and 2017", "May 3-5", "12 to 15 March", "ages 8, 9 and 12"."""
    if known.role not in _SPREADING or other.role is not Role.COUNT or other.row is not None:
        return
    forward = known.first < other.first
    left, right = (known, other) if forward else (other, known)
    between = atoms.low[left.numeral.stop : right.number_first]
    if len(between) == 2 and between[0] == ",":
        between = between[1:]  # ages 25, 26, and 33
    if len(between) != 1 or between[0] not in _LINKS or (between[0] == "," and known.role is not Role.AGE):
        return
    link = between[0]
    if known.role is Role.LABEL:
        spreads = forward and link in ("and", "or", "&") and _before_capital(atoms, other)
    elif known.role is Role.AGE:
        spreads = forward and not known.unit and other.numeral.digits and not other.unit
    elif known.role is Role.TIME:
        spreads = not forward and link in ("-", "–", "to", "and", ":")
    else:
        dashed = forward and link in _DASHES | {"/"}
        spreads = link != ":" and _continues_date(atoms, known, other, dashed=dashed)
    if spreads:
        other.role = known.role


def _before_capital(atoms: Atoms, figure: Figure) -> bool:
    """See the second of "iPhone 11 and 12 Pro"."""
    stop = figure.numeral.stop
    return figure.numeral.plain and stop < atoms.size and atoms.text[stop][0].isupper()


def _continues_date(atoms: Atoms, known: Figure, other: Figure, *, dashed: bool) -> bool:
    if not other.numeral.plain or not isinstance(other.low, int) or counts_things(atoms, other.numeral.stop):
        return False
    if isinstance(known.low, int) and known.low >= 1000:
        return other.low >= 1000 or (dashed and other.low < 100)  # 2018-19
    return 1 <= other.low <= 31
