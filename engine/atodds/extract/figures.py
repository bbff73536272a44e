"""A figure in its surroundings: the numeral with its sign, currency and unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atodds.extract.hedges import hedge_after
from atodds.extract.number_words import WORDS
from atodds.extract.numerals import NUMERAL_WORDS, Form, Numeral, read_numeral
from atodds.extract.units import counted_noun, is_plural, money_before, unit_after
from atodds.extract.grammar import grammar, stops
from atodds.model.quantity import Role

if TYPE_CHECKING:
    from atodds.extract.atoms import Atoms
    from atodds.extract.hedge_rows import Row
    from atodds.model.interval import Interval, Number

_MINUS: Final = frozenset({"-", "−", "﹣", "－"})
_MINUS_WORDS: Final = frozenset({"minus", "negative"})


@dataclass(slots=True)
class Figure:
    """
    A number on its way to becoming a quantity; `first` and `stop` are atoms, half open.

    `number_first` is where sign and currency begin, `first` where the hedge does. `low` and `high` are the
    number or range as worded. `fixed` is an interval that needs no row ("more than 20 and less than 35").
    """

    numeral: Numeral
    first: int
    stop: int
    number_first: int
    low: Number
    high: Number
    unit: str = ""
    role: Role = Role.COUNT
    row: Row | None = None
    step: Number = 1
    noun_stop: int = 0
    fixed: Interval | None = None
    parts: tuple[Figure, ...] = ()
    dropped: bool = False

    @property
    def value(self) -> Number:
        """Return the number, of a range its upper end."""
        return self.high


def read_figures(atoms: Atoms) -> list[Figure]:
    """Return every numeral of the atoms with its unit, in order."""
    figures: list[Figure] = []
    stop = 0
    beginnings = [
        at
        for at, (word, kind) in enumerate(zip(atoms.low, atoms.kind, strict=True))
        if kind == "number" or word in NUMERAL_WORDS
    ]
    for at in beginnings:
        figure = _figure(atoms, at) if at >= stop else None
        if figure is not None:
            figures.append(figure)
            stop = max(figure.stop, figure.numeral.stop)
    return figures


def _figure(atoms: Atoms, at: int) -> Figure | None:
    left, negative = _sign(atoms, at)
    left, currency = money_before(atoms, left)
    if currency and not negative:
        left, negative = _sign(atoms, left)
    numeral = read_numeral(atoms, at, money=bool(currency))
    if numeral is None:
        return None
    value = -numeral.value if negative else numeral.value
    figure = Figure(numeral, left, numeral.stop, left, value, value, step=numeral.step)
    after = hedge_after(atoms, numeral.stop)
    stop = numeral.stop
    if after is not None:
        figure.row, stop = after.row, after.stop
        figure.stop = stop
    unit = unit_after(atoms, stop) if numeral.form is not Form.ORDINAL else None
    if unit is None and not currency and not negative and atoms.low[at] == "one" and numeral.stop == at + 1 and _is_pronoun(atoms, at):
        return None
    if currency:
        figure.unit, figure.role = currency, Role.MONEY
        if unit is not None and unit.role in (Role.MONEY,):
            figure.stop = unit.stop
    elif unit is not None:
        figure.unit, figure.role, figure.stop = unit.name, unit.role, unit.stop
    elif numeral.form is Form.FRACTION:
        figure.role = Role.FRACTION
    elif numeral.form is Form.ORDINAL:
        figure.role = Role.ORDINAL
    figure.noun_stop = figure.stop
    if figure.role in (Role.COUNT, Role.FRACTION):
        figure.unit, figure.noun_stop = counted_noun(atoms, stop, many=abs(value) != 1)
    return figure


def _sign(atoms: Atoms, at: int) -> tuple[int, bool]:
    """Return where a minus sign or word before an atom begins, and whether there is one."""
    before = at - 1
    if before < 0:
        return at, False
    word = atoms.low[before]
    if word in _MINUS and atoms.glued(at):
        if before and atoms.low[before - 1] in _MINUS_WORDS and atoms.glued(before):
            return before - 1, True
        if not atoms.glued(before) or atoms.low[before - 1] in "(<>=~≈,:;[":
            return before, True
        if atoms.low[before - 1] in ("$", "£", "€"):
            return before, True
        return at, False
    if word in _MINUS_WORDS:
        return before, True
    return at, False


_NO_COUNT_BEFORE_ONE: Final = frozenset(
    {"no", "the", "this", "that", "which", "same", "another", "each", "every", "any", "some", "such", "a", "an", "these", "those", "what"}
)
_COUNTED_AFTER_ONE: Final = frozenset(
    {"of", "dead", "killed", "wounded", "injured", "hurt", "missing", "arrested", "detained", "and", "or", "more", "other", "died", "was", "is", "has", "had", "remains", "remained", "fatally", "critically", "seriously", ",", ".", ";", ":", "-", "that", "who", "on", "at", "from", "by", ")", "with"}
)


def _is_pronoun(atoms: Atoms, at: int) -> bool:
    """Tell "the one you mean", "one another" and "one can" from "one soldier", "one of them", "one dead"."""
    low = atoms.low
    before = low[at - 1] if at else ""
    after = low[at + 1] if at + 1 < len(atoms) else ""
    if after in ("another", "'s", "’s") or (after == "-" and atoms.glued(at + 1) and at + 2 < len(atoms) and low[at + 2] in ("on", "off", "time", "way", "sided", "stop", "size")):
        return True
    if after in grammar().modals or after in grammar().pronouns - {"that", "who"}:
        return True
    share = at + 2 + (after == "out")
    if after in ("in", "out", "over", "to", "or", "-") and share < len(atoms) and (atoms.kind[share] == "number" or low[share] in WORDS.small or low[share] in WORDS.tens):
        return False
    if after == "by" and low[at + 2 : at + 3] == ["one"] or (before == "by" and low[max(0, at - 2)] == "one"):
        return True
    noun_follows = bool(after) and after[0].isalpha() and after not in stops()
    if before in _NO_COUNT_BEFORE_ONE:
        return not (noun_follows and before in ("the", "this", "that", "some", "any") )
    if noun_follows:
        return False
    if not before or before in grammar().prepositions or before in grammar().conjunctions or not before[0].isalpha() or before in _BEFORE_BARE_ONE:
        return after not in _COUNTED_AFTER_ONE and bool(after)
    return after != "of" and after not in ("dead", "killed", "wounded", "injured", "hurt", "missing", "arrested", "detained")


_BEFORE_BARE_ONE: Final = frozenset({"least", "only", "just", "killing", "killed", "injuring", "injured", "wounding", "wounded", "leaving", "was", "is", "were", "are", "kills", "injures", "wounds", "leaves", "has", "have", "had"})
