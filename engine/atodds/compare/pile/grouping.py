"""From sketches to events: which stories of a pile are about one thing, and what the event is called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from atodds.compare.pile.copies import originals_of
from atodds.compare.pile.gather import Groups
from atodds.compare.pile.nearest import Near, nearest
from atodds.compare.pile.vectors import Vectors

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from atodds.compare.pile.sketch import Key, Sketch

WINDOW: Final = 365
"""Days between publications beyond which two stories are not held against each other."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """
    The events of a pile.

    `sketches` are in order of day and id, those of unknown days last; `roots` has for each the place of the
    first story of its event, `beside` that of the story most like it: one of its event where that has
    another, else one of any other event.
    """

    sketches: Sequence[Sketch]
    roots: Sequence[int]
    beside: Mapping[int, int]
    _vectors: Vectors

    def leaders(self) -> dict[Key, Key]:
        """Return for each story the first one of its event, by which the event is called."""
        return {
            sketch.key: self.sketches[root].key
            for sketch, root in zip(self.sketches, self.roots, strict=True)
        }

    def shared(self, place: int, other: int) -> list[str]:
        """Return the terms that two stories share, those that tell most first."""
        return self._vectors.shared(place, other)


def events_of(sketches: Iterable[Sketch], *, window: int = WINDOW) -> dict[Key, Key]:
    """
    Return the event of each story, called by the event's first story in order of day and id.

    A story is a key (article id, index in the article) and has one sketch; the order of the sketches does
    not matter. Stories published more than `window` days apart are not held against each other. Takes
    time in proportion to the number of stories, and memory of a few thousand bytes for each. How much a
    term tells is reckoned from these very sketches: give it those of a whole archive, or of a stretch of
    time, not a handful.
    """
    return grouped(sketches, window=window).leaders()


def grouped(sketches: Iterable[Sketch], *, window: int = WINDOW) -> Grouping:
    """Return the events of sketches, as `events_of`, with what explains them."""
    ordered = sorted(sketches, key=lambda one: (one.published or date.max, one.article, one.story))
    originals = originals_of(ordered, window)
    firsts = [place for place, original in enumerate(originals) if place == original]
    vectors = Vectors(ordered, firsts)
    groups = Groups(ordered, vectors, originals)
    pairs = list(nearest(ordered, vectors, firsts, window))
    groups.join(near for near in pairs if near.odds >= 0)
    roots = [groups.root(place) for place in range(len(ordered))]
    return Grouping(ordered, roots, _beside(pairs, roots, originals), vectors)


def _beside(pairs: Iterable[Near], roots: Sequence[int], originals: Sequence[int]) -> dict[int, int]:
    """Return for each story the one most like it: its original or copy, a member of its event, any other."""
    beside: dict[int, int] = {}
    for near in sorted(pairs, key=lambda near: (roots[near.one] != roots[near.two], -near.odds, near.one)):
        beside.setdefault(near.one, near.two)
        beside.setdefault(near.two, near.one)
    for place in range(len(roots) - 1, -1, -1):
        if originals[place] != place:
            beside[place] = originals[place]
            beside[originals[place]] = place
    return beside
