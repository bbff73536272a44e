"""Range plots: each voice's interval, hedge and point on one axis, in percent of its width."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from atodds.model.interval import Interval, Number
    from atodds.model.quantity import Quantity

WIDE = 50
"""Where the largest number is so many times the smallest, the axis is logarithmic."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the axis in percent; an open end means that the interval goes on beyond it."""

    left: float
    width: float
    endless: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """The interval of one wording: what it allows, what a reader takes from it, and the figure itself."""

    allowed: Span
    implied: Span
    point: float | None
    says: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on the axis."""

    left: float
    label: str


class Axis:
    """An axis on which all intervals of a finding have room."""

    def __init__(self, quantities: Sequence[Quantity]) -> None:
        numbers = [bound for one in quantities for bound in _bounds(one)]
        low, high = min(numbers, default=0), max(numbers, default=1)
        self._logarithmic = low > 0 and high / low >= WIDE
        if self._logarithmic:
            self._low, self._high = low / 1.3, high * 1.5
        else:
            room = (high - low) or max(1.0, abs(high) * 0.2)
            self._low, self._high = low - 0.08 * room, high + 0.12 * room
            if low >= 0:
                self._low = max(0.0, self._low)
        self._scale: Callable[[float], float] = math.log if self._logarithmic else float

    def place(self, number: Number) -> float:
        """Return where a number stands, from 0 to 100."""
        inside = min(max(float(number), self._low), self._high)
        start, end = self._scale(self._low), self._scale(self._high)
        return round(100 * (self._scale(inside) - start) / (end - start), 2)

    def span(self, interval: Interval) -> Span:
        """Return the stretch of an interval."""
        left = 0.0 if interval.low is None else self.place(interval.low)
        right = 100.0 if interval.high is None else self.place(interval.high)
        return Span(left, round(right - left, 2), endless=interval.high is None)

    def bar(self, quantity: Quantity) -> Bar:
        """Return the bar of one wording."""
        low, high = quantity.stated
        point = self.place(low) if low == high else None
        return Bar(
            self.span(quantity.allowed), self.span(quantity.implied), point, in_words(quantity.allowed)
        )

    def ticks(self) -> list[Tick]:
        """Return some round numbers of the axis."""
        if self._logarithmic:
            powers = range(math.floor(math.log10(self._low)), math.ceil(math.log10(self._high)) + 1)
            numbers: Iterable[float] = (first * 10.0**power for power in powers for first in (1, 2, 5))
        else:
            step = _round_step((self._high - self._low) / 5)
            first = math.ceil(self._low / step)
            numbers = (step * count for count in range(first, math.floor(self._high / step) + 1))
        inside = [number for number in numbers if self._low <= number <= self._high]
        # Labels of a wide logarithmic axis would touch: every third, which is a power of ten, is enough.
        if len(inside) > 8:
            inside = [number for number in inside if math.log10(number).is_integer()]
        return [Tick(self.place(number), number_in_words(number)) for number in inside]


def gap_of(axis: Axis, quantities: Sequence[Quantity]) -> Span | None:
    """Return the stretch from the lowest ceiling to the highest floor, None where some number fits all."""
    ceilings = [one.allowed.high for one in quantities if one.allowed.high is not None]
    floors = [one.allowed.low for one in quantities if one.allowed.low is not None]
    if not ceilings or not floors or min(ceilings) >= max(floors):
        return None
    left = axis.place(min(ceilings))
    return Span(left, round(axis.place(max(floors)) - left, 2))


def in_words(interval: Interval) -> str:
    """Return what an interval allows: "exactly 12", "40 or more", "7,200 to below 8,000"."""
    low = "" if interval.low is None else number_in_words(interval.low)
    high = "" if interval.high is None else number_in_words(interval.high)
    if interval.is_point:
        return f"exactly {low}"
    if not high:
        return (
            f"{'more than ' if interval.low_open else ''}{low}{'' if interval.low_open else ' or more'}"
            or "any"
        )
    if not low or (interval.low == 0 and not interval.low_open):
        return f"{'fewer than' if interval.high_open else 'at most'} {high}"
    return f"{'above ' if interval.low_open else ''}{low} to {'below ' if interval.high_open else ''}{high}"


def number_in_words(number: Number) -> str:
    """Return a number with commas, without a trail of noughts."""
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,.10g}"


def _bounds(quantity: Quantity) -> list[Number]:
    ends = (quantity.allowed.low, quantity.allowed.high, quantity.implied.low, quantity.implied.high)
    return [*quantity.stated, *(end for end in ends if end is not None)]


def _round_step(rough: float) -> float:
    """Return the next step above that people count in: 1, 2 or 5 with noughts."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)
