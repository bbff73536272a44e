"""Vectors: each story as its most telling terms, weighed by how few stories of the pile have them."""

from __future__ import annotations

from array import array
from itertools import chain
from math import log, sqrt
from typing import TYPE_CHECKING, Final

from atodds.compare.pile.sketch import is_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from atodds.compare.pile.sketch import Sketch

# Measured on mixed archives: more terms tell no better, and cost more.
_MOST: Final = 64
_OPENING: Final = 2.0  # a term of the opening counts so much more than a later one
_NAME: Final = 1.5


class Vectors:
    """
    The stories of a pile in a space where each term is a direction and each story has length 1.

    Stories are known by their place in the pile, terms by a number.
    """

    def __init__(self, sketches: Sequence[Sketch], counted: Iterable[int]) -> None:
        """Weigh the terms of all stories by how many of the stories at `counted` places have them."""
        self._numbers: dict[str, int] = {}
        openings = [array("i", map(self._number, sketch.opening)) for sketch in sketches]
        rests = [array("i", map(self._number, sketch.rest)) for sketch in sketches]
        self._names = list(self._numbers)
        self.holders = [0] * len(self._names)
        count = 0
        for place in counted:
            count += 1
            for term in chain(openings[place], rests[place]):
                self.holders[term] += 1
        weights = [
            log((count + 1) / (held + 0.5)) * (_NAME if is_name(term) else 1.0)
            for term, held in zip(self._names, self.holders, strict=True)
        ]
        raised = [_OPENING * weight for weight in weights]
        self._terms: list[array[int]] = []
        self._weights: list[array[float]] = []
        for opening, rest in zip(openings, rests, strict=True):
            self._keep([(raised[term], term) for term in opening] + [(weights[term], term) for term in rest])

    def _number(self, term: str) -> int:
        return self._numbers.setdefault(term, len(self._numbers))

    def _keep(self, weighed: list[tuple[float, int]]) -> None:
        """Keep the terms of a story that some other story has, the heaviest first."""
        telling = [(-weight, term) for weight, term in weighed if weight > 0 and self.holders[term] > 1]
        telling = sorted(telling)[:_MOST]
        length = sqrt(sum(weight * weight for weight, _ in telling)) or 1.0
        self._terms.append(array("i", (term for _, term in telling)))
        self._weights.append(array("d", (-weight / length for weight, _ in telling)))

    def terms(self, place: int) -> array[int]:
        """Return the terms of a story, the heaviest first."""
        return self._terms[place]

    def of(self, place: int) -> dict[int, float]:
        """Return the weight of each term of a story."""
        return dict(zip(self._terms[place], self._weights[place], strict=True))

    def cosine(self, one: Mapping[int, float], place: int) -> float:
        """Return how far a story lies in the direction of a vector: 0 for no term in common, 1 for all."""
        found = zip(self._terms[place], self._weights[place], strict=True)
        return sum(one[term] * weight for term, weight in found if term in one)

    def shared(self, one: int, two: int) -> list[str]:
        """Return the terms that two stories share, those that tell most first."""
        here, there = self.of(one), self.of(two)
        weighed = sorted(
            (-here[term] * there[term], self._names[term]) for term in here.keys() & there.keys()
        )
        return [term for _, term in weighed]
