"""Counted noun phrases: a number with whom it counts, and the sentence's phrases in order."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from atodds.model.quantity import Quantity


@dataclass(slots=True)
class Counted:
    """
    A number and its noun, as token places: `first` to `last`, both inclusive.

    `noun` is the head noun as worded, lower case, "" for a bare number ("12 were killed"). `of_whole` marks
    "two of them", "nine of the dead"; `others` and `more` who comes beside or on top of those before;
    `single` one person without a number ("a soldier"). A `silent` one counts only as a member of a list: "his
    wife" in "killed his wife and four daughters". `inner` are the places of words between number and noun
    ("wounded" in "12 wounded soldiers").
    """

    first: int
    last: int
    quantity: Quantity
    noun: str
    of_whole: bool = False
    others: bool = False
    more: bool = False
    single: bool = False
    silent: bool = False
    inner: tuple[int, ...] = ()

    @property
    def bare(self) -> bool:
        """Say whether no noun follows the number."""
        return not self.noun


class Phrases:
    """The counted phrases of one sentence in order of place, found by where they start or end."""

    def __init__(self, members: Iterable[Counted]) -> None:
        self._members = sorted(members, key=attrgetter("first"))
        self._by_first = {phrase.first: phrase for phrase in self._members}
        self._by_last = {phrase.last: phrase for phrase in self._members}

    def __len__(self) -> int:
        return len(self._members)

    def __iter__(self) -> Iterator[Counted]:
        return iter(self._members)

    def __reversed__(self) -> Iterator[Counted]:
        return reversed(self._members)

    def starting_at(self, at: int) -> Counted | None:
        """Return the phrase whose first token is at a place."""
        return self._by_first.get(at)

    def ending_at(self, at: int) -> Counted | None:
        """Return the phrase whose last token is at a place."""
        return self._by_last.get(at)
