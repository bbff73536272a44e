"""Whether time alone explains figures that exclude each other."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.compare.trend import Dated, Trend, trend
from atodds.model.interval import Interval

MONDAY, TUESDAY, FRIDAY = date(2031, 5, 5), date(2031, 5, 6), date(2031, 5, 9)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([("12", MONDAY), ("30", TUESDAY), ("41", FRIDAY)], Trend.RISING),
        ([("12", MONDAY), (">= 30", TUESDAY), ("12", MONDAY)], Trend.RISING),
        ([("31", MONDAY), ("24", TUESDAY)], Trend.FALLING),
        ([("12", MONDAY), ("30", FRIDAY), ("24", TUESDAY), ("31", TUESDAY)], Trend.FALLING),
        ([("12", MONDAY), ("30", MONDAY)], Trend.UNKNOWN),
        ([("12", None), ("30", TUESDAY)], Trend.UNKNOWN),
        ([("12", MONDAY), ("30", None)], Trend.UNKNOWN),
        ([("12", MONDAY), ("30", TUESDAY), ("31", None)], Trend.UNKNOWN),
    ],
)
def test_a_growing_toll_rises_with_time_or_does_not(
    figures: list[tuple[str, date | None]], expected: Trend
) -> None:
    dated = [Dated(Interval.parse(value), day) for value, day in figures]

    assert trend(dated) is expected


days = st.one_of(st.none(), st.sampled_from([MONDAY, TUESDAY, FRIDAY]))
dated_figures = st.builds(
    lambda low, width, day: Dated(Interval(low, low + width), day), st.integers(0, 9), st.integers(0, 3), days
)


@given(st.lists(dated_figures, max_size=8))
def test_the_sweep_finds_what_looking_at_every_pair_finds(figures: list[Dated]) -> None:
    pairs = [
        (lower.day, higher.day)
        for lower, higher in permutations(figures, 2)
        if (lower.interval.high or 0) < (higher.interval.low or 0)
    ]
    if any(low is not None and high is not None and high < low for low, high in pairs):
        expected = Trend.FALLING
    elif any(low is None or high is None or high == low for low, high in pairs):
        expected = Trend.UNKNOWN
    else:
        expected = Trend.RISING

    assert trend(figures) is expected
