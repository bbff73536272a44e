"""Grades: how one wording of an utterance differs from another, and who is one speaker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import atodds
from atodds.compare.grade import grade_quotes
from atodds.compare.speakers import same_speaker
from atodds.compare.wording import compare_wording, word_diff
from atodds.compare.words import read_words
from atodds.model.quote import Grade

CORPUS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "fixtures" / "corpus" / "quotes.yaml").read_text(encoding="utf-8")
)
PAIRS = [
    pytest.param(*pair, grade, id=f"{grade}: {pair[0][:40]} | {pair[1][:40]}")
    for grade, pairs in CORPUS["grades"].items()
    for pair in pairs
]
SPEAKERS = [
    pytest.param(*pair, verdict, id=" | ".join(pair))
    for name, verdict in (("same", True), ("other", False), ("unknown", None))
    for pair in CORPUS["speakers"][name]
]


@pytest.mark.parametrize(("a", "b", "grade"), PAIRS)
def test_a_pair_has_the_grade_of_the_corpus_in_either_order(a: str, b: str, grade: str) -> None:
    assert (str(grade_quotes(a, b)), str(grade_quotes(b, a))) == (grade, grade)


@pytest.mark.parametrize("told", CORPUS["told"], ids=lambda told: told["a"])
def test_a_wording_says_why_and_shows_the_words(told: dict[str, str]) -> None:
    wording = compare_wording(told["a"], told["b"])

    assert (wording.reason, wording.diff) == (told["reason"], told["diff"])


def test_the_api_offers_grade_quotes() -> None:
    assert (
        atodds.grade_quotes("We will rebuild the mill", "We will not rebuild the mill") == "meaning_changed"
    )


def test_one_speaker_lets_a_free_rendering_count() -> None:
    a = "The harbour office told us that the broken cranes on the north quay are mended"
    b = "They assured us the cranes had all been repaired, those of the north quay, once broken"

    assert compare_wording(a, b).grade is Grade.DIFFERENT
    assert compare_wording(a, b, same_speaker=True).grade is not Grade.DIFFERENT


def test_reasons_change_sides_with_the_wordings() -> None:
    assert compare_wording("The dam is safe for us", "The dam is not safe for us").reason == (
        "negation: nothing against 'not'"
    )


@pytest.mark.parametrize(("a", "b", "verdict"), SPEAKERS)
def test_speakers_are_compared_in_either_order(a: str, b: str, *, verdict: bool | None) -> None:
    assert (same_speaker(a, b), same_speaker(b, a)) == (verdict, verdict)


WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "bridge",
            "is",
            "not",
            "safe",
            "only",
            "12",
            "forty",
            "Leeds",
            "[he]",
            "…",
            "...",
            "we",
            "they",
            "will",
            "must",
            "may",
            "said.",
            "cables,",
            '"',
            "’s",
            "didn't",
            "U.N.",
            "s***",
            "and",
            "fell",
        ]
    ),
    max_size=25,
).map(" ".join)
ANY = st.one_of(WORDS, st.text(max_size=80))


@settings(max_examples=200)
@given(ANY, ANY)
def test_the_grade_does_not_depend_on_the_order(a: str, b: str) -> None:
    assert grade_quotes(a, b) is grade_quotes(b, a)


@settings(max_examples=200)
@given(ANY)
def test_a_wording_is_identical_with_itself(a: str) -> None:
    assert grade_quotes(a, a) is Grade.IDENTICAL
    assert grade_quotes(a, f"{a},") is Grade.IDENTICAL


@settings(max_examples=200)
@given(ANY, ANY)
def test_words_of_equal_keys_say_the_same(a: str, b: str) -> None:
    alike = [word.key for word in read_words(a)] == [word.key for word in read_words(b)]

    if alike:
        assert grade_quotes(a, b) in {Grade.IDENTICAL, Grade.TYPOGRAPHIC, Grade.EDITED}


@settings(max_examples=200)
@given(WORDS)
def test_a_piece_of_a_quotation_changes_no_meaning(a: str) -> None:
    half = " ".join(a.split()[: len(a.split()) // 2])

    assert grade_quotes(a, half) is not Grade.MEANING_CHANGED


@settings(max_examples=100)
@given(WORDS, WORDS)
def test_a_diff_without_the_added_words_is_the_first_wording(a: str, b: str) -> None:
    diff = word_diff(a, b)

    assert diff.count("[-") == diff.count("-]")
    assert diff.count("{+") == diff.count("+}")


@settings(max_examples=200)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_speakers_may_be_asked(a: str, b: str) -> None:
    assert same_speaker(a, b) is same_speaker(b, a)
