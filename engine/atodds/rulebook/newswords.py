"""Which words of a text say what it is about."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")


def content_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words that say what a text is about, without their endings and with them, lower case."""
    empty = empty_words()
    for found in WORD.finditer(text):
        word = found.group().lower().replace("’", "'").removesuffix("'s")
        if len(word) > 3 and word not in empty:
            yield stem(word), word


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return a word without -s, -ed, -ing, such that "raids" and "raid" are one; no dictionary is asked."""
    for ending in ("ings", "ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@cache
def empty_words() -> frozenset[str]:
    """Return the words by which no story is told from another, lower case."""
    words = load_table("newswords")
    return frozenset((*words["grammar"], *words["common"], *words["calendar"]))
