"""Counted phrases: whom a number counts, and who counts without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.extract.conftest import Reads, Tells


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("The mudslide killed 12 farmers.", "farmers"),
        ("The mudslide killed 12 young Bolivian circus performers.", "young bolivian circus performers"),
        ("The mudslide killed 12 stallholders.", "stallholders"),
        ("The mudslide killed 12 Hondurans.", "hondurans"),
        ("The mudslide killed two 17-year-olds.", "17-year-olds"),
        ("The mudslide killed twelve of the 40 pupils.", "the 40 pupils"),
        ("A family of five was killed.", ""),
        ("The mudslide killed 12.", ""),
        ("The mudslide killed 12 others.", "others"),
    ],
)
def test_a_number_counts_the_people_behind_it(reads: Reads, sentence: str, counted: str) -> None:
    """Known nouns, nouns that end like people, peoples, ages for people, and nobody named at all."""
    (claim,) = reads(sentence, rule="killed")

    assert claim.counted == counted


@pytest.mark.parametrize(
    "sentence",
    [
        "The mudslide killed 12 mules.",
        "12 police cars were buried.",
        "The mudslide killed people on Route 12.",
        "The mudslide killed the crew of Flight 93.",
        "Ana Ruiz, 31, was killed.",
        "12 helicopters were wrecked and the pilots killed.",
        "The mudslide killed people in 12 villages.",
        "The mudslide killed people in 1987.",
        "The mudslide killed a family.",
    ],
)
def test_a_number_of_something_else_counts_nobody(tells: Tells, sentence: str) -> None:
    """Animals, cars, roads, flights, ages, places, years: nobody says how many people."""
    assert tells(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("A doctor was killed.", ["killed 1"]),
        ("Another man was killed.", ["killed 1 added"]),
        ("A 44-year-old was killed.", ["killed 1"]),
        ("Kenneth Moe, a young trader, was shot dead.", ["killed 1"]),
        ("The blast left two women dead and a third wounded.", ["killed 2", "injured 1"]),
        ("Miner kidnapped in delta", ["abducted 1"]),
    ],
)
def test_one_person_without_a_number_counts_as_one(tells: Tells, sentence: str, claims: list[str]) -> None:
    assert tells(sentence) == claims


@pytest.mark.parametrize(
    "sentence", ["His wife was killed.", "The doctor was killed.", "The blast killed Ana Ruiz."]
)
def test_somebody_known_counts_only_in_a_list(tells: Tells, sentence: str) -> None:
    """A name or "his wife" is no count of the dead, though "his wife and four daughters" is one."""
    assert tells(sentence) == []
    assert tells("The fire killed his wife and four daughters.")[-1] == "killed 5"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("No farmers were killed.", "No"),
        ("Nobody was killed.", "Nobody"),
        ("None of the 40 farmers was killed.", "None"),
        ("The blast killed no one.", "no one"),
    ],
)
def test_nobody_is_a_figure_and_no_denial(reads: Reads, sentence: str, words: str) -> None:
    (claim,) = reads(sentence, rule="killed")

    assert (claim.words, str(claim.allowed), claim.asserted) == (words, "0", True)
