"""Subjects and objects: from a verb to those it counts, over all that may stand between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.extract.conftest import Tells


@pytest.mark.parametrize(
    "sentence",
    [
        "Twelve pupils (all of one class) were killed.",
        "Twelve pupils, who had been on their way to a fair, were killed.",
        "Twelve pupils, most of them girls, were killed.",
        "Twelve pupils from two neighbouring villages were killed.",
        "Twelve pupils -- half of them girls -- were killed.",
        'Twelve pupils on a "long awaited" trip were killed.',
        "Twelve pupils who had survived the first slide were killed.",
        "The bus, with 40 pupils on board, fell, and 12 were killed.",
        "Of the 40 pupils on the bus, twelve were killed.",
    ],
)
def test_a_subject_is_found_over_what_stands_between(tells: Tells, sentence: str) -> None:
    totals = [claim for claim in tells(sentence, rule="killed") if not claim.endswith("part")]

    assert totals == ["killed 12"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The 40 pupils sang, and a bird was killed.",
        "Twelve pupils saw that a bird was killed.",
        "The teacher of 12 pupils was killed.",
        "After twelve pupils had left the hall, the caretaker was killed.",
        "Twelve pupils watched; nothing was killed.",
    ],
)
def test_the_subject_of_another_clause_is_not_taken(tells: Tells, sentence: str) -> None:
    assert tells(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The slide, which geologists had seen coming, killed 12 pupils.",
        "The slide killed all the 12 pupils aboard.",
        "The slide killed on Sunday 12 pupils.",
        "The slide killed instantly 12 pupils.",
        "The slide killed and maimed 12 pupils.",
    ],
)
def test_an_object_is_found_behind_small_words(tells: Tells, sentence: str) -> None:
    assert tells(sentence, rule="killed") == ["killed 12"]


@pytest.mark.parametrize(
    ("sentence", "members"),
    [
        ("The fire killed seven farmers and five nurses.", ["7", "5"]),
        ("Seven farmers and five nurses were killed.", ["7", "5"]),
        ("Seven farmers, a doctor and five nurses were killed.", ["7", "1", "5"]),
        ("The fire killed seven farmers, a doctor and five nurses.", ["7", "1", "5"]),
        ("The fire killed seven farmers as well as five nurses.", ["7", "5"]),
    ],
)
def test_the_members_of_a_list_are_parts(tells: Tells, sentence: str, members: list[str]) -> None:
    """What they add up to is said behind them, as a sum."""
    *parts, total = tells(sentence)

    assert parts == [f"killed {member} part" for member in members]
    assert total == f"killed {sum(map(int, members))}"


def test_a_list_that_repeats_its_first_figure_explains_it(tells: Tells) -> None:
    """Six villagers: a doctor and five nurses; not twelve people."""
    assert tells("Six villagers, a doctor and five nurses were killed.") == ["killed 6"]


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        pytest.param(
            "Twelve pupils, the mayor said, were killed.",
            ["killed 12"],
        ),
        pytest.param(
            "Seven farmers and, in the next valley, five nurses were killed.",
            ["killed 7 part", "killed 5 part", "killed 12"],
            marks=pytest.mark.xfail(reason="a place between commas cuts a list in two", strict=True),
        ),
        pytest.param(
            "An aide, 31, and two guards were killed.",
            ["killed 1 part", "killed 2 part", "killed 3"],
        ),
    ],
)
def test_what_stands_between_does_not_hide_the_subject(
    tells: Tells, sentence: str, claims: list[str]
) -> None:
    assert tells(sentence) == claims
