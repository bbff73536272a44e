"""An interval of numbers: what a wording allows, with open, closed or missing bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass

Number = int | float

_NUMBER = r"-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?"
_BRACKETS = re.compile(
    rf"""(?P<left>[\[(])\s*
        (?P<low>{_NUMBER}|-inf)\s*,\s*
        (?P<high>{_NUMBER}|inf)\s*
        (?P<right>[\])])""",
    re.VERBOSE,
)
_COMPARISON = re.compile(rf"(?P<sign>>=|<=|>|<|=)?\s*(?P<number>{_NUMBER})")


@dataclass(frozen=True, slots=True)
class Interval:
    """
    A convex set of numbers between `low` and `high`.

    `None` is an unbounded side; an open side leaves its bound out. Raises ValueError when nothing could lie
    inside (low above high, or an open side on a single point).
    """

    low: Number | None
    high: Number | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None:
            empty = self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))
            if empty:
                raise ValueError(f"no number lies in {self}")

    @classmethod
    def exactly(cls, number: Number) -> Interval:
        """Return the interval that holds one number."""
        return cls(number, number)

    @classmethod
    def parse(cls, text: str) -> Interval:
        """
        Read what `str()` prints, or a comparison as rule tests word it: ">= 2000", "< 10", "164".

        Raises ValueError for anything else.
        """
        stripped = text.strip()
        if brackets := _BRACKETS.fullmatch(stripped):
            low = None if brackets["low"] == "-inf" else _number(brackets["low"])
            high = None if brackets["high"] == "inf" else _number(brackets["high"])
            return cls(
                low,
                high,
                low_open=low is not None and brackets["left"] == "(",
                high_open=high is not None and brackets["right"] == ")",
            )
        if comparison := _COMPARISON.fullmatch(stripped):
            number = _number(comparison["number"])
            sign = comparison["sign"] or "="
            if sign == "=":
                return cls(number, number)
            if sign.startswith(">"):
                return cls(number, None, low_open=sign == ">")
            return cls(None, number, high_open=sign == "<")
        raise ValueError(f"{text!r} is no interval; write 164, >= 160, < 10 or [7500, 8500)")

    @property
    def is_point(self) -> bool:
        """Say whether exactly one number lies inside."""
        return self.low is not None and self.low == self.high

    def __contains__(self, number: Number) -> bool:
        above = self.low is None or number > self.low or (number == self.low and not self.low_open)
        below = self.high is None or number < self.high or (number == self.high and not self.high_open)
        return above and below

    def contains(self, other: Interval) -> bool:
        """Say whether every number of the other interval lies in this one."""
        low_fits = self.low is None or (
            other.low is not None
            and (other.low > self.low or (other.low == self.low and (other.low_open or not self.low_open)))
        )
        high_fits = self.high is None or (
            other.high is not None
            and (
                other.high < self.high
                or (other.high == self.high and (other.high_open or not self.high_open))
            )
        )
        return low_fits and high_fits

    def meets(self, other: Interval) -> bool:
        """
        Say whether the two overlap or at least touch.

        Bounds that only touch meet even when one of them is open: writers round, and "40" against
        "more than 40" contradicts nobody (DESIGN §3).
        """
        left = self.high is None or other.low is None or other.low <= self.high
        right = self.low is None or other.high is None or self.low <= other.high
        return left and right

    def hull(self, other: Interval) -> Interval:
        """Return the smallest interval that contains both."""
        low, low_open = _outer((self.low, self.low_open), (other.low, other.low_open), lowest=True)
        high, high_open = _outer((self.high, self.high_open), (other.high, other.high_open), lowest=False)
        return Interval(low, high, low_open, high_open)

    def shared(self, other: Interval) -> Interval | None:
        """Return the numbers both allow, a touching point included, or None where they are disjoint."""
        if not self.meets(other):
            return None
        lows = [(b, o) for b, o in ((self.low, self.low_open), (other.low, other.low_open)) if b is not None]
        highs = [
            (b, o) for b, o in ((self.high, self.high_open), (other.high, other.high_open)) if b is not None
        ]
        low, low_open = max(lows) if lows else (None, False)
        high, high_open = min(highs, key=lambda bound: (bound[0], not bound[1])) if highs else (None, False)
        if low is not None and low == high:
            return Interval(low, low)
        return Interval(low, high, low_open, high_open)

    def __str__(self) -> str:
        if self.is_point and not (self.low_open or self.high_open):
            return f"{self.low}"
        left = "(" if self.low_open or self.low is None else "["
        right = ")" if self.high_open or self.high is None else "]"
        low = "-inf" if self.low is None else f"{self.low}"
        high = "inf" if self.high is None else f"{self.high}"
        return f"{left}{low}, {high}{right}"


def _number(text: str) -> Number:
    value = float(text)
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


_Bound = tuple[Number | None, bool]  # the number and whether it is left out; None is no bound


def _outer(one: _Bound, two: _Bound, *, lowest: bool) -> _Bound:
    """Return the bound further out."""
    if one[0] is None or two[0] is None:
        return None, False
    if one[0] == two[0]:
        return one[0], one[1] and two[1]
    return one if (one[0] < two[0]) == lowest else two
