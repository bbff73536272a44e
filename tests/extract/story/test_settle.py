"""Settling: which figures of a story are its totals, seen beside all its others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.extract.conftest import Reads, Tells

LEAD = ("A ferry burned on the river on Friday.", "Officials gave no names.", "Divers came at noon.")


@pytest.mark.parametrize(
    ("headline", "body", "aside"),
    [
        ("Dozens killed in ferry fire", "At least 31 people were killed.", True),
        ("31 killed in ferry fire", "At least 31 people were killed.", True),
        ("31 killed in ferry fire", "29 people were killed.", False),
        ("At least 31 killed in ferry fire", "31 people were killed.", False),
        ("Dozens killed in ferry fire", "Twelve people were killed.", False),
    ],
)
def test_a_headline_may_be_short_for_its_story(
    reads: Reads, headline: str, body: str, *, aside: bool
) -> None:
    """A plain or vague figure stands for the fuller one below it, unless no reader would take it so."""
    first, second = reads(body, headline=headline, rule="killed")

    assert first.asserted is not aside
    assert first.reason.startswith("short for") is aside
    assert second.asserted


@pytest.mark.parametrize(
    ("paragraphs", "claims"),
    [
        (["Two others were killed."], ["killed 2 added"]),
        (["A driver was killed.", "Two others died in hospital."], ["killed 1", "killed 2 added"]),
        (["The blast killed nine people.", "Another two died."], ["killed 9", "killed 2 added"]),
        (["The blast killed nine people.", "Another 26 people were hurt."], ["killed 9", "injured 26"]),
        (["The blast killed nine people and hurt 30 others."], ["killed 9", "injured 30"]),
    ],
)
def test_others_come_on_top_of_their_own_kind(tells: Tells, paragraphs: list[str], claims: list[str]) -> None:
    """Others beside the dead are no addition to the hurt."""
    assert tells(*paragraphs) == claims


@pytest.mark.parametrize(
    ("paragraphs", "claims"),
    [
        (["A cook was killed."], ["1"]),
        (["A cook was killed.", "31 people were killed."], ["1 part", "31"]),
        (["31 people were killed.", "A cook was killed."], ["31", "1 part"]),
        (["A cook was killed.", "A guard was killed."], ["1 part", "1 part"]),
        ([*LEAD, "A cook was killed in the galley."], ["1 part"]),
        ([*LEAD, "One cook was killed in the galley."], ["1"]),
    ],
)
def test_a_single_victim_is_the_toll_only_where_the_story_leads_with_one(
    tells: Tells, paragraphs: list[str], claims: list[str]
) -> None:
    """Somebody described is one of several; "one" is a count."""
    assert tells(*paragraphs) == [f"killed {claim}" for claim in claims]


def test_whoever_did_it_is_counted_apart(tells: Tells) -> None:
    """They are the toll where the story counts nobody else."""
    assert tells("The blast killed 14 people.", "Two suspects were killed by police.") == [
        "killed 14",
        "killed 2 part",
    ]
    assert tells("Two suspects were killed by police.") == ["killed 2"]


@pytest.mark.parametrize(
    ("paragraphs", "claims"),
    [
        (["31 people were killed.", *LEAD, "Nine people were killed on deck."], ["31", "9 part"]),
        (["31 people were killed.", "Nine people were killed on deck."], ["31", "9"]),
        (["31 people were killed.", *LEAD, "40 people were killed, all told."], ["31", "40"]),
        (["31 people were killed.", *LEAD, "More than 30 people were killed."], ["31", "> 30"]),
        (
            [
                "The coast guard said 31 people were killed.",
                *LEAD,
                "The harbour master said nine people were killed.",
            ],
            ["31", "9"],
        ),
    ],
)
def test_a_later_smaller_figure_is_a_part_of_the_lead(
    tells: Tells, paragraphs: list[str], claims: list[str]
) -> None:
    """Unless the lead gives it, too, or it is larger, or may be the same, or another source gives it."""
    assert tells(*paragraphs) == [f"killed {claim}" for claim in claims]


@pytest.mark.parametrize(
    ("paragraphs", "claims"),
    [
        (["31 people died.", "The three victims killed at home were cooks."], ["31", "3 part"]),
        (["The toll rose to 31 after nine bodies were found."], ["31", "9 part"]),
    ],
)
def test_those_already_counted_are_a_part(tells: Tells, paragraphs: list[str], claims: list[str]) -> None:
    assert tells(*paragraphs) == [f"killed {claim}" for claim in claims]


def test_a_figure_far_above_the_event_is_of_the_whole_war(reads: Reads) -> None:
    first, second = reads(
        "Nine people died in a raid on Friday.", "The fighting there has killed 170,000 people."
    )

    assert (first.part, second.part) == ("total", "background")
    assert second.reason == "far above the figures of this event"


@pytest.mark.parametrize(
    ("paragraphs", "hurt"),
    [
        (["Five people were shot."], "injured 5"),
        (["Five people were shot.", "Two were killed."], "injured [3, 5]"),
        (["Five people were shot.", "Nobody was killed."], "injured 5"),
        (["Five people were shot.", "Nine were killed."], "injured 5"),
        (["Five people were wounded.", "Two were killed."], "injured 5"),
    ],
)
def test_an_undecided_verb_is_widened_by_the_dead(tells: Tells, paragraphs: list[str], hurt: str) -> None:
    """Of five people shot, the dead may be two: then three to five were hurt."""
    assert tells(*paragraphs)[0] == hurt


def test_the_same_figure_printed_twice_counts_once(reads: Reads) -> None:
    """Twice means at one place: two articles' worth of offsets are two claims."""
    twice = reads("Nine people died.", "Nine people died.")

    assert [claim.evidence.start for claim in twice] == [0, 19]
