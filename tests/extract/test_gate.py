"""The gate lets through every sentence in which the lexer sees a trigger."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.extract.gate import Gate
from atodds.extract.tokens import lex

WORDS = ("die", "dead", "go", "goes", "killed")


@pytest.mark.parametrize("text", ["many die", "die", "12dead", "she goes", "die-hard", "(killed)", "die’s"])
def test_a_whole_word_opens(text: str) -> None:
    assert Gate(WORDS).opens(text)


@pytest.mark.parametrize("text", ["diesel", "deadline", "cargoes", "skilled", "", "İdie"])
def test_a_word_inside_another_does_not(text: str) -> None:
    assert not Gate(WORDS).opens(text)


def test_without_words_nothing_opens() -> None:
    assert not Gate(()).opens("many die")


@given(
    st.lists(st.sampled_from([*WORDS, " ", "-", "’", "s", "7", "\u200b", "_", "İ", "."])).map("".join)
    | st.text()
)
def test_no_word_that_the_lexer_sees_is_stopped(text: str) -> None:
    if any(token.lower in WORDS for token in lex(text)):
        assert Gate(WORDS).opens(text.lower())


@given(st.text(st.characters(max_codepoint=0x24F)), st.integers(0, 20), st.integers(0, 20))
def test_the_lower_case_of_a_token_is_its_own_wherever_a_piece_is_cut(text: str, one: int, two: int) -> None:
    for token in lex(text, min(one, two), max(one, two)):
        assert token.lower == "".join(char.lower() if char != "İ" else char for char in token.text)
