"""
The regular expressions a rule may hold: small enough to see that they end soon and what they need.

A pattern stands between slashes, "/tear[- ]?gas(ses)?/", and is read here far enough to refuse what can take
exponential time and to name a literal that every text it finds must contain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import regex

SHORTEST: Final = 3  # letters of a required literal; shorter ones stand everywhere
MOST_REPEATS: Final = 100  # a bounded repeat above this counts as endless
MOST_CHOICES: Final = 10  # how often a part that can be read in several ways may be repeated
MOST_ENDLESS: Final = 4  # endless repeats one after another; each adds a power to the time
DEEPEST: Final = 20  # groups within groups

_REPEAT: Final = re.compile(r"\{(\d*)(,?)(\d*)\}")
_GROUP: Final = re.compile(r"\?(?::|>|P?<[A-Za-z_]\w*>)")


class PatternError(ValueError):
    """A regular expression that cannot be used; `at` counts its characters from 0 to where that shows."""

    def __init__(self, text: str, at: int | None = None) -> None:
        super().__init__(text if at is None else f"{text} (character {at + 1})")


@dataclass(frozen=True, slots=True)
class Piece:
    """
    What is known of a part of a pattern.

    One of `literals` (lower case) stands in every text that it finds; None means that nothing must. `run` is
    the text itself where the part is plain. `endless` counts the endless repeats inside, `chooses` marks what
    can be read in several ways: alternatives and optional parts.
    """

    literals: frozenset[str] | None = None
    run: str = ""
    endless: int = 0
    chooses: bool = False


def is_pattern(word: str) -> bool:
    """Say whether a word of a rule is a regular expression."""
    return len(word) > 2 and word.startswith("/") and word.endswith("/")


def compile_pattern(word: str) -> regex.Pattern[str]:
    """Return the compiled expression, which ignores case; raises PatternError if it cannot be used."""
    import regex  # noqa: PLC0415 - slow to import, and few rules hold a pattern

    required_literals(word)
    return regex.compile(word[1:-1], regex.IGNORECASE | regex.VERSION0)


def required_literals(word: str) -> frozenset[str]:
    """
    Return literals, lower case, of which one stands in every text the pattern finds.

    Raises PatternError for a pattern that does not compile, can take exponential time, or needs no literal
    of at least three letters.
    """
    import regex  # noqa: PLC0415 - see above

    pattern = word[1:-1]
    try:
        regex.compile(pattern, regex.IGNORECASE | regex.VERSION0)
    except regex.error as error:
        raise PatternError(f"the pattern does not compile: {error}") from None
    except (OverflowError, RecursionError, ValueError) as error:
        raise PatternError(f"the pattern does not compile: {error}") from None
    literals = _Reader(pattern).read().literals
    if not literals:
        raise PatternError(f"the pattern needs a plain word of {SHORTEST} letters in everything it finds")
    return literals


class _Reader:
    """Reads a pattern from left to right, one alternative, part and repeat after the other."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.depth = 0

    def read(self) -> Piece:
        piece = self._alternatives()
        if self.at < len(self.pattern):
            raise PatternError("a bracket closes that was never opened", self.at)
        if piece.endless > MOST_ENDLESS:
            raise PatternError(f"the pattern can take long: {piece.endless} endless repeats in a row")
        return piece

    def _peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def _alternatives(self) -> Piece:
        branches = [self._sequence()]
        while self._peek() == "|":
            self.at += 1
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        needed = [branch.literals for branch in branches]
        literals = frozenset().union(*(some for some in needed if some))
        endless = max(branch.endless for branch in branches)
        return Piece(literals if all(needed) else None, endless=endless, chooses=True)

    def _sequence(self) -> Piece:
        """Read parts that follow each other; the longest literal among them is the one to look for."""
        needed: list[frozenset[str]] = []
        run = ""
        plain, endless, chooses = True, 0, False
        while self._peek() not in ("", "|", ")"):
            piece = self._repeated()
            if piece.run:
                run += piece.run
            else:
                plain = False
                needed.append(frozenset({run}))
                run = ""
            if piece.literals:
                needed.append(piece.literals)
            endless += piece.endless
            chooses |= piece.chooses
        needed.append(frozenset({run}))
        long_enough = [some for some in needed if min(map(len, some)) >= SHORTEST]
        best = max(long_enough, key=lambda some: min(map(len, some)), default=None)
        return Piece(best, run if plain else "", endless, chooses)

    def _repeated(self) -> Piece:
        start = self.at
        piece = self._part()
        least, most = self._repeat()
        if (least, most) == (1, 1):
            return piece
        literals = piece.literals if least else None
        if most <= MOST_REPEATS:
            if piece.chooses and most > MOST_CHOICES:
                raise PatternError(f"the pattern can take for ever: choices repeated {most} times", start)
            return Piece(literals, endless=piece.endless * most, chooses=piece.chooses or least < most)
        if piece.endless:
            raise PatternError("the pattern can take for ever: an endless repeat within another", start)
        if piece.chooses:
            raise PatternError("the pattern can take for ever: choices are repeated without end", start)
        if self.pattern[start] == ".":
            raise PatternError(
                "the pattern can run through a whole text: give the dot an end, .{0,80}", start
            )
        return Piece(literals, endless=1)

    def _repeat(self) -> tuple[int, int]:
        """Read a repeat and return how often, (1, 1) where there is none."""
        sign = self._peek()
        if sign and sign in "*+?":
            self.at += 1
            least, most = (1 if sign == "+" else 0), (1 if sign == "?" else MOST_REPEATS + 1)
        elif (bounds := _REPEAT.match(self.pattern, self.at)) and (bounds[1] or bounds[3]):
            self.at = bounds.end()
            least = int(bounds[1] or 0)
            most = int(bounds[3] or MOST_REPEATS + 1) if bounds[2] else least
        else:
            return 1, 1
        if self._peek() in ("?", "+"):
            self.at += 1
        if self._peek() in ("*", "+", "?") or _REPEAT.match(self.pattern, self.at):
            raise PatternError("the pattern can take for ever: a repeat is repeated", self.at)
        return least, most

    def _part(self) -> Piece:
        """Read one character, escape, set or group."""
        start, char = self.at, self._peek()
        self.at += 1
        if char == "(":
            return self._group(start)
        if char == "[":
            self._set(start)
            return Piece()
        if char == "\\":
            return self._escape(start)
        if char in ".^$":
            return Piece()
        return Piece(run=char.lower())

    def _escape(self, start: int) -> Piece:
        char = self._peek()
        self.at += 1
        if char.isdigit() or char in "gkK":
            raise PatternError("references to groups cannot be searched for fast", start)
        if char in "pPN" and self._peek() == "{":
            self.at = self.pattern.index("}", self.at) + 1
            return Piece()
        if char.isalpha():
            if char in "xuULXm" or char not in "bBdDsSwWAZzaeftnrvhR":
                raise PatternError(f"\\{char} is not known here", start)
            return Piece()
        return Piece(run=char.lower())

    def _set(self, start: int) -> None:
        """Pass over a set of characters."""
        self.at += self._peek() == "^"
        self.at += self._peek() == "]"
        while self._peek() != "]":
            if not self._peek():
                raise PatternError("a set of characters is never closed", start)
            if self._peek() == "[":
                raise PatternError("a set within a set is not read; write \\[", self.at)
            self.at += 2 if self._peek() == "\\" else 1
        self.at += 1

    def _group(self, start: int) -> Piece:
        if self.depth == DEEPEST:
            raise PatternError("groups are nested too deep", start)
        if self._peek() == "?":
            opener = _GROUP.match(self.pattern, self.at)
            if opener is None:
                raise PatternError("of groups only (...), (?:...) and (?<name>...) are read", start)
            self.at = opener.end()
        self.depth += 1
        piece = self._alternatives()
        self.depth -= 1
        if self._peek() != ")":
            raise PatternError("a bracket is never closed", start)
        self.at += 1
        return Piece(piece.literals, endless=piece.endless, chooses=piece.chooses)
