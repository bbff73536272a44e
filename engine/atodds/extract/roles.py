"""Tell counts from dates, clock times, ages, labels and scores."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from atodds.extract.grammar import grammar, stops
from atodds.extract.nouns import noun_set
from atodds.extract.numerals import Form
from atodds.extract.units import is_plural
from atodds.model.quantity import Hedge, Role
from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from atodds.extract.atoms import Atoms
    from atodds.extract.figures import Figure

_LINKS: Final = frozenset({"-", "–", "—", "to", "and", "or", "&", "/", ":", ",", "through", "until"})
_DASHES: Final = frozenset({"-", "–", "‐", "‑"})
_YEAR_STRONG: Final = frozenset({"in", "since", "until", "till", "circa", "year", "early", "late", "mid", "a.d.", "ad", "b.c.", "c."})
_YEAR_WEAK: Final = frozenset({"by", "during", "from", "before", "after", "between", "of", "the", "for", "and", "to", "a", "an", "this", "that", "on"})
_OLDEST: Final = 110


@dataclass(frozen=True, slots=True)
class _RoleWords:
    labels: frozenset[str]
    labels_with_capital: frozenset[str]
    streets: frozenset[str]
    clock: frozenset[str]
    sports: frozenset[str]
    changes: frozenset[str]


@cache
def role_words() -> _RoleWords:
    """Return the word lists of rules/lexicon/roles.yaml; read once per process."""
    table = load_table("roles")
    return _RoleWords(**{name: frozenset(table[name]) for name in _RoleWords.__dataclass_fields__})


def assign_roles(atoms: Atoms, figures: list[Figure]) -> None:
    """Set the role of every figure that is no plain count, looking at its neighbours."""
    for figure in figures:
        role = _own_role(atoms, figure)
        if role is not None:
            figure.role = role
    for left, right in pairwise(figures):
        _pair_roles(atoms, left, right)
    for later, earlier in pairwise(reversed(figures)):
        _spread(atoms, later, earlier)
    for left, right in pairwise(figures):
        _spread(atoms, left, right)


def _own_role(atoms: Atoms, figure: Figure) -> Role | None:
    if figure.role in (Role.MONEY, Role.PERCENT):
        return None
    if figure.numeral.form is Form.VAGUE or figure.numeral.form is Form.ZERO:
        return None
    if _is_clock(atoms, figure):
        return Role.TIME
    if _is_decade(atoms, figure) or _is_day_or_year_of_month(atoms, figure):
        return Role.DATE
    if figure.role is Role.MEASURE and not _is_glued_label(atoms, figure):
        return None
    if figure.role is Role.AGE:
        return None
    if _is_glued_label(atoms, figure) or _is_label(atoms, figure) or _is_address(atoms, figure):
        return Role.LABEL
    if _is_year(atoms, figure):
        return Role.DATE
    if _is_age(atoms, figure):
        return Role.AGE
    return None


def _word(atoms: Atoms, at: int) -> str:
    return atoms.low[at] if 0 <= at < len(atoms) else ""


def _is_clock(atoms: Atoms, figure: Figure) -> bool:
    first, stop = figure.number_first, figure.numeral.stop
    after, before = _word(atoms, stop), _word(atoms, first - 1)
    if after in role_words().clock:
        return after not in ("ct", "pt", "et", "est", "hrs") or atoms.text[stop].isupper() or len(atoms.low[first]) == 4
    if after in ("a", "p") and atoms.low[stop + 1 : stop + 3] == [".", "m"]:
        return True  # 4.05 p.m
    if after == ":" and atoms.glued(stop) and atoms.glued(stop + 1) and atoms.kind[stop + 1] == "number":
        return True
    if before == ":" and atoms.glued(first) and atoms.glued(first - 1) and first > 1 and atoms.kind[first - 2] == "number":
        return True
    return False


def _is_decade(atoms: Atoms, figure: Figure) -> bool:
    stop = figure.numeral.stop
    return _word(atoms, stop) in ("s", "'s", "’s") and atoms.glued(stop) and figure.numeral.digits


def _is_month(atoms: Atoms, at: int) -> bool:
    if not 0 <= at < len(atoms) or atoms.low[at] not in grammar().months:
        return False
    text = atoms.text[at]
    if not text[0].isupper():
        return False
    if text in ("MAY", "MARCH"):
        return _word(atoms, at + 1) not in grammar().have | grammar().be | {"not", "die", "face", "on", "to", "against", "lose"}
    return True


def _is_day_or_year_of_month(atoms: Atoms, figure: Figure) -> bool:
    if figure.numeral.form not in (Form.CARDINAL, Form.ORDINAL) or not isinstance(figure.low, int):
        return False
    first, stop, value = figure.number_first, figure.numeral.stop, figure.low
    before = first - 1
    if _word(atoms, before) == "." and _is_month(atoms, before - 1) and len(atoms.low[before - 1]) < 5:
        before -= 1
    after = stop + (_word(atoms, stop) == "of")
    day = 1 <= value <= 31
    year = figure.numeral.plain and (1000 <= value <= 2100)
    if _is_month(atoms, before):
        return day and not (_word(atoms, before - 1) == "in" and _counts_people(atoms, stop)) or year or (
            figure.numeral.plain and value < 100 and before > 0 and atoms.kind[before - 1] == "number"
        )
    if _is_month(atoms, after) and day and figure.numeral.digits | (figure.numeral.form is Form.ORDINAL):
        return True
    if year and _word(atoms, first - 1) == "," and (_is_month(atoms, first - 3) or _is_month(atoms, first - 2) or _is_month(atoms, first - 4)):
        return True
    return year and (_is_month(atoms, first - 2) and atoms.kind[first - 1] == "number")


def _counts_people(atoms: Atoms, at: int) -> bool:
    word = _word(atoms, at)
    return is_plural(word) and atoms.text[at].islower()


def _is_glued_label(atoms: Atoms, figure: Figure) -> bool:
    """Take "covid-19", "#5", "555-0199", "2019-08-26" and "26/08/2019" for labels or dates."""
    first, stop = figure.number_first, figure.numeral.stop
    if figure.numeral.digits and first and atoms.glued(first):
        before = atoms.low[first - 1]
        if before in ("#", "@", "_", "№"):
            return True
        if before == "/" and atoms.glued(first - 1) and atoms.kind[first - 2] == "number":
            return True
        if before in _DASHES and atoms.glued(first - 1):
            word = _word(atoms, first - 2)
            if word and word[0].isalpha() and word not in _NUMBER_PREFIXES and len(word) > 1:
                return True
    if not figure.numeral.digits:
        return False
    digits = atoms.text[figure.numeral.first]
    if digits[0] == "0" and digits.isdigit() and len(digits) > 2 and digits.strip("0"):
        return True  # 0800 056
    if _word(atoms, first - 1) == "(" and _word(atoms, stop) == ")" and len(digits) == 3 and atoms.kind[min(stop + 1, len(atoms) - 1)] == "number":
        return True  # (575) 555-0199
    if _word(atoms, stop) == "-" and atoms.glued(stop + 1) and atoms.text[stop + 1].isupper() and len(atoms.text[stop + 1]) > 3 and len(digits) == 3:
        return True  # 480-WITNESS
    if _word(atoms, stop) == "/" and atoms.glued(stop) and atoms.glued(stop + 1) and atoms.kind[stop + 1] == "number":
        return True
    chain = 1
    at = stop
    while at + 1 < len(atoms) and chain < 4 and atoms.low[at] in "-/." and atoms.glued(at) and atoms.glued(at + 1) and atoms.kind[at + 1] == "number":
        chain += 1
        at += 2
    at = first - 1
    while at > 0 and chain < 4 and atoms.low[at] in "-/." and atoms.glued(at) and atoms.glued(at + 1) and atoms.kind[at - 1] == "number":
        chain += 1
        at -= 2
    return chain > 2 or _is_after_dot(atoms, first)


def _is_after_dot(atoms: Atoms, first: int) -> bool:
    """See "ID.3"."""
    dot = first - 1
    return dot > 0 and atoms.low[dot] == "." and atoms.glued(first) and atoms.glued(dot) and atoms.text[dot - 1].isupper()


_NUMBER_PREFIXES: Final = frozenset({"to", "now", "then", "sub", "minus", "plus", "mid", "near", "over", "under", "a", "the", "or", "and", "up", "just", "about", "nearly", "almost", "some"})


def _is_label(atoms: Atoms, figure: Figure) -> bool:
    numeral = figure.numeral
    if _is_name_of_words(atoms, figure):
        return True
    if numeral.form is not Form.CARDINAL or numeral.scale > 1 or not isinstance(figure.low, int) or figure.row is not None:
        return False
    at = figure.number_first - 1
    if _word(atoms, numeral.stop) == "block" or (figure.low == 911 and _is_emergency_call(atoms, figure)):
        return True
    if _word(atoms, at) == "." and _word(atoms, at - 1) in ("no", "nos", "rte", "hwy", "ch", "sec", "art", "vol", "pp", "fig", "ext", "op"):
        return True
    word = _word(atoms, at)
    if not word or not word[0].isalpha() and word != "&":
        return False
    words = role_words()
    text = atoms.text[at]
    follows = _counts_people(atoms, numeral.stop)
    if word in words.labels:
        capital = text[0].isupper() and not (text.isupper() and len(text) > 3)
        if (word in words.labels_with_capital or not numeral.digits) and not capital:
            return False
        if numeral.digits and not numeral.plain:
            return False
        return not (follows and word in ("top", "big", "day", "week", "year", "group", "class", "company"))
    if not numeral.digits or not numeral.plain or numeral.stop - numeral.first > 1:
        return False
    if text[1:] != text[1:].lower() and not text.isupper() and "." not in text:
        return True  # iPhone 12
    if text.isupper() and text[0] in "KW" and len(text) in (3, 4) and not atoms.text[at - 1].isupper():
        return True  # WSFA 12 News
    return not follows and _is_name_before(atoms, at)


def _is_emergency_call(atoms: Atoms, figure: Figure) -> bool:
    return _word(atoms, figure.number_first - 1) in _CALLS or _word(atoms, figure.numeral.stop) in _CALLS


_CALLS: Final = frozenset(
    {"call", "calls", "called", "calling", "caller", "callers", "dial", "dialed", "dialled", "dispatcher", "dispatchers", "emergency", "operator"}
)


def _is_name_of_words(atoms: Atoms, figure: Figure) -> bool:
    """See the name "Kick Six" in a sentence that is not written in title case."""
    first = figure.number_first
    if atoms.text[max(0, first - 2) : first] == ["Group", "of"]:
        return atoms.text[first][0].isupper() or figure.numeral.digits
    return (
        first > 0
        and figure.numeral.stop - first == 1
        and atoms.text[first][0].isupper()
        and atoms.text[first][1:].islower()
        and atoms.text[first].isalpha()
        and _is_name_before(atoms, first - 1)
    )


def _is_name_before(atoms: Atoms, at: int) -> bool:
    """See a capitalised name before the figure, in a sentence that is not written in title case."""
    text, word = atoms.text[at], atoms.low[at]
    if not text[0].isupper() or len(text) < 2 or "." in text or text.isupper() and len(text) > 5:
        return False
    if word in stops() or word in grammar().verbs or word in grammar().adverbs or word in grammar().weekdays or word in grammar().months:
        return False
    if word.endswith(("s", "ed", "ing")) and len(word) > 3 and not atoms.text[at - 1][:1].isupper():
        return False
    if at == 0 or not atoms.low[at - 1][0].isalnum() and atoms.low[at - 1] not in (",", "'s", "’s"):
        return False
    window = range(max(0, at - 6), min(len(atoms), at + 7))
    return any(atoms.text[i].islower() and len(atoms.text[i]) > 3 and atoms.low[i] not in stops() and i != at for i in window)


def _is_address(atoms: Atoms, figure: Figure) -> bool:
    """Read "221 Baker Street" and "12th Avenue"."""
    at = figure.numeral.stop
    if not figure.numeral.digits and figure.numeral.form is not Form.ORDINAL:
        return False
    for here in range(at, min(at + 4, len(atoms))):
        if not atoms.text[here][:1].isupper() or atoms.text[here].isupper() and len(atoms.text[here]) > 4:
            return False
        if here > at - (figure.numeral.form is Form.ORDINAL) and atoms.low[here] in role_words().streets:
            return True
    return False


def _is_year(atoms: Atoms, figure: Figure) -> bool:
    numeral = figure.numeral
    if not (numeral.plain and numeral.digits) or not isinstance(figure.low, int) or len(atoms.text[numeral.first]) != 4:
        return False
    value = figure.low
    if not 1000 <= value <= 2150 or figure.number_first != numeral.first:
        return False
    before = _word(atoms, figure.number_first - 1)
    if figure.row is not None:
        start = _word(atoms, figure.first - 1)
        return figure.row.hedge is Hedge.ABOUT and start in _YEAR_STRONG
    follows = _counts_people(atoms, numeral.stop)
    if before in _YEAR_STRONG:
        return not follows or value >= 1900
    if value < 1800:
        return False
    return not follows or (value % 100 != 0 and not _is_people(_word(atoms, numeral.stop)))


def _is_people(word: str) -> bool:
    return noun_set(("$people",)).counts(word, many=True)


def _is_age(atoms: Atoms, figure: Figure) -> bool:
    """Read "Maria Lopez, 44," and "aged 44"; an age that stands beside a name counts nobody."""
    first, stop = figure.number_first, figure.numeral.stop
    if not isinstance(figure.low, int) or not 0 < figure.low <= _OLDEST:
        return False
    before, after = _word(atoms, first - 1), _word(atoms, stop)
    if before in ("aged", "age", "ages") and not _counts_people(atoms, stop):
        return True
    if figure.row is not None:
        return False
    if before in ("was", "is", "turned", "'s", "’s") and _word(atoms, first - 2) in ("he", "she", "who"):
        return not _counts_people(atoms, stop) and not figure.unit
    if not figure.numeral.digits:
        return False
    name = first >= 2 and atoms.text[first - 2][:1].isupper()
    if before == "," and name and (after in (",", ")", ".", ";", "") or after in ("and", "of", "was", "from", "who")):
        return not (after == "," and _word(atoms, stop + 1) == "including")
    return before == "(" and after == ")" and name


_UNSETTLED: Final = frozenset({Role.COUNT, Role.LABEL, Role.DATE})


def _pair_roles(atoms: Atoms, left: Figure, right: Figure) -> None:
    """See a score in "won 3-1" and "a 5-4 ruling", and a telephone number in "555-0199"."""
    if right.number_first != left.numeral.stop + 1 or _word(atoms, left.numeral.stop) not in _DASHES:
        return
    if not (atoms.glued(left.numeral.stop) and atoms.glued(right.number_first)):
        return
    if not (left.numeral.plain and right.numeral.plain) or not {left.role, right.role} <= _UNSETTLED:
        return
    a, b = left.low, right.low
    first_digits, second_digits = atoms.text[left.numeral.first], atoms.text[right.numeral.first]
    if len(second_digits) == 4 and len(first_digits) == 3 or (second_digits[0] == "0" and len(second_digits) > 1):
        left.role = right.role = Role.LABEL
        return
    if right.role is not Role.COUNT or left.role is Role.DATE:
        return
    around = {_word(atoms, at) for at in range(left.number_first - 4, right.numeral.stop + 3)}
    if a >= b or (a < 20 and b < 20 and not right.unit and around & role_words().sports):
        left.role = right.role = Role.SCORE


def _spread(atoms: Atoms, known: Figure, other: Figure) -> None:
    """Carry a role over a link: "between 2014 and 2017", "May 3-5", "from 12 to 15 March"."""
    if known.role not in (Role.DATE, Role.TIME, Role.AGE, Role.LABEL) or other.role is not Role.COUNT or other.row is not None:
        return
    left, right = (known, other) if known.first < other.first else (other, known)
    between = atoms.low[left.numeral.stop : right.number_first]
    if len(between) == 2 and between[0] == ",":
        between = between[1:]  # ages 25, 26, and 33
    if len(between) != 1 or between[0] not in _LINKS or (between[0] == "," and known.role is not Role.AGE):
        return
    if known.role is Role.LABEL:
        capital = atoms.text[right.numeral.stop][:1].isupper() if right.numeral.stop < len(atoms) else False
        if other is right and other.numeral.plain and capital and between[0] in ("and", "or", "&"):
            other.role = Role.LABEL
        return
    if known.role is Role.AGE:
        if other is right and not known.unit and other.numeral.digits and not other.unit:
            other.role = Role.AGE
        return
    if known.role is Role.TIME:
        if other is left and between[0] in ("-", "–", "to", "and", ":"):
            other.role = Role.TIME
        return
    year = isinstance(known.low, int) and known.low >= 1000
    if not other.numeral.plain or not isinstance(other.low, int) or _counts_people(atoms, other.numeral.stop):
        return
    if (year and (other.low >= 1000 or (other is right and between[0] in _DASHES | {"/"} and other.low < 100))) or (
        not year and 1 <= other.low <= 31
    ):
        other.role = Role.DATE
