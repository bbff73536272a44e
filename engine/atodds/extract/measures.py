"""Sums, shares and measures as claims: figures that count neither people nor things."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from atodds.extract.near import Tie, tie
from atodds.extract.numbers.digits import tidy
from atodds.extract.quantities import find_all
from atodds.extract.told import told
from atodds.model.interval import Interval
from atodds.model.quantity import Quantity, Role
from atodds.rulebook.lexicon import load_table
from atodds.rulebook.rule import QuantityRule, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atodds.extract.clause.claim import Spot
    from atodds.extract.clause.frame import Frame
    from atodds.extract.ear import Ear
    from atodds.model.claim import Claim
    from atodds.model.interval import Number

_WEAKEST: Final = 2  # magnitude of a quake that is in the news; "6 .1-magnitude" is a slip of a page
_STRONGEST: Final = 13


def measures(spot: Spot, ear: Ear) -> list[Claim]:
    """
    Return the figures in a rule's unit that a sentence gives for it.

    Measures are turned into the first unit of their kind (metres, hectares, kilograms); a sum keeps its
    currency, which the claim counts.
    """
    rule, frame = ear.rule, spot.frame
    if not isinstance(rule, QuantityRule):
        return []
    taken = frozenset(
        at for first, last, one in frame.quantities for at in range(first, last + 1) if one.unit
    )
    claims = []
    for first, last, one in [*frame.quantities, *_compounds(frame, rule.find.unit)]:
        value = _in_unit(one, rule.find.unit)
        if value is None:
            continue
        compound = "-" in one.words and first == last and rule.find.unit is Unit.MAGNITUDE
        to = Tie(first, last + 1) if compound else tie(frame, ear, first, last + 1, taken)
        if to is None:
            continue
        counted = currency(one.unit) if rule.find.unit is Unit.MONEY else ""
        claims.append(told(spot, ear, value, (first, last + 1), to, counted))
    return claims


def _compounds(frame: Frame, unit: Unit) -> Iterator[tuple[int, int, Quantity]]:
    """Yield the figure of "a 6.3-magnitude quake", which is one token with its noun."""
    if unit is not Unit.MAGNITUDE:
        return
    for at, token in enumerate(frame.tokens):
        figure, _, noun = token.lower.partition("-")
        if noun.startswith("magnitude") and (found := find_all(figure)):
            if found[0].stated[0] < _WEAKEST:
                continue
            yield at, at, replace(found[0], words=token.text, span=(token.start, token.end))


def _in_unit(one: Quantity, unit: Unit) -> Quantity | None:
    """Return a quantity as one in the unit that a rule asks for, None if it is of another kind."""
    if unit is Unit.MONEY:
        return one if one.role is Role.MONEY else None
    if unit is Unit.PERCENT:
        return one if one.role is Role.PERCENT else None
    if unit is Unit.MAGNITUDE:
        plain = one.role is Role.COUNT and not one.unit.strip()
        return one if plain and _WEAKEST <= one.stated[0] < _STRONGEST else None
    factor = _scales().get(unit.value, {}).get(one.unit)
    return None if factor is None or one.role is not Role.MEASURE else _scaled(one, factor)


def currency(unit: str) -> str:
    """Return one name for a currency, however it is written: "$", "dollars", "US dollars"."""
    return _currencies().get(unit, unit)


def _scaled(one: Quantity, factor: float) -> Quantity:
    if factor == 1:
        return one
    return replace(
        one,
        stated=(_times(one.stated[0], factor), _times(one.stated[1], factor)),
        allowed=_spread(one.allowed, factor),
        implied=_spread(one.implied, factor),
    )


def _spread(interval: Interval, factor: float) -> Interval:
    low = None if interval.low is None else _times(interval.low, factor)
    high = None if interval.high is None else _times(interval.high, factor)
    return Interval(low, high, interval.low_open and low != high, interval.high_open and low != high)


def _times(number: Number, factor: float) -> Number:
    return tidy(round(number * factor, 6))


@cache
def _scales() -> dict[str, dict[str, float]]:
    """Return the units of each kind with their plurals and factors."""
    table = load_table("scales")
    kinds = [unit.value for unit in Unit if unit.value in table and unit is not Unit.MONEY]
    return {
        kind: {form: factor for word, factor in table[kind].items() for form in (word, f"{word}s")}
        for kind in kinds
    }


@cache
def _currencies() -> dict[str, str]:
    names = load_table("scales")["money"]
    return {form: name for name, words in names.items() for word in words for form in (word, f"{word}s")}
