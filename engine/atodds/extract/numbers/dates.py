"""Tell figures that are dates, years and clock times: "3 March 1991", "the 1987 fire", "10:45", "5 p.m."."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atodds.extract.grammar import grammar
from atodds.extract.nouns import noun_set
from atodds.extract.numbers.heads import is_plural
from atodds.extract.numbers.numeral import Form
from atodds.extract.numbers.role_words import role_words
from atodds.model.quantity import Hedge

if TYPE_CHECKING:
    from atodds.extract.numbers.atoms import Atoms
    from atodds.extract.numbers.figures import Figure

_FIRST_YEAR: Final = 1000
_FIRST_LIKELY_YEAR: Final = 1800
_FIRST_RECENT_YEAR: Final = 1900
_LAST_YEAR: Final = 2150
_LONGEST_SHORT_MONTH: Final = 4


def is_clock(atoms: Atoms, figure: Figure) -> bool:
    """Say whether the figure is an hour or minute."""
    first, stop = figure.number_first, figure.numeral.stop
    after, before = atoms.word(stop), atoms.word(first - 1)
    if after in role_words().clock:
        return True
    if after in role_words().clock_capitals:
        return atoms.text[stop].isupper() or len(atoms.low[first]) == len("1430")
    if before == "past" and atoms.word(first - 2) in ("half", "quarter", "minutes"):
        return True
    if after in ("a", "p") and atoms.low[stop + 1 : stop + 3] == [".", "m"]:
        return True  # 4.05 p.m
    if after == ":" and atoms.glued(stop) and atoms.glued(stop + 1) and atoms.kind[stop + 1] == "number":
        return True
    glued = before == ":" and atoms.glued(first) and atoms.glued(first - 1)
    return glued and first > 1 and atoms.kind[first - 2] == "number"


def is_decade(atoms: Atoms, figure: Figure) -> bool:
    """Say whether the figure is one of "the 1990s" and "her 20s"."""
    stop = figure.numeral.stop
    century = figure.low <= 100 or _FIRST_YEAR <= figure.low <= _LAST_YEAR
    return figure.numeral.digits and century and atoms.word(stop) in ("s", "'s", "’s") and atoms.glued(stop)


def is_day_or_year(atoms: Atoms, figure: Figure) -> bool:
    """Say whether a month makes the figure a day or a year: "Jan. 3, 1991", "the 5th of May", "3 JAN 90"."""
    numeral = figure.numeral
    if numeral.form not in (Form.CARDINAL, Form.ORDINAL) or not isinstance(figure.low, int):
        return False
    first, stop, value = figure.number_first, numeral.stop, figure.low
    day = 1 <= value <= 31
    year = numeral.plain and _FIRST_YEAR <= value <= _LAST_YEAR
    month = first - 1
    if atoms.word(month) == "." and len(atoms.word(month - 1)) <= _LONGEST_SHORT_MONTH:
        month -= 1
    if _is_month(atoms, month):
        count = atoms.word(month - 1) == "in" and counts_things(atoms, stop)  # in March 12 people died
        short_year = numeral.plain and value < 100 and month > 0 and atoms.kind[month - 1] == "number"
        return (day and not count) or year or short_year
    after = stop + (atoms.word(stop) in ("of", "."))  # the 5th of May; 16. Nov. 2016
    if day and (numeral.digits or numeral.form is Form.ORDINAL) and _is_month(atoms, after):
        return True
    if not year:
        return False
    if atoms.word(first - 1) == ",":
        return any(_is_month(atoms, first - back) for back in (2, 3, 4))
    return _is_month(atoms, first - 2) and atoms.kind[first - 1] == "number"


def _is_month(atoms: Atoms, at: int) -> bool:
    if atoms.word(at) not in grammar().months or not atoms.text[at][0].isupper():
        return False
    if atoms.text[at] in ("MAY", "MARCH"):  # 12 MAY HAVE DIED; 5,000 MARCH ON THE CAPITAL
        return atoms.word(at + 1) not in grammar().have | grammar().be | role_words().after_no_month
    return True


def is_year(atoms: Atoms, figure: Figure) -> bool:
    """Say whether four digits without a unit are a year; "2000 people" and "1500 tents" are none."""
    numeral = figure.numeral
    if not (numeral.plain and numeral.digits) or not isinstance(figure.low, int):
        return False
    value = figure.low
    if len(atoms.text[numeral.first]) != 4 or not _FIRST_YEAR <= value <= _LAST_YEAR:
        return False
    if figure.number_first != numeral.first:
        return False
    if figure.row is not None:
        return figure.row.hedge is Hedge.ABOUT and atoms.word(figure.first - 1) in role_words().before_year
    counts = counts_things(atoms, numeral.stop)
    if atoms.word(figure.number_first - 1) in role_words().before_year:
        return not counts or value >= _FIRST_RECENT_YEAR
    if value < _FIRST_LIKELY_YEAR:
        return False
    return not counts or (value % 100 != 0 and not _is_people(atoms.word(numeral.stop)))


def counts_things(atoms: Atoms, at: int) -> bool:
    """Say whether a plural noun in lower case stands at an atom."""
    word = atoms.word(at)
    return is_plural(word) and atoms.text[at].islower()


def _is_people(word: str) -> bool:
    return noun_set(("$people",)).counts(word, many=True)
