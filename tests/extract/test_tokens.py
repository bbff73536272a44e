"""Tokens: words, numbers and marks with exact offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.extract.tokens import lex


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two bakers left.", ["Two", "bakers", "left", "."]),
        ("the co-pilot's log", ["the", "co-pilot", "'s", "log"]),
        ("Peru’s coast", ["Peru", "’s", "coast"]),
        ("They didn't stop", ["They", "didn't", "stop"]),
        ("O'Hara's van", ["O'Hara", "'s", "van"]),
        ("UN-labeled lorries", ["UN-labeled", "lorries"]),
        ("the miners' camp", ["the", "miners", "'", "camp"]),
        ("a U.N. envoy", ["a", "U.N.", "envoy"]),
        ("at 5 p.m. sharp", ["at", "5", "p.m.", "sharp"]),
        ("10,000 of 12.5", ["10,000", "of", "12.5"]),
        ("10-15 boats", ["10", "-", "15", "boats"]),
        ("44-year-old twins", ["44-year-old", "twins"]),
        ("50mph on the 22nd", ["50mph", "on", "the", "22nd"]),
        ("22,24,26", ["22", ",", "24", ",", "26"]),
        ("22,240,260", ["22,240,260"]),
        ("12,34,567.89 rupees", ["12,34,567.89", "rupees"]),
        ("1.234,5 and 10'000", ["1.234,5", "and", "10'000"]),
        ("10 000 and 10\u202f500", ["10 000", "and", "10\u202f500"]),
        ("killed 230, 000 people", ["killed", "230, 000", "people"]),
        ("$3bn, USD10m, RM2.70", ["$", "3bn", ",", "USD", "10m", ",", "RM", "2.70"]),
        ("1½ and ½", ["1½", "and", "½"]),
        ("COVID-19 and sub-7", ["COVID-19", "and", "sub", "-", "7"]),
        ("wait... no -- yes", ["wait", "...", "no", "--", "yes"]),
        ("٣٤ \uff11\uff12", ["٣٤", "\uff11\uff12"]),
        ("cas\u200bes", ["cas", "es"]),
        (">= 3", [">", "=", "3"]),
        ("x\u0301y", ["x\u0301y"]),
    ],
)
def test_text_is_cut_where_a_reader_would_cut_it(text: str, words: list[str]) -> None:
    assert [token.text for token in lex(text)] == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("boats", "word"),
        ("'s", "punct"),
        ("12", "number"),
        ("12th", "number"),
        ("½", "number"),
        (".25", "number"),
        ("?", "punct"),
        ("___", "punct"),
    ],
)
def test_every_token_knows_its_kind(text: str, kind: str) -> None:
    assert lex(text)[0].kind == kind


def test_offsets_of_a_piece_count_from_the_start_of_the_text() -> None:
    text = "One boat. Two boats sank."

    tokens = lex(text, 10, 19)

    assert [(token.start, token.end, token.text) for token in tokens] == [(10, 13, "Two"), (14, 19, "boats")]


def test_lower_case_keeps_the_length_even_of_letters_that_grow() -> None:
    """A Turkish İ is two characters in lower case."""
    tokens = lex("İZMİR Boats")

    assert tokens[1].lower == "boats"
    assert tokens[1].text == "Boats"


@given(st.text())
def test_every_token_is_what_stands_at_its_offsets(text: str) -> None:
    assert all(text[token.start : token.end] == token.text for token in lex(text))


@given(st.text())
def test_tokens_follow_each_other_and_leave_out_nothing_but_space_and_the_invisible(text: str) -> None:
    done = 0
    left_out = ""
    for token in lex(text):
        assert token.start >= done
        left_out += text[done : token.start]
        done = token.end
    left_out += text[done:]
    assert not any(char.isalnum() for char in left_out)


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_a_piece_has_only_tokens_that_lie_in_it(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)

    assert all(start <= token.start < token.end <= end for token in lex(text, start, end))
