"""States, nouns and tolls: figures without a verb that says what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.extract.conftest import Tells


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("12 dead, 30 hurt.", ["killed 12", "injured 30"]),
        ("The storm left 12 dead and 30 injured.", ["killed 12", "injured 30"]),
        ("12 hikers have since been found dead.", ["killed 12"]),
        ("12 hikers had been dead for days.", ["killed 12"]),
        ("Dead: 12.", ["killed 12"]),
        ("12 wounded hikers were carried down.", ["injured 12"]),
        ("Twelve hikers are in custody.", ["detained 12"]),
        ("Twelve hikers are still missing.", ["missing 12"]),
        ("Twelve hikers are in the custody of a guide.", []),
        ("Twelve missing paintings hung there.", []),
    ],
)
def test_a_state_counts_those_of_whom_it_holds(tells: Tells, sentence: str, claims: list[str]) -> None:
    assert tells(sentence) == claims


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("The flood caused nine deaths.", ["killed 9"]),
        ("The deaths of nine miners shook the town.", ["killed 9"]),
        ("The police made 44 arrests.", ["detained 44"]),
        ("There were no casualties.", ["injured 0", "killed 0"]),
        ("The flood caused nine casualties.", []),
    ],
)
def test_a_noun_counts_itself_or_those_of_whom_it_is_said(
    tells: Tells, sentence: str, claims: list[str]
) -> None:
    """Casualties are dead or wounded, nobody knows which: only their absence says something."""
    assert tells(sentence) == claims


@pytest.mark.parametrize(
    "sentence",
    ["Among the dead were two nuns.", "Two nuns were among the dead.", "The dead included two nuns."],
)
def test_some_of_the_dead_are_a_part(tells: Tells, sentence: str) -> None:
    assert tells(sentence) == ["killed 2 part"]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The death toll rose to 12.", "killed 12"),
        ("The death toll is now 12.", "killed 12"),
        ("The death toll rose from nine to 12.", "killed 12"),
        ("A death toll of at least 12 was given.", "killed >= 12"),
        ("This brought the number of dead to 12.", "killed 12"),
        ("This brought to 12 the number of dead.", "killed 12"),
        ("The death toll has passed 50.", "killed > 50"),
        ("THE DEATH TOLL ROSE TO 12.", "killed 12"),
    ],
)
def test_a_toll_announces_its_figure(tells: Tells, sentence: str, claim: str) -> None:
    assert tells(sentence) == [claim]


def test_a_toll_passes_over_what_it_was(tells: Tells) -> None:
    assert tells("The death toll, which stood at nine on Friday, is now 12.") == ["killed 12"]
