"""What a word can be, as flags: looked up once per word and process, since every step asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atodds.extract.grammar import grammar, stops

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

STOP: Final = 1
"""No noun phrase goes past it."""
VERB: Final = 2
"""It looks like a finite verb or participle: listed, a trigger, or in -ed."""
ADVERB: Final = 4
"""It may stand inside a verb group or behind a noun phrase without being a noun."""
TRIGGER: Final = 8
"""A verb or state that some rule listens for."""
SINGLE: Final = 16
"""It leads one person without a number: a, another, his."""
BEFORE_MEMBER: Final = 32
"""One person without article or number may follow it: and, with."""

_MOST: Final = 200_000  # words held; a corpus has no end of figures and names


class WordClasses(dict[str, int]):
    """The flags of lower-case words, for the verbs and states that a rulebook listens for."""

    def __init__(self, verbs: AbstractSet[str], states: AbstractSet[str]) -> None:
        words = grammar()
        self._triggers = verbs | states
        self._verbs = words.verbs | verbs | words.auxiliaries | words.said
        self._single = words.definite | {"a", "an", "another"}

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        words = grammar()
        adverb = word.endswith("ly") and len(word) > 4 and word not in words.not_adverbs
        flags = (
            (STOP if word in stops() else 0)
            | (VERB if word in self._verbs or (word.endswith("ed") and len(word) > 4) else 0)
            | (ADVERB if adverb or word in words.adverbs else 0)
            | (TRIGGER if word in self._triggers else 0)
            | (SINGLE if word in self._single else 0)
            | (BEFORE_MEMBER if word in words.before_member else 0)
        )
        self[word] = flags
        return flags
