"""A scan: the words that rules listen for in one text, and what may be found around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from atodds.extract.folding import folded, word_bytes
from atodds.extract.grammar import grammar
from atodds.extract.needs import ALWAYS, Sign
from atodds.extract.numbers.numerals import numeral_readers
from atodds.extract.numbers.vague import ARTICLES
from atodds.extract.sentences import LONGEST_SENTENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from atodds.extract.engines import Found
    from atodds.extract.gate import Gate, Slots

_DIGIT: Final = re.compile(r"[\d¼-¾⅐-⅞]")
_INCLUDE: Final = frozenset({"include", "included", "includes"})
_UNNAMED: Final = frozenset({Sign.DIGIT, Sign.CAPITAL, Sign.AGE, ALWAYS})
_NOBODY: Final[frozenset[int]] = frozenset()
_place = itemgetter(1)


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
        found.sort(key=_place)
        self._numbers = [number for number, _, _ in found]
        self._starts = [start for _, start, _ in found]
        follows = _naming().match
        self._named = [
            start
            for number, start, end in found
            if number in gate.named and follows(self._folded, end - 1)
        ]
        present = {*self._numbers, *_UNNAMED}
        if self._named or gate.among in present:
            present.add(Sign.NAMED)
        self._needs = {
            number: kept
            for number in present & gate.words
            if (kept := [need for need in gate.needs[number] if _stand(need[1], present)])
        }
        self._places = [start for number, start, _ in found if number in self._needs]

    def owners(self, start: int, end: int) -> Set[int]:
        """Return the owners of needs that may find something."""
        first = bisect_left(self._places, start)
        always = ALWAYS in self._needs
        if not always and (first == len(self._places) or self._places[first] >= end):
            return _NOBODY
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        numbers = self._numbers[low:high]
        present = {*numbers, *self._signs(start, end, low, high)}
        if self._gate.among in present:
            present.add(Sign.NAMED)
        found: set[int] = set()
        for number in self._needs.keys() & present:
            for owner, slots, small in self._needs[number]:
                if owner not in found and _stand(slots, present) and self._hold(small, start, end):
                    found.add(owner)
        return found

    def _signs(self, start: int, end: int, low: int, high: int) -> Iterator[int]:
        text = self._text
        yield ALWAYS
        if _DIGIT.search(text, start, end):
            yield Sign.DIGIT
        if _age().search(text, start, end):
            yield Sign.AGE
        named = bisect_left(self._named, start)
        if named < len(self._named) and self._named[named] < end:
            yield Sign.NAMED
        named_words = self._gate.named
        if any(
            self._numbers[at] in named_words and text[self._starts[at]].isupper() for at in range(low, high)
        ):
            yield Sign.CAPITAL

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
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        counts = self._gate.counts
        numbered = _DIGIT.search(self._text, start, end) or not counts.isdisjoint(self._numbers[low:high])
        return bool(numbered) and _leaving().search(self._folded, start, end + 2) is not None


def _stand(slots: Slots, present: Set[int]) -> bool:
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


@cache
def _age() -> re.Pattern[str]:
    """Return a number between a comma or bracket and another mark: "Ana Ruiz, 31,"."""
    words = "|".join(sorted(set(numeral_readers()) - ARTICLES))
    return re.compile(
        rf"[,(]\W*(?:\d[\w¼-⅞]*|(?:{words})\b(?:[\W_]+(?:{words}|and)\b)*)\W*(?:[,.;)]|\Z)", re.IGNORECASE
    )
