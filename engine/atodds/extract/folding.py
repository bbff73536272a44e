"""Folding: a text as bytes that an automaton searches, one byte for each character, so that places stay."""

from __future__ import annotations

from typing import Final

_SPACE: Final = ord(" ")
_CAPITALS: Final = ord("A"), ord("Z")
_SMALL: Final = ord("a"), ord("z")
_KELVIN: Final = "\u212a"  # the one further character whose small letter is one of a to z


def _byte(code: int) -> int:
    if _CAPITALS[0] <= code <= _CAPITALS[1]:
        return code - _CAPITALS[0] + _SMALL[0]
    return code if _SMALL[0] <= code <= _SMALL[1] else _SPACE


_TABLE: Final = bytes(_byte(code) for code in range(256))


def folded(text: str) -> bytes:
    """
    Return a text in small letters, everything but A to Z as spaces, between two spaces.

    Byte 1 + n is the character n. Words that the lexer tells apart stand apart here, and what it takes for
    one word ("die-hard", "naïve") may stand here as several.
    """
    if not text.isascii() and _KELVIN in text:
        text = text.replace(_KELVIN, "k")
    return b" %b " % text.encode("ascii", "replace").translate(_TABLE)


def word_bytes(word: str) -> bytes:
    """Return how a word or phrase stands in a folded text, a space at either end; b"" if it has no letter."""
    words = folded(word).strip()
    return b" %b " % words if words else b""
