"""Positions: the fewest sets of readings such that all of a set could hold together, found in one sweep."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from atodds.model.interval import Interval

T = TypeVar("T")

# Beyond every count; a number of its own, so that open sides sort with the closed ones.
_INFINITE = float("inf")


@dataclass(frozen=True, slots=True)
class Layout(Generic[T]):
    """
    Readings set apart: `positions` from the lowest number to the highest, and who stands with all of them.

    Each position holds readings that share a number. `bystanders` exclude no position, or exclude so few that
    putting them into one would set them against more readings than they contradict.
    """

    positions: tuple[tuple[T, ...], ...]
    bystanders: tuple[T, ...]


def lay_out(readings: Sequence[T], interval_of: Callable[[T], Interval]) -> Layout[T]:
    """
    Return the positions of some readings; O(n log n).

    The least number of points that stab every interval makes the positions (bounds that touch count as
    shared, as in `Interval.meets`). A reading that holds one point belongs there. One that holds several, as
    "at least 44" holds 44 and 48, goes to the point with the most readings, unless it holds every point or
    stands against fewer readings than it would then be set against without cause.
    """
    bounds = [_closed(interval_of(reading)) for reading in readings]
    points = _stabbing_points(bounds)
    if len(points) < 2:
        return Layout((tuple(readings),) if readings else (), ())
    members: dict[int, list[int]] = defaultdict(list)
    loose: list[tuple[int, int, int]] = []
    for index, (low, high) in enumerate(bounds):
        first, last = bisect_left(points, low), bisect_right(points, high) - 1
        if first == last:
            members[first].append(index)
        else:
            loose.append((index, first, last))
    sizes = _Peaks([len(members[point]) for point in range(len(points))])
    excluded = _Excluded(bounds)
    bystanders: list[int] = []
    for index, first, last in loose:
        home = sizes.highest(first, last)
        against = excluded.by(bounds[index])
        without_cause = len(bounds) - against - sizes.heights[home]
        holds_all = first == 0 and last == len(points) - 1
        if holds_all or against < without_cause:
            bystanders.append(index)
        else:
            members[home].append(index)
    # No position is empty: the interval whose upper end made a point holds no other point.
    positions = tuple(
        tuple(readings[index] for index in sorted(members[point])) for point in range(len(points))
    )
    return Layout(positions, tuple(readings[index] for index in sorted(bystanders)))


def exclude_each_other(intervals: Sequence[Interval]) -> bool:
    """Say whether any two intervals have no number in common: the highest low is above the lowest high."""
    bounds = [_closed(interval) for interval in intervals]
    return bool(bounds) and max(low for low, _ in bounds) > min(high for _, high in bounds)


def _closed(interval: Interval) -> tuple[float, float]:
    low = -_INFINITE if interval.low is None else interval.low
    high = _INFINITE if interval.high is None else interval.high
    return low, high


def _stabbing_points(bounds: Sequence[tuple[float, float]]) -> list[float]:
    """Return the fewest numbers such that each interval holds one, in rising order."""
    points: list[float] = []
    for low, high in sorted(set(bounds), key=lambda bound: (bound[1], bound[0])):
        if not points or low > points[-1]:
            points.append(high)
    return points


class _Excluded:
    """Counts the intervals that have no number in common with a given one."""

    def __init__(self, bounds: Sequence[tuple[float, float]]) -> None:
        self._lows = sorted(low for low, _ in bounds)
        self._highs = sorted(high for _, high in bounds)

    def by(self, bound: tuple[float, float]) -> int:
        low, high = bound
        return bisect_left(self._highs, low) + len(self._lows) - bisect_right(self._lows, high)


class _Peaks:
    """Finds the highest of a row of numbers within any stretch of it, the first one where several are."""

    def __init__(self, heights: list[int]) -> None:
        self.heights = heights
        self._best = [list(range(len(heights)))]
        width = 1
        while 2 * width <= len(heights):
            row = self._best[-1]
            self._best.append([self._higher(row[at], row[at + width]) for at in range(len(row) - width)])
            width *= 2

    def highest(self, first: int, last: int) -> int:
        level = (last - first + 1).bit_length() - 1
        row = self._best[level]
        return self._higher(row[first], row[last - (1 << level) + 1])

    def _higher(self, one: int, two: int) -> int:
        return two if self.heights[two] > self.heights[one] else one
