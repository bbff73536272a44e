"""Laws of intervals: what is printed reads back, and meeting, sharing and containing go together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.model.interval import Interval, Number

NUMBERS = st.integers(-(10**14), 10**14) | st.floats(-1e14, 1e14)


def _interval(one: Number | None, two: Number | None, opens: tuple[bool, bool]) -> Interval:
    low, high = (one, two) if one is None or two is None or one <= two else (two, one)
    if low == high:
        return Interval(low, high)
    return Interval(low, high, opens[0] and low is not None, opens[1] and high is not None)


INTERVALS = st.builds(
    _interval, st.none() | NUMBERS, st.none() | NUMBERS, st.tuples(st.booleans(), st.booleans())
)


@given(INTERVALS)
def test_what_is_printed_reads_back(interval: Interval) -> None:
    assert Interval.parse(str(interval)) == interval


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("164", "164"),
        ("= 164", "164"),
        (">= 160", "[160, inf)"),
        ("> 160", "(160, inf)"),
        ("<= 10", "(-inf, 10]"),
        ("< 10", "(-inf, 10)"),
        (" [7500, 8500) ", "[7500, 8500)"),
        ("(-inf, inf)", "(-inf, inf)"),
        ("2.5", "2.5"),
    ],
)
def test_rule_tests_word_intervals_as_comparisons(words: str, printed: str) -> None:
    assert str(Interval.parse(words)) == printed


@pytest.mark.parametrize("words", ["", "about 12", "[12", "12..14", "[9, 1]", "(3, 3]", "[2, 2)"])
def test_what_holds_no_number_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"is no interval|no number lies in"):
        Interval.parse(words)


@given(INTERVALS, INTERVALS)
def test_meeting_is_symmetric(one: Interval, two: Interval) -> None:
    assert one.meets(two) == two.meets(one)


@given(INTERVALS, INTERVALS)
def test_intervals_meet_exactly_where_they_share_something(one: Interval, two: Interval) -> None:
    shared = one.shared(two)

    assert (shared is not None) == one.meets(two)
    assert shared == two.shared(one)


@given(INTERVALS, INTERVALS, NUMBERS)
def test_what_two_share_lies_in_both(one: Interval, two: Interval, number: Number) -> None:
    """Where they only touch the one point they share may be the bound that one leaves out."""
    shared = one.shared(two)
    if number in one and number in two:
        assert shared is not None
        assert number in shared
    elif shared is not None and number in shared:
        assert shared.is_point


@given(INTERVALS, INTERVALS)
def test_the_hull_contains_both(one: Interval, two: Interval) -> None:
    hull = one.hull(two)

    assert hull.contains(one)
    assert hull.contains(two)
    assert hull == two.hull(one)


@given(INTERVALS, INTERVALS, NUMBERS)
def test_containing_is_holding_every_number(one: Interval, two: Interval, number: Number) -> None:
    if one.contains(two) and number in two:
        assert number in one
    if one.contains(two) and two.contains(one):
        assert one == two


@given(INTERVALS, INTERVALS)
def test_what_is_contained_is_what_is_shared(one: Interval, two: Interval) -> None:
    assert one.contains(one)
    if one.contains(two):
        assert one.shared(two) == two
        assert one.hull(two) == one


@given(NUMBERS)
def test_a_point_holds_its_number_alone(number: Number) -> None:
    point = Interval.exactly(number)

    assert point.is_point
    assert number in point
    assert number + max(1, abs(number)) not in point


def test_bounds_that_only_touch_meet() -> None:
    """Writers round: "40" contradicts nobody who says "more than 40", though it is not among its numbers."""
    more_than_40 = Interval(40, None, low_open=True)

    assert 40 not in more_than_40
    assert Interval.exactly(40).meets(more_than_40)
    assert not Interval.exactly(39).meets(more_than_40)
