"""Trend: whether figures that exclude each other follow from time alone."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from atodds.model.interval import Interval

_INFINITE = float("inf")


class Trend(StrEnum):
    """How figures that exclude each other lie in time."""

    RISING = "rising"  # whoever says more says it later
    FALLING = "falling"  # at least one says less later
    UNKNOWN = "unknown"  # of at least two, nobody knows which is later


class Dated(NamedTuple):
    """An interval and the day it held, None where no day is known."""

    interval: Interval
    day: date | None


def trend(figures: Iterable[Dated]) -> Trend:
    """
    Return the trend of figures of which some exclude each other; O(n log n).

    RISING takes every excluding pair to be of known days, the higher figure's the later one. Of the rest a
    pair that falls decides before a pair of unknown order.
    """
    rows = [
        (
            -_INFINITE if interval.low is None else interval.low,
            _INFINITE if interval.high is None else interval.high,
            day,
        )
        for interval, day in figures
    ]
    by_high = sorted(rows, key=lambda row: row[1])
    below = 0
    latest: date | None = None
    undated = rising = False
    worst = Trend.RISING
    for low, _, day in sorted(rows, key=lambda row: row[0]):
        # All that end below this one's low exclude it.
        while below < len(by_high) and by_high[below][1] < low:
            before = by_high[below][2]
            undated = undated or before is None
            if before is not None and (latest is None or before > latest):
                latest = before
            rising = True
            below += 1
        if not rising:
            continue
        if day is not None and latest is not None and day < latest:
            return Trend.FALLING
        if day is None or undated or day == latest:
            worst = Trend.UNKNOWN
    return worst
