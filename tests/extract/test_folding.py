"""A folded text keeps the places of its characters and the words that the lexer sees."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.extract.folding import folded, word_bytes
from atodds.extract.tokens import lex


@pytest.mark.parametrize(
    ("text", "bytes_"),
    [("Two KILLED.", b" two killed  "), ("die‑hard", b" die hard "), ("naïve 12", b" na ve    ")],
)
def test_letters_are_small_and_all_else_is_space(text: str, bytes_: bytes) -> None:
    assert folded(text) == bytes_


@given(st.text())
def test_each_character_is_one_byte(text: str) -> None:
    assert len(folded(text)) == len(text) + 2


def test_no_other_character_becomes_a_letter_by_lower() -> None:
    """All that the lexer lowers to ASCII letters is folded to them; İ stays what it is in a token."""
    for code in range(128, sys.maxunicode + 1):
        lower = chr(code).lower()
        if lower.isascii() and lower.isalpha():
            assert folded(chr(code)).decode().strip() == lower


@given(
    st.lists(
        st.sampled_from(
            ["die", "Dead", "K", " ", "-", "’", "s", "7", "½", "\u200b", "_", "İ", ".", "é", "US"]
        )
    )
)
def test_every_word_of_the_lexer_stands_in_the_folded_text(parts: list[str]) -> None:
    text = "".join(parts)
    for token in lex(text):
        if token.kind == "word" and word_bytes(token.text):
            # what the lexer glues to a number ("US$" in "US7") ends at a digit, which is a space here
            assert word_bytes(token.lower) in folded(text)
