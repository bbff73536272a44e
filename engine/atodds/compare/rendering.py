"""Recognise a sentence in other words and another order: a translation, a free rendering."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from atodds.compare.lexis import content, shared, weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.compare.words import Word

_MOST_SENTENCES = 12  # of each wording
_LEAST_CONTENT = 6  # content words; shorter sentences share as much by chance
_SHARED = 0.85  # of the shorter sentence's content words
_SHARED_BY_SPEAKER = 0.5  # ... where both are one speaker's


class Rendering(NamedTuple):
    """Two sentences, one of each wording, that say the same."""

    a: Sequence[Word]
    b: Sequence[Word]


def free_rendering(a: Sequence[Word], b: Sequence[Word], *, same_speaker: bool | None) -> Rendering | None:
    """Return the best pair of sentences that share nearly all they say, or None."""
    best, least = None, _SHARED_BY_SPEAKER if same_speaker else _SHARED
    for one in _sentences(a):
        keys_one = content(word.key for word in one)
        for other in _sentences(b):
            keys_other = content(word.key for word in other)
            shorter = min(len(keys_one), len(keys_other))
            common = shared(keys_one[:60], keys_other[:60]) / max(shorter, 1)
            if shorter >= _LEAST_CONTENT and common >= least and (best is None or common > least):
                best, least = Rendering(one, other), common
    return best


def _sentences(words: Sequence[Word]) -> list[Sequence[Word]]:
    """Cut words at the ends of sentences."""
    cuts = [0, *(at + 1 for at, word in enumerate(words) if word.pause == "."), len(words)]
    pieces = [words[start:end] for start, end in pairwise(cuts) if end > start]
    return [piece for piece in pieces if weight(word.key for word in piece) >= 2][:_MOST_SENTENCES]
