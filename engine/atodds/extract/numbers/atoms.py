"""The finest cut of a text for reading numbers: compounds such as "44-year-old" taken apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from atodds.extract.numbers.words import number_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.extract.tokens import Kind, Token

_HYPHENS = frozenset("-\u2010\u2011")
_NUMBER = re.compile(
    r"""
    (?P<number>
        (?P<digits> \d [\d.,'’\u00a0\u2009\u202f\u066b\u066c ]* | \. \d+ )?
        (?P<vulgar> [¼-¾⅐-⅞] )?
    )
    """,
    re.VERBOSE,
)
_PART = re.compile(r"[-\u2010\u2011]|[^-\u2010\u2011]+")


@dataclass(slots=True)
class Atoms:
    """
    Parallel lists of `size` entries, one an atom: words in lower case and as printed, offsets, kind.

    Lists and not objects, since every word of a candidate paragraph passes through here.
    """

    low: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    kind: list[Kind] = field(default_factory=list)
    size: int = 0

    def word(self, index: int) -> str:
        """Return the lower-case word at an index, "" outside the text."""
        return self.low[index] if 0 <= index < self.size else ""

    def glued(self, index: int) -> bool:
        """Say whether the atom follows the one before it without a gap."""
        return 0 < index < self.size and self.end[index - 1] == self.start[index]

    def extend(
        self,
        starts: Sequence[int],
        ends: Sequence[int],
        texts: Sequence[str],
        lows: Sequence[str],
        kinds: Sequence[Kind],
    ) -> None:
        """Append atoms by the column."""
        self.start += starts
        self.end += ends
        self.text += texts
        self.low += lows
        self.kind += kinds
        self.size += len(kinds)

    def add(self, start: int, text: str, kind: Kind) -> None:
        """Append one atom."""
        self.low.append(text.lower())
        self.text.append(text)
        self.start.append(start)
        self.end.append(start + len(text))
        self.kind.append(kind)
        self.size += 1


def atoms_of(tokens: Sequence[Token]) -> Atoms:
    """
    Return the atoms of tokens: compounds that hold a number are cut at hyphens and after their digits.

    "44-year-old" gives 44 - year - old, "twenty-one" gives twenty - one, "50mph" gives 50 mph, while
    "co-pilot" stays whole. Digits of other scripts become ASCII ones; their length stays.
    """
    if not tokens:
        return Atoms()
    starts, ends, texts, lows, kinds = zip(*tokens, strict=True)
    atoms = Atoms()
    done = 0
    for at, (words, kind) in enumerate(zip(lows, kinds, strict=True)):
        if kind == "number":
            if words.isascii() and words.isdigit():
                continue
        elif kind == "punct" or "-" not in words or not _holds_number(words):
            continue
        atoms.extend(starts[done:at], ends[done:at], texts[done:at], lows[done:at], kinds[done:at])
        take_apart = _take_number_apart if kind == "number" else _take_compound_apart
        take_apart(atoms, starts[at], texts[at])
        done = at + 1
    atoms.extend(starts[done:], ends[done:], texts[done:], lows[done:], kinds[done:])
    return atoms


def _holds_number(lower: str) -> bool:
    return not number_words().compound.isdisjoint(lower.split("-"))


def _take_compound_apart(atoms: Atoms, start: int, words: str) -> None:
    for part in _PART.finditer(words):
        atoms.add(start + part.start(), part.group(), "punct" if part.group() in _HYPHENS else "word")


def _take_number_apart(atoms: Atoms, start: int, words: str) -> None:
    for part in _PART.finditer(words):
        at = start + part.start()
        found = _NUMBER.match(part.group())
        if part.group() in _HYPHENS:
            atoms.add(at, "-", "punct")
        elif found is None or not found.group():
            atoms.add(at, part.group(), "word")
        else:
            if found["digits"]:
                atoms.add(at, _ascii_digits(found["digits"]), "number")
            if found["vulgar"]:
                atoms.add(at + found.start("vulgar"), found["vulgar"], "word")
            suffix = part.group()[found.end("number") :]
            if suffix:
                atoms.add(at + found.end("number"), suffix, "word")


def _ascii_digits(digits: str) -> str:
    if digits.isascii():
        return digits
    return "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in digits)
