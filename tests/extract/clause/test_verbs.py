"""Verbs: whom an active, passive or intransitive verb counts, with all that may stand in its group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.extract.conftest import Tells


@pytest.mark.parametrize(
    "sentence",
    [
        "The storm killed 12 farmers.",
        "The storm has killed 12 farmers.",
        "The storm, killing 12 farmers, moved on.",
        "12 farmers were killed.",
        "12 farmers have also been killed.",
        "12 farmers were reportedly killed.",
        "12 farmers killed in storm",
        "12 farmers died.",
        "12 farmers have died.",
        "12 farmers lost their lives.",
        "Also killed were 12 farmers.",
        "In the storm were killed 12 farmers.",
        "The storm claimed the lives of 12 farmers.",
        "12 farmers are believed to have been killed.",
        "The gang went on to kill 12 farmers.",
    ],
)
def test_the_voice_and_tense_of_a_verb_do_not_matter(tells: Tells, sentence: str) -> None:
    assert tells(sentence) == ["killed 12"]


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("12 farmers were shot and killed.", ["killed 12"]),
        ("Raiders shot and killed 12 farmers.", ["killed 12"]),
        ("12 farmers were killed and 30 wounded.", ["killed 12", "injured 30"]),
        ("12 farmers were killed and 30 were wounded.", ["killed 12", "injured 30"]),
        ("Police fatally shot two men.", ["killed 2"]),
        ("Two men were fatally shot.", ["killed 2"]),
        ("Police shot two men.", ["injured 2"]),
        ("The storm killed 12 farmers and wounded 30.", ["killed 12", "injured 30"]),
        ("Two smugglers who killed 12 farmers were arrested.", ["detained 2", "killed 12"]),
    ],
)
def test_verbs_in_a_row_each_count_their_own(tells: Tells, sentence: str, claims: list[str]) -> None:
    assert sorted(claims) == sorted(tells(sentence))


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("The police took 12 teachers into custody.", ["detained 12"]),
        ("12 teachers were taken by lorry into custody.", ["detained 12"]),
        ("The police took 12 teachers into a hall.", []),
        ("Gunmen took at least 12 nurses hostage.", ["abducted >= 12"]),
        ("Gunmen took at least 12 nurses home.", []),
        ("A kite fell and 12 children were taken to a nearby hospital.", ["injured 12"]),
    ],
)
def test_a_verb_of_several_words_needs_them_all(tells: Tells, sentence: str, claims: list[str]) -> None:
    """The words behind the verb may stand apart from it, but must stand there."""
    assert tells(sentence) == claims


@pytest.mark.parametrize(
    "sentence",
    [
        "Twelve teachers were arrested and later released.",
        "The city has released 12 detained teachers.",
        "Twelve teachers were released.",
    ],
)
def test_a_word_of_unless_cancels_the_verb(tells: Tells, sentence: str) -> None:
    assert tells(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        pytest.param(
            "12 shot and killed in market raid",
            ["killed 12"],
        ),
        pytest.param(
            "12 farmers are known to have died.",
            ["killed 12"],
        ),
    ],
)
def test_chains_and_long_groups_keep_their_subject(tells: Tells, sentence: str, claims: list[str]) -> None:
    assert tells(sentence, rule="killed") == claims
