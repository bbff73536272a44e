"""The text around the quotes: sentences and words with every quotation blanked out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from atodds.extract.sentences import split
from atodds.extract.tokens import Token, lex

if TYPE_CHECKING:
    from atodds.extract.quote_marks import Marked


class Frame:
    """
    A text whose quotations are single blank words, so that sentences can be read past them.

    All positions are characters of the original text, since blanks keep the length of what they replace.
    """

    def __init__(self, text: str, marked: list[Marked]) -> None:
        self.text = text
        self.marked = marked
        self._tokens: dict[int, list[Token]] = {}
        self._token_starts: dict[int, list[int]] = {}

    @cached_property
    def masked(self) -> str:
        """Return the text with each quotation as a blank word between straight marks."""
        pieces: list[str] = []
        at = 0
        for pair in self.marked:
            length = pair.closed - pair.opened - 2
            first = "X" if self.text[pair.start].isupper() else "x"
            last = self.text[pair.end - 1]
            blank = (first + "x" * (length - 2) + (last if last in ".,?!…" else "x"))[-length:]
            pieces += (self.text[at : pair.opened], '"', blank, '"')
            at = pair.closed
        pieces.append(self.text[at:])
        return "".join(pieces)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Return the sentences of the masked text."""
        return split(self.masked)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence_at(self, at: int) -> int:
        """Return the number of the sentence that holds a character, or of the one before it."""
        return max(0, bisect_right(self._starts, at) - 1)

    def tokens(self, number: int) -> list[Token]:
        """Return the words of one sentence, lexed once."""
        if number not in self._tokens:
            self._tokens[number] = lex(self.masked, *self.sentences[number])
        return self._tokens[number]

    def tokens_around(self, number: int, pair: Marked) -> tuple[int, int]:
        """Return the range of tokens that a quotation takes up in its sentence."""
        if number not in self._token_starts:
            self._token_starts[number] = [token.start for token in self.tokens(number)]
        starts = self._token_starts[number]
        return bisect_left(starts, pair.opened), bisect_left(starts, pair.closed)

    def words(self, start: int, end: int) -> str:
        """Return a stretch of the original text, white space folded."""
        return " ".join(self.text[start:end].split())
