"""A scan: the words that rules listen for in one text, and what may be found around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, Final

from atodds.extract.folding import folded, word_bytes
from atodds.extract.grammar import grammar
from atodds.extract.needs import ALWAYS, Sign
from atodds.extract.sentences import LONGEST_SENTENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from atodds.extract.gate import Gate, Numbered, Slots

_DIGIT: Final = re.compile(r"[\d¼-¾⅐-⅞]")
_ASCII_DIGIT: Final = re.compile(r"[0-9]")
# Figures behind a comma or bracket; as ages they stand before a mark or small word: "Ana Ruiz, 31, said".
# Ages in words are told by "old", or by such a figure beside them.
_BEHIND_MARK: Final = re.compile(r"[,(][^\w,(]*+\d")  # linear: no mark is passed over twice
_AGE: Final = re.compile(r"[,(][^\w,(]*+\d[\w¼-⅞]*+\W*(?:[,.;)\n]|\Z|(?:and|of|was|from|who)\b)")
_CAPITAL_NEXT: Final = re.compile(r"[\W_]*+[^\W\da-z_]")
# A comma before a role, with nothing but a determiner between; it may stand before a stretch without words.
_COMMA_BEFORE: Final = re.compile(r"(?:,|\A)[\W_]*(?:(?:the|its|their|his|her|our)[\W_]+)?\Z", re.IGNORECASE)
_SHORT: Final = 40  # characters, more than any print has between a comma and a role
_INCLUDE: Final = frozenset({"include", "included", "includes"})
_UNNAMED: Final = frozenset({Sign.DIGIT, Sign.CAPITAL, Sign.ROLE, Sign.AGE, ALWAYS})
_NOBODY: Final[frozenset[int]] = frozenset()


class Scan:
    """
    One text, searched for the words of a gate.

    Every answer is for a stretch of the text, characters `start` to `end`, and may be too wide, never too
    narrow.
    """

    def __init__(self, gate: Gate, text: str) -> None:
        self._gate = gate
        self.all_owners = gate.owners
        self._text = text
        self._folded = folded(text)
        found = gate.engine.find(self._folded)
        self._numbers: tuple[int, ...] = ()
        self._starts: tuple[int, ...] = ()
        self._ends: tuple[int, ...] = ()
        if found:
            self._numbers, self._starts, self._ends = zip(*found, strict=True)
        follows = _naming().match
        named = gate.named
        self._named = [end for number, _, end in found if number in named and follows(self._folded, end - 1)]
        self._needs = self._needed()
        needs = self._needs
        self._places = [end for number, _, end in found if number in needs]
        self._digit = _ASCII_DIGIT if text.isascii() else _DIGIT
        if Sign.AGE in needs:
            # A byte of the folded text is one behind its character; a word's end is one further.
            self._places += [one.end() + 2 for one in _BEHIND_MARK.finditer(text)]
            self._places.sort()

    def _needed(self) -> dict[int, Sequence[Numbered]]:
        """Return, by their words, the needs of which everything stands somewhere in the text."""
        gate = self._gate
        present = {*self._numbers, *_UNNAMED}
        if self._named or gate.among in present:
            present.add(Sign.NAMED)
        needed: dict[int, Sequence[Numbered]] = {}
        for number in present & gate.words:
            partners = gate.partners[number]
            if partners is None:
                needed[number] = gate.needs[number]
            elif not partners.isdisjoint(present):
                stand = [need for need in gate.needs[number] if _stand(need[1], present)]
                if stand:
                    needed[number] = stand
        return needed

    def _range(self, places: Sequence[int], start: int, end: int) -> tuple[int, int]:
        """Return which of some sorted ends of words, in bytes of the folded text, lie in a stretch."""
        first = bisect_left(places, start + 2)
        return first, bisect_left(places, end + 3, first)

    def owners(self, start: int, end: int) -> AbstractSet[int]:
        """Return the owners of needs that may find something."""
        first, last = self._range(self._places, start, end)
        if first == last and ALWAYS not in self._needs:
            return _NOBODY
        low, high = self._range(self._ends, start, end)
        numbers = self._numbers[low:high]
        present = {*numbers, *self._signs(start, end, low, high)}
        found: set[int] = set()
        for number in self._needs.keys() & present:
            for owner, slots, small in self._needs[number]:
                if owner not in found and _stand(slots, present) and self._hold(small, start, end):
                    found.add(owner)
        return found

    def _signs(self, start: int, end: int, low: int, high: int) -> list[int]:
        """Return the signs of a stretch whose words are those from `low` to `high`."""
        text, named, roles = self._text, self._gate.named, self._gate.roles
        signs: list[int] = [ALWAYS]
        if self._digit.search(text, start, end):
            signs.append(Sign.DIGIT)
        lettered = self._digit is _DIGIT or not self._folded[start + 1 : end + 1].isspace()
        if Sign.AGE in self._needs and lettered and _AGE.search(text, start, end):
            signs.append(Sign.AGE)
        first, last = self._range(self._named, start, end)
        if first < last or self._gate.among in self._numbers[low:high]:
            signs.append(Sign.NAMED)
        if any(self._numbers[at] in named and text[self._starts[at]].isupper() for at in range(low, high)):
            signs.append(Sign.CAPITAL)
        if any(self._may_be_named(at, start, end) for at in range(low, high) if self._numbers[at] in roles):
            signs.append(Sign.ROLE)
        return signs

    def _may_be_named(self, at: int, start: int, end: int) -> bool:
        """Say whether a name may stand beside a role: a capital follows it, a comma precedes it."""
        first = self._starts[at]
        before = (
            self._text[first - _SHORT : first] if first - start > _SHORT else f"x{self._text[start:first]}"
        )
        if _COMMA_BEFORE.search(before):
            return True
        return _CAPITAL_NEXT.match(self._text, self._ends[at] - 2, end) is not None

    def _hold(self, small: tuple[frozenset[bytes], ...], start: int, end: int) -> bool:
        find = self._folded.find
        return all(any(find(word, start, end + 2) >= 0 for word in words) for words in small)

    def is_cut(self, start: int, end: int) -> bool:
        """Say whether there is no space for so long that a sentence may be cut in the middle of a word."""
        if end - start < LONGEST_SENTENCE:
            return False
        return max(map(len, self._text[start:end].split(" "))) >= LONGEST_SENTENCE - 1

    def goes_on(self, start: int, end: int) -> bool:
        """Say whether a sentence may leave its verb to the one before: "Nearly 8,000 were."."""
        low, high = self._range(self._ends, start, end)
        counts = self._gate.counts
        numbered = self._digit.search(self._text, start, end) or not counts.isdisjoint(
            self._numbers[low:high]
        )
        return bool(numbered) and _leaving().search(self._folded, start, end + 2) is not None


def _stand(slots: Slots, present: AbstractSet[int]) -> bool:
    """Say whether something of each slot is present."""
    for slot in slots:  # noqa: SIM110 - the loop is three times as fast as all()
        if slot.isdisjoint(present):
            return False
    return True


def _either(words: Iterable[str]) -> bytes:
    return b"|".join(sorted({word_bytes(word).strip() for word in words}))


@cache
def _naming() -> re.Pattern[bytes]:
    """Return what stands behind "the dead" where they are named: "were", "include"."""
    return re.compile(rb" +(?:%b) " % _either(grammar().be | _INCLUDE))


@cache
def _leaving() -> re.Pattern[bytes]:
    return re.compile(rb" (?:%b) " % _either(grammar().be | grammar().have))
