"""The gate: which sentences are worth taking apart, decided in one pass over a text for all rules."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from atodds.extract.ear import ears_of
from atodds.extract.engines import engine
from atodds.extract.folding import word_bytes
from atodds.extract.needs import ALWAYS, Sign, ear_needs, figure_needs, numbers
from atodds.extract.scan import Scan
from atodds.extract.triggers import trigger_index

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atodds.extract.needs import Need, Slot
    from atodds.rulebook.book import Rulebook

Slots = tuple[frozenset[int], ...]
"""Alternatives as numbers of literals and signs."""

_COMMON: Final = frozenset(
    {Sign.DIGIT, Sign.CAPITAL, Sign.ROLE, Sign.AGE}
)  # such signs stand in nearly every article

Numbered = tuple[int, Slots, tuple[frozenset[bytes], ...]]
"""A need: its owner, its slots, its small words."""


class Gate:
    """
    All needs of a rulebook, and the one automaton that finds their words.

    `needs` has them by the number of one of their words, `partners` by that number every word that can stand
    beside it, None where a need has no further word. `counts` are the numbers of what a quantity can begin
    with, `named` those of triggers that can be followed by names, `roles` those of the words of roles.
    """

    def __init__(self, needs: Iterable[Need]) -> None:
        self._numbers: dict[bytes, int] = {}
        self._slots: dict[Slot, frozenset[int]] = {}
        self.among = self._number(word_bytes("among"))
        self.counts = self._slot(numbers())
        by_word: defaultdict[int, dict[Numbered, None]] = defaultdict(dict)
        named: set[int] = set()
        roles: set[int] = set()
        for need in needs:
            slots = tuple(map(self._slot, need.slots))
            for number in _rarest(need, slots):
                by_word[number][need.owner, slots, need.small] = None
            if frozenset({Sign.NAMED}) in slots:
                named |= slots[0]
            if frozenset({Sign.ROLE}) in slots:
                roles = roles.union(*slots)
        self.named = frozenset(named)
        self.roles = frozenset(roles)
        self.needs = {number: _fewest(some) for number, some in by_word.items()}
        self.words = frozenset(self.needs)
        self.partners = {number: _partners(number, some) for number, some in self.needs.items()}
        self.owners = frozenset(owner for some in self.needs.values() for owner, *_ in some)
        self.engine = engine(list(self._numbers))

    def _number(self, literal: bytes) -> int:
        return self._numbers.setdefault(literal, len(self._numbers))

    def _slot(self, slot: Slot) -> frozenset[int]:
        """Return a slot by the numbers of its words; hundreds of needs share one of hundreds of words."""
        if slot not in self._slots:
            self._slots[slot] = frozenset(
                int(one) if isinstance(one, Sign) else self._number(one) for one in slot
            )
        return self._slots[slot]

    def scan(self, text: str) -> Scan:
        """Return where in a text something may be found."""
        return Scan(self, text)


def _rarest(need: Need, slots: Slots) -> Iterable[int]:
    """Return the words that a need is looked up by: those of the slot whose words are longest."""
    best: Iterable[int] = (Sign.AGE,) if frozenset({Sign.AGE}) in slots else (ALWAYS,)
    longest = 0
    for slot, numbered in zip(need.slots, slots, strict=True):
        shortest = _shortest(slot)
        if shortest > longest:
            longest, best = shortest, numbered
    return best


@cache
def _shortest(slot: Slot) -> int:
    return min(0 if isinstance(one, Sign) else len(one) for one in slot)


def _fewest(needs: Iterable[Numbered]) -> tuple[Numbered, ...]:
    """Leave out needs that ask for all that another one asks for, and more."""
    kept: list[Numbered] = []
    for need in sorted(needs, key=lambda need: (need[0], len(need[1]) + len(need[2]))):
        if not any(_covers(fewer, need) for fewer in kept):
            kept.append(need)
    return tuple(kept)


def _covers(fewer: Numbered, need: Numbered) -> bool:
    return fewer[0] == need[0] and set(fewer[1]) <= set(need[1]) and set(fewer[2]) <= set(need[2])


def _partners(number: int, needs: Iterable[Numbered]) -> frozenset[int] | None:
    """Return the words and signs of which one must stand beside a word, None where none must."""
    beside: set[int] = set()
    for _, slots, _ in needs:
        further = [slot for slot in slots if number not in slot]
        if not further or all(slot & _COMMON for slot in further):
            return None
        beside |= min(further, key=lambda slot: (bool(slot & _COMMON), len(slot)))
    return frozenset(beside)


@lru_cache(maxsize=8)
def gate_of(rulebook: Rulebook) -> Gate:
    """Return the gate of a rulebook, made once per process."""
    needs = [*figure_needs(trigger_index(rulebook))]
    for owner, ear in enumerate(ears_of(rulebook)):
        needs += ear_needs(owner, ear)
    return Gate(needs)
