"""Groups of stories, joined by the mean of what their members have in common."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atodds.compare.pile.gather import Groups
from atodds.compare.pile.nearest import Near, nearest
from atodds.compare.pile.odds import odds
from atodds.compare.pile.vectors import Vectors

if TYPE_CHECKING:
    from tests.compare.pile.conftest import Sketches

WORDS = ["ash", "bell", "cask", "dune", "elm", "forge", "gorse", "hull", "inn", "jetty"]
stories = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, unique=True), min_size=4, max_size=9)


@given(stories)
@settings(deadline=None)
def test_the_sum_of_a_group_holds_the_mean_cosine_of_its_pairs(
    sketches: Sketches, written: list[list[str]]
) -> None:
    made = [sketches(f"a{n}", " ".join(words)) for n, words in enumerate(written)]
    vectors = Vectors(made, range(len(made)))
    groups = Groups(made, vectors, range(len(made)))
    groups._merge(0, 1)
    groups._merge(2, 3)

    pairs = [vectors.cosine(vectors.of(one), two) for one, two in product((0, 1), (2, 3))]

    assert groups._odds(0, 2) == pytest.approx(odds(sum(pairs) / 4, 0))


@given(stories)
@settings(deadline=None)
def test_a_story_has_length_one_or_nothing_in_common_with_any(
    sketches: Sketches, written: list[list[str]]
) -> None:
    made = [sketches(f"a{n}", " ".join(words)) for n, words in enumerate(written)]
    vectors = Vectors(made, range(len(made)))

    lengths = [vectors.cosine(vectors.of(place), place) for place in range(len(made))]

    assert all(length == pytest.approx(1) or not vectors.of(place) for place, length in enumerate(lengths))


def test_copies_weigh_as_many_stories(sketches: Sketches) -> None:
    made = [sketches(f"a{n}", words) for n, words in enumerate(("ash bell", "ash bell", "bell cask", "cask"))]
    vectors = Vectors(made, (0, 2, 3))
    groups = Groups(made, vectors, (0, 0, 2, 3))

    assert groups.root(1) == 0
    assert groups._odds(0, 2) == pytest.approx(odds(vectors.cosine(vectors.of(0), 2), 0))


def test_a_pair_that_is_more_likely_two_events_joins_nothing(sketches: Sketches) -> None:
    made = [sketches("a", "ash bell"), sketches("b", "cask dune")]
    groups = Groups(made, Vectors(made, (0, 1)), (0, 1))

    groups.join([Near(0, 1, 5.0)])

    assert groups.root(1) == 1


def test_a_story_is_held_against_few_however_many_are_like_it(sketches: Sketches) -> None:
    made = [sketches(f"a{n}", f"ash bell cask w{n} w{n + 1}") for n in range(200)]
    vectors = Vectors(made, range(200))

    pairs = list(nearest(made, vectors, range(200), 365))

    assert max(sum(pair.two == story for pair in pairs) for story in range(200)) == 16


@pytest.mark.parametrize("days", [0, 1, 10, 400])
def test_odds_grow_with_what_is_shared_and_fall_with_the_days_between(days: int) -> None:
    assert odds(0.3, days) > odds(0.2, days) > odds(0.2, days + 1)


def test_an_unknown_day_is_worth_a_few_days() -> None:
    assert odds(0.2, 0) > odds(0.2, None) > odds(0.2, 30)
