"""The sweep that finds positions, against the slow way of finding them."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from atodds.compare.positions import exclude_each_other, lay_out
from atodds.model.interval import Interval

numbers = st.integers(0, 12)
intervals = st.one_of(
    st.builds(Interval.exactly, numbers),
    st.builds(lambda low: Interval(low, None), numbers),
    st.builds(lambda high: Interval(None, high), numbers),
    st.builds(lambda low, width: Interval(low, low + width), numbers, st.integers(1, 6)),
)


def laid(*worded: str) -> tuple[list[list[str]], list[str]]:
    layout = lay_out(worded, Interval.parse)
    return [list(position) for position in layout.positions], list(layout.bystanders)


def test_figures_that_share_a_number_are_one_position() -> None:
    assert laid(">= 164", "164", "> 160") == ([[">= 164", "164", "> 160"]], [])


def test_a_figure_that_goes_with_every_position_stands_by() -> None:
    assert laid("[7200, 8000)", ">= 2000", "[9000, 10000)") == (
        [["[7200, 8000)"], ["[9000, 10000)"]],
        [">= 2000"],
    )


def test_bounds_that_touch_are_one_position() -> None:
    assert laid("40", "> 40", "< 40") == ([["40", "> 40", "< 40"]], [])


def test_positions_run_from_the_lowest_number_to_the_highest() -> None:
    assert laid("44", "22", "31")[0] == [["22"], ["31"], ["44"]]


def test_a_loose_figure_joins_the_larger_side_it_can_hold_with() -> None:
    """ "At least 30" contradicts the three reports of 12, and cannot stand by."""
    positions, bystanders = laid("12", "12", "12", "40", "41", "41", ">= 30")

    assert positions == [["12", "12", "12"], ["40"], ["41", "41", ">= 30"]]
    assert bystanders == []


def test_a_loose_figure_stands_by_rather_than_contradict_without_cause() -> None:
    """ "At least 30" excludes one report of 12, but would be set against 40, 41 and 42 alike."""
    positions, bystanders = laid("12", "40", "41", "42", ">= 30")

    assert (len(positions), bystanders) == (4, [">= 30"])


def test_ten_thousand_figures_are_laid_out() -> None:
    figures = [Interval(index % 97, index % 97 + index % 13) for index in range(10_000)]

    layout = lay_out(figures, lambda figure: figure)

    assert sum(map(len, layout.positions)) + len(layout.bystanders) == 10_000


@given(st.lists(intervals, max_size=12))
def test_there_is_a_conflict_exactly_where_two_figures_are_disjoint(figures: list[Interval]) -> None:
    disjoint = any(not one.meets(two) for one, two in combinations(figures, 2))

    assert exclude_each_other(figures) == disjoint
    assert (len(lay_out(figures, lambda figure: figure).positions) > 1) == disjoint


@given(st.lists(intervals, max_size=12))
def test_every_figure_has_one_place_and_a_position_shares_a_number(figures: list[Interval]) -> None:
    indexes = range(len(figures))

    layout = lay_out(indexes, figures.__getitem__)

    placed = [index for position in layout.positions for index in position] + list(layout.bystanders)
    assert sorted(placed) == list(indexes)
    for position in layout.positions:
        assert all(figures[one].meets(figures[two]) for one, two in combinations(position, 2))


@given(st.lists(intervals, min_size=1, max_size=7))
def test_no_fewer_positions_would_do(figures: list[Interval]) -> None:
    """As many positions as the largest set of figures that all exclude each other."""
    largest = max(
        size
        for size in range(1, len(figures) + 1)
        if any(
            all(not one.meets(two) for one, two in combinations(chosen, 2))
            for chosen in combinations(figures, size)
        )
    )

    assert len(lay_out(figures, lambda figure: figure).positions) == largest


@given(st.lists(intervals, max_size=10), st.randoms(use_true_random=False))
def test_the_order_of_figures_changes_no_position(figures: list[Interval], chance: object) -> None:
    def as_sets(given: list[Interval]) -> tuple[list[list[str]], list[str]]:
        layout = lay_out(given, lambda figure: figure)
        return [sorted(map(str, position)) for position in layout.positions], sorted(
            map(str, layout.bystanders)
        )

    shuffled = list(figures)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert as_sets(shuffled) == as_sets(figures)
