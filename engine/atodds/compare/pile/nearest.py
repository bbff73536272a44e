"""Nearest: for each story the few of the pile that may be about its event, without a look at all others."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from heapq import nsmallest
from typing import TYPE_CHECKING, Final

from atodds.compare.pile.odds import odds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from atodds.compare.pile.sketch import Sketch
    from atodds.compare.pile.vectors import Vectors

_ASKED: Final = 32  # of a story's terms, the heaviest
_HELD: Final = 32  # stories that a term remembers, the last ones: what binds the work, with _ASKED
_NEAREST: Final = 16  # stories that a story is held against


@dataclass(frozen=True, slots=True)
class Near:
    """Two stories by their places in the pile, the earlier first, and how alike they are."""

    one: int
    two: int
    odds: float


def nearest(
    sketches: Sequence[Sketch], vectors: Vectors, places: Iterable[int], window: int
) -> Iterator[Near]:
    """
    Yield, for the stories at `places` in turn, those of the earlier ones that are most like it.

    Each story looks up its heaviest terms, and each term remembers its last holders: the work for a story
    is bounded, whatever the size of the pile. Stories more than `window` days apart are not held against each
    other.
    """
    holders: defaultdict[int, deque[int]] = defaultdict(lambda: deque(maxlen=_HELD))
    for two in places:
        day = sketches[two].published
        vector = vectors.of(two)
        shared: defaultdict[int, float] = defaultdict(float)
        for term in vectors.terms(two)[:_ASKED]:
            weight = vector[term]
            for one in holders[term]:
                shared[one] += weight
            holders[term].append(two)
        held = nsmallest(_NEAREST * 2, ((-weight, one) for one, weight in shared.items()))
        found: list[Near] = []
        for _, one in held:
            before = sketches[one].published
            days = None if day is None or before is None else abs((day - before).days)
            if days is None or days <= window:
                found.append(Near(one, two, round(odds(vectors.cosine(vector, one), days), 9)))
        yield from sorted(found, key=lambda near: (-near.odds, near.one))[:_NEAREST]
