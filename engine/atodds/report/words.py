"""Text made fit for one line of a report: no control characters, no more than so many columns."""

from __future__ import annotations

import re

# Terminals obey escape sequences, and a scraped page may carry one; tabs and line ends become a space.
# Format characters (bidirectional overrides, zero-width marks) could make a line read other than it is.
_SPACE = re.compile(r"\s+")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def printable(text: str) -> str:
    """Return the text on one line, with whitespace folded and invisible characters left out."""
    return _UNPRINTABLE.sub("", _SPACE.sub(" ", text)).strip()


def clipped(text: str, width: int) -> str:
    """Return at most `width` characters, cut at a word's end with an ellipsis."""
    if len(text) <= width:
        return text
    head = text[: width - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > width // 2 else head).rstrip(" ,;:") + "…"


def clipped_around(text: str, words: str, width: int) -> str:
    """Return at most `width` characters of a sentence, such that the given words in it stay readable."""
    spot = text.find(words)
    if len(text) <= width or spot < 0 or spot + len(words) < width - 1:
        return clipped(text, width)
    start = max(0, spot - max(0, width - len(words)) // 2)
    start = text.find(" ", start, spot) + 1 or start
    return "…" + clipped(text[start:], width - 1)


def listed(parts: list[str]) -> str:
    """Return words in a row as English lists them: "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun in the right form: "1 conflict", "2 articles"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
