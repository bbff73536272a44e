"""Gather: stories become groups, the likest first, as long as their members are alike on the whole."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from atodds.compare.pile.odds import odds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from atodds.compare.pile.nearest import Near
    from atodds.compare.pile.sketch import Sketch
    from atodds.compare.pile.vectors import Vectors


class Groups:
    """
    Stories of a pile, each at first a group of its own, joined by average linkage.

    Joining whoever is like one member would chain an archive into one event. The sum of a group's vectors
    holds the mean cosine of all pairs of two groups, so that none of the pairs is looked at.
    """

    def __init__(self, sketches: Sequence[Sketch], vectors: Vectors, originals: Sequence[int]) -> None:
        """Put copies with their originals; `originals` has the place of each story's own."""
        self._vectors = vectors
        self._above = list(originals)
        self._sums: dict[int, dict[int, float]] = {}
        self._counts = [0] * len(originals)
        self._dated = [0] * len(originals)
        self._days = [0] * len(originals)
        for sketch, original in zip(sketches, originals, strict=True):
            self._counts[original] += 1
            if sketch.published is not None:
                self._dated[original] += 1
                self._days[original] += sketch.published.toordinal()

    def root(self, place: int) -> int:
        """Return the place by which the group of a story is known: that of its first story."""
        while self._above[place] != place:
            self._above[place] = self._above[self._above[place]]
            place = self._above[place]
        return place

    def join(self, pairs: Iterable[Near]) -> None:
        """Join groups as long as two of which members are a pair are one event more likely than not."""
        waiting = [(-pair.odds, pair.one, pair.two) for pair in pairs]
        heapify(waiting)
        while waiting:
            at, one, two = heappop(waiting)
            here, there = sorted((self.root(one), self.root(two)))
            if here == there:
                continue
            score = round(self._odds(here, there), 9)
            if score < 0:
                continue
            if waiting and -score > waiting[0][0] and -score > at:
                heappush(waiting, (-score, one, two))
            else:
                self._merge(here, there)

    def _odds(self, one: int, two: int) -> float:
        sum_of_cosines = self._dot(one, two)
        days = None
        if self._dated[one] and self._dated[two]:
            days = abs(self._days[one] / self._dated[one] - self._days[two] / self._dated[two])
        return odds(sum_of_cosines / (self._counts[one] * self._counts[two]), days)

    def _dot(self, one: int, two: int) -> float:
        here, there = sorted((self._sum(one), self._sum(two)), key=len)
        return sum(weight * there[term] for term, weight in here.items() if term in there)

    def _sum(self, root: int) -> dict[int, float]:
        """Return the sum of a group's vectors; that of copies is one of them, so many times."""
        if root in self._sums:
            return self._sums[root]
        count = self._counts[root]
        return {term: weight * count for term, weight in self._vectors.of(root).items()}

    def _merge(self, root: int, other: int) -> None:
        small, large = sorted((self._sum(root), self._sum(other)), key=len)
        for term, weight in small.items():
            large[term] = large.get(term, 0.0) + weight
        self._sums.pop(other, None)
        self._sums[root] = large
        self._above[other] = root
        for amounts in (self._counts, self._dated, self._days):
            amounts[root] += amounts[other]
