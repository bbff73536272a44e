"""Lengths of time as quantities of days: "no more than 10 days", "a week-long curfew", "half an hour"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from atodds.extract.numbers.atoms import atoms_of
from atodds.extract.numbers.digits import tidy
from atodds.extract.numbers.hedge_rows import hedge_table
from atodds.extract.numbers.hedges import hedge_before
from atodds.model.interval import Interval, Number
from atodds.model.quantity import Hedge, Quantity, Role
from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from atodds.extract.tokens import Token

_WHOLE = frozenset({"all", "full", "whole", "entire"})
_ONE = frozenset({"a", "an", "another"}) | _WHOLE
_OPENERS = _ONE | {"half"}
_BEFORE_LENGTH = frozenset(
    {"lasts", "was", "stays", "takes", "as", "is", "continues"}
)  # "lasts a week" is no rate
_CLOCK = 100
_LONGEST_HEDGE = 6  # tokens: "for at least some part of"


class Length(NamedTuple):
    """A length of time as tokens `first` to `stop` (half-open), its quantity counted in days."""

    first: int
    stop: int
    quantity: Quantity


class _Unit(NamedTuple):
    least: float
    usual: float
    most: float


@cache
def _units() -> dict[str, _Unit]:
    rows = {word: _Unit(*days) for word, days in load_table("calendar")["lengths"].items()}
    plurals = {f"{word}s": unit for word, unit in rows.items() if len(word) > 1}
    return rows | plurals | {"centuries": rows["century"]}


def find_lengths(
    text: str, tokens: Sequence[Token], quantities: Iterable[tuple[int, int, Quantity]]
) -> list[Length]:
    """
    Return the lengths of time among the tokens of a sentence, in order, each in days.

    `quantities` are the sentence's numbers with their first and last token. A month is 28 to 31 days, a year
    365 or 366; "a week" is about one, "10 days" are ten. Ages are none. Linear time, never raises.
    """
    found = {
        first: length
        for first, last, one in quantities
        if (length := _counted(text, tokens, first, last, one))
    }
    covered = {at for length in found.values() for at in range(length.first, length.stop)}
    for at, token in enumerate(tokens):
        opens = token.lower in _OPENERS or "-" in token.lower
        if opens and at not in covered and (length := _worded(text, tokens, at)):
            found[length.first] = length
            covered.update(range(length.first, length.stop))
    return _summed(text, tokens, [found[first] for first in sorted(found)])


def _counted(text: str, tokens: Sequence[Token], first: int, last: int, one: Quantity) -> Length | None:
    """Turn "no more than 10 weeks", "12-day", "a couple of days" into days."""
    if not is_length(one.unit) or one.role not in (Role.MEASURE, Role.COUNT, Role.TIME):
        return None
    stop = last + 1
    if one.role is Role.TIME and one.stated[0] >= _CLOCK:
        return None  # "at 1430 hours"
    if one.role is Role.COUNT:  # a couple | of days
        if _low(tokens, stop) != "of" or _low(tokens, stop + 1) != one.unit:
            return None
        stop += 2
    return _length(text, tokens, first, stop, in_days(one))


def is_length(unit: str) -> bool:
    """Say whether a unit is one of time."""
    return unit in _units()


def in_days(one: Quantity) -> Quantity:
    """Return a quantity of a unit of time as one of days; raises KeyError for another unit."""
    unit = _units()[one.unit]
    low, high = one.stated
    return replace(
        one,
        unit="days",
        role=Role.MEASURE,
        stated=(_tidy(low * unit.usual), _tidy(high * unit.usual)),
        allowed=_scaled(one.allowed, unit.least, unit.most),
        implied=_scaled(one.implied, unit.usual, unit.usual),
    )


def _scaled(interval: Interval, least: float, most: float) -> Interval:
    low = None if interval.low is None else _tidy(interval.low * least)
    high = None if interval.high is None else _tidy(interval.high * most)
    return Interval(low, high, interval.low_open and low != high, interval.high_open and low != high)


def _tidy(number: float) -> Number:
    return tidy(round(number, 3))


def _worded(text: str, tokens: Sequence[Token], at: int) -> Length | None:
    """Read a length without a number: "a week", "week-long", "half an hour", "a year and a half"."""
    word = _low(tokens, at)
    head, _, tail = word.partition("-")
    if tail == "long" and head in _units():
        return _made(text, tokens, at, at + 1, _units()[head], 1)
    if head in _WHOLE and tail in _units():
        return _made(text, tokens, at, at + 1, _units()[tail], 1)
    if word == "half":
        here = at + 1 + (_low(tokens, at + 1) in ("a", "an", "-"))
        return (
            _made(text, tokens, at, here + 1, _units()[_low(tokens, here)], 0.5)
            if _is_unit(tokens, here)
            else None
        )
    if word not in _ONE:
        return None
    here = at + 1 + (_low(tokens, at + 1) in _WHOLE)
    if not _is_unit(tokens, here) or (word == "all" and _low(tokens, here).endswith("s")):
        return None
    if _low(tokens, here + 1) in ("ago", "earlier", "later", "before", "after", "old", "'s") or _is_rate(
        tokens, at, here
    ):
        return None
    unit = _units()[_low(tokens, here)]
    stop, times = here + 1, 1.0
    if _low(tokens, stop) == "and":
        half = stop + 1 + (_low(tokens, stop + 1) in ("a", "an"))
        if _low(tokens, half) == "half":
            stop, times = half + 1, 1.5
    return _made(text, tokens, at, stop, unit, times)


def _is_unit(tokens: Sequence[Token], at: int) -> bool:
    return len(_low(tokens, at)) > 1 and _low(tokens, at) in _units()


def _is_rate(tokens: Sequence[Token], at: int, unit: int) -> bool:
    """See that "12 people a day" and "twice a week" are rates, and "a day of mourning" no length."""
    if _low(tokens, unit + 1) == "of":
        return True
    before = _low(tokens, at - 1)
    counted = before in ("once", "twice", "people", "$") or (
        before.endswith("s") and before not in _BEFORE_LENGTH
    )
    return at > 0 and (counted or tokens[at - 1].kind == "number")


def _made(  # noqa: PLR0913, PLR0917 - where it stands, and what it is
    text: str, tokens: Sequence[Token], at: int, stop: int, unit: _Unit, times: float
) -> Length:
    """Make a length of one unit or half of one, with the hedge before it; "a week" alone is about one."""
    atoms = atoms_of(list(tokens[max(0, at - _LONGEST_HEDGE) : at]))
    hedge = hedge_before(atoms, atoms.size) if atoms.size else None
    first = at
    row = hedge_table().rows["exact" if unit.usual <= 1 else "about"]
    if hedge is not None:
        row = hedge.row
        first = next(i for i in range(at) if tokens[i].end > atoms.start[hedge.edge])
    days = _tidy(unit.usual * times)
    quantity = Quantity(
        words="",
        span=(0, 0),
        hedge=row.hedge,
        unit="days",
        stated=(days, days),
        allowed=row.allowed.interval(days, days, 1),
        implied=row.implied.interval(days, days, 1)
        if row.hedge is not Hedge.ABOUT
        else Interval.exactly(days),
        row=row.id,
        role=Role.MEASURE,
    )
    return _length(text, tokens, first, stop, quantity)


def _length(text: str, tokens: Sequence[Token], first: int, stop: int, quantity: Quantity) -> Length:
    span = tokens[first].start, tokens[stop - 1].end
    return Length(first, stop, replace(quantity, words=text[slice(*span)], span=span))


def _summed(text: str, tokens: Sequence[Token], lengths: Sequence[Length]) -> list[Length]:
    """Add up "12 years and six months", "one week three days"."""
    summed: list[Length] = []
    for length in lengths:
        before = summed[-1] if summed else None
        if before is None or not _goes_on(tokens, before, length):
            summed.append(length)
            continue
        one, two = before.quantity, length.quantity
        both = replace(
            one,
            stated=(_tidy(one.stated[0] + two.stated[0]), _tidy(one.stated[1] + two.stated[1])),
            allowed=_plus(one.allowed, two.allowed),
            implied=_plus(one.implied, two.implied),
        )
        summed[-1] = _length(text, tokens, before.first, length.stop, both)
    return summed


def _goes_on(tokens: Sequence[Token], before: Length, length: Length) -> bool:
    between = [_low(tokens, at) for at in range(before.stop, length.first)]
    plain = length.quantity.hedge is Hedge.EXACT and before.quantity.hedge is not Hedge.RANGE
    units = [_low(tokens, one.stop - 1).removesuffix("s") for one in (before, length)]
    return plain and units[0] != units[1] and between in ([], ["and"], [","])


def _plus(one: Interval, two: Interval) -> Interval:
    low = None if one.low is None or two.low is None else _tidy(one.low + two.low)
    high = None if one.high is None or two.high is None else _tidy(one.high + two.high)
    return Interval(low, high, one.low_open and low != high, one.high_open and low != high)


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""
