"""Whom a counted noun phrase counts."""

from __future__ import annotations

import pytest

from atodds.compare.populations import lies_within, population_of, same_victims


@pytest.mark.parametrize(
    ("counted", "population"),
    [
        ("", "people"),
        ("people", "people"),
        ("shoppers", "people"),
        ("two small children", "children"),
        ("schoolgirls", "children"),
        ("pregnant women", "women"),
        ("border guards", "police"),
        ("government soldiers", "soldiers"),
        ("suspected militants", "fighters"),
        ("members of a rebel unit", "people"),
        ("children from the north", "children"),
        ("gunmen and members of their families", "fighters"),
        ("trolls", "people"),
    ],
)
def test_a_phrase_is_read_by_its_noun(counted: str, population: str) -> None:
    assert population_of(counted) == population


def test_populations_lie_within_each_other() -> None:
    assert lies_within("children", "civilians")
    assert lies_within("children", "people")
    assert lies_within("soldiers", "soldiers")
    assert not lies_within("people", "children")
    assert not lies_within("soldiers", "civilians")
    assert not lies_within("no such population", "people")


def test_people_and_civilians_may_be_the_same_dead_but_soldiers_are_not() -> None:
    assert same_victims("people", "civilians")
    assert not same_victims("people", "fighters")
    assert not same_victims("soldiers", "fighters")
