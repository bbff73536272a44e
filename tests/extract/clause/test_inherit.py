"""Inheritance: what a phrase without a trigger takes over from the claim before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.extract.conftest import Tells


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("12 were killed, including nine children.", ["killed 12", "killed 9 part"]),
        ("12 were killed, among them nine children.", ["killed 12", "killed 9 part"]),
        (
            "12 were killed, among them nine children and two teachers.",
            ["killed 12", "killed 9 part", "killed 2 part"],
        ),
        ("Twelve people were killed, three of them children.", ["killed 12", "killed 3 part"]),
        ("Twelve people (nine of them girls) were killed.", ["killed 12", "killed 9 part"]),
        (
            "12 people were killed, eight soldiers and four guards.",
            ["killed 12", "killed 8 part", "killed 4 part"],
        ),
        ("30 hikers were wounded, four critically.", ["injured 30", "injured 4 part"]),
    ],
)
def test_those_included_are_a_part(tells: Tells, sentence: str, claims: list[str]) -> None:
    assert tells(sentence) == claims


def test_more_than_the_whole_are_not_included(tells: Tells) -> None:
    assert tells("12 were killed, including the bus that had carried 40 children.") == ["killed 12"]


def test_a_bare_number_before_a_place_takes_over_the_verb(tells: Tells) -> None:
    """All of them are then places of one whole, the first too."""
    claims = tells("Six people were killed in Harar, four in Jijiga and two in Gode.")

    assert claims == ["killed 6 part", "killed 4 part", "killed 2 part"]


def test_who_was_hit_fatally_died(tells: Tells) -> None:
    assert tells("Sixteen people were shot, one fatally.") == ["injured [15, 16]", "killed 1"]


@pytest.mark.parametrize(
    ("second", "claim"),
    [
        ("Nearly 8,000 were.", "detained [7200, 8000)"),
        ("Nearly 8,000 have been.", "detained [7200, 8000)"),
        ("Nearly 8,000 were furious.", None),
        ("Nearly 8,000 were on the square.", None),
        ("Nearly 8,000 marched.", None),
    ],
)
def test_a_sentence_may_leave_its_verb_to_the_one_before(
    tells: Tells, second: str, claim: str | None
) -> None:
    """Only where nothing but the verb is left out."""
    assert tells(f"Thousands were detained. {second}") == ["detained >= 2000", *([claim] if claim else [])]
