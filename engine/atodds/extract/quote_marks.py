"""Pair the quotation marks of a text, whatever their shape and however badly they are set."""

from __future__ import annotations

import re
from typing import NamedTuple

from atodds.extract.said import said_words

_LONGEST = 4_000  # characters between two marks of one paragraph; more is a lost mark
_LONGEST_IN_ALL = 12_000  # ... and of a quote that runs over several paragraphs
_DEEPEST = 4
_MOST_INSIDE = 50  # pairs inside one pair

_OPENING = frozenset("“„«‹〝") | {"``"}
_CLOSING = frozenset("”»›〞‟") | {"''"}
_BEFORE_OPEN = frozenset(" \t\n\r\u00a0\u2009\u200b\u202f([{<—–-/:;>*_…‘'’“\"")
_AFTER_CLOSE = frozenset(" \t\n\r\u00a0\u2009\u200b\u202f.,;:!?)]}—–…’'”\"-/<*_")

_SIGN = re.compile(
    r"""
    (?P<break> \n [^\S\n]* \n \s* | \n [^\S\n]* )     # a blank line, or a single line break
  | (?P<mark> `` | '' | ["“”„‟″«»‹›〝〞＂] )           # the double marks, angular ones among them
    """,
    re.VERBOSE,
)
# Where a sign can begin: `re` finds a set of characters many times as fast as alternatives.
_SIGNS = re.compile(r"[\n`'\"“”„‟″«»‹›〝〞＂]")
_SINGLE = re.compile(r"[\n'‘’‚‛]")
_APOSTROPHE = re.compile(r"['‘’‚‛]")
_WORD_AFTER = re.compile(
    r"\s?(?P<first>[^\W\d_][\w'’]*)(?:\s+(?P<second>[^\W\d_][\w'’]*))?(?:\s+(?P<third>[^\W\d_][\w'’]*))?"
)
# Apostrophes that open a word: "'90s", "'til", "rock 'n' roll".
_CLIPPED = re.compile(
    r"['‘’](?:\d0s?\b|\d\d\b|(?:em|til|till|cause|tis|twas|n|round|bout|ol|cuz|s|nuff)\b)", re.IGNORECASE
)
_ANY = re.compile(r"[\"“”„‟″«»‹›〝〞＂'‘’‚‛`]")
_LETTER = re.compile(r"[^\W_]")


class Marked(NamedTuple):
    """
    The words between a pair of marks, in characters.

    `start`..`end` is without the marks, `opened`..`closed` with them; `inner` holds the pairs inside it.
    """

    start: int
    end: int
    opened: int
    closed: int
    inner: tuple[Marked, ...] = ()


class _Open(NamedTuple):
    glyph: str
    opened: int
    start: int
    inner: list[Marked]


def find_marked(text: str) -> list[Marked]:
    """
    Return the outermost pairs of quotation marks in order, each with the pairs inside it.

    A mark without a partner yields nothing. A quote may run over several paragraphs where each of them
    begins with a mark again. Linear time, never raises.
    """
    if not _ANY.search(text):
        return []
    doubles = sorted(_Pairing(text).read(), key=lambda pair: pair.opened)
    pairs = [*doubles, *_uncrossed(_single(text), doubles)]
    pairs.sort(key=lambda pair: (pair.opened, -pair.closed))
    outer: list[Marked] = []
    inner: list[list[Marked]] = []
    for pair in pairs:
        if not outer or pair.opened >= outer[-1].closed:
            outer.append(pair)
            inner.append(list(pair.inner))
        elif not inner[-1] or pair.opened >= inner[-1][-1].closed:
            inner[-1].append(pair)
    return [
        pair._replace(inner=tuple(sorted(inside, key=lambda one: one.opened)))
        for pair, inside in zip(outer, inner, strict=True)
    ]


def _uncrossed(singles: list[Marked], doubles: list[Marked]) -> list[Marked]:
    """Leave out single pairs that cut through a double one: their marks were apostrophes."""
    kept = []
    at = 0
    for single in singles:
        while at < len(doubles) and doubles[at].closed <= single.opened:
            at += 1
        if not any(_crosses(single, double) for double in doubles[at : at + _MOST_INSIDE]):
            kept.append(single)
    return kept


def _crosses(one: Marked, other: Marked) -> bool:
    if other.opened >= one.closed or one.opened >= other.closed:
        return False
    return not (other.opened < one.opened and one.closed < other.closed) and not (
        one.opened < other.opened and other.closed < one.closed
    )


class _Pairing:
    """The double marks of one text, read from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.done: list[Marked] = []
        self.open: list[_Open] = []
        self.repeated = -1  # where a paragraph repeats the opening mark of the quote that runs on

    def read(self) -> list[Marked]:
        done = 0
        for place in _SIGNS.finditer(self.text):
            sign = _SIGN.match(self.text, place.start()) if place.start() >= done else None
            if sign is None:
                continue
            done = sign.end()
            if sign["mark"] is None:
                if self.open:
                    self.line_break(sign)
            elif sign.start() != self.repeated:
                self.mark(sign)
        while self.open:
            self.drop()
        return self.done

    def mark(self, sign: re.Match[str]) -> None:
        opens = self.opens(sign.group(), sign.start(), sign.end())
        if opens is None:
            return
        if not opens:
            self.close(sign)
            return
        if self.open and (self.open[-1].glyph == sign.group() == '"' or len(self.open) == _DEEPEST):
            while self.open:
                self.drop()
        self.open.append(_Open(sign.group(), sign.start(), sign.end(), []))

    def opens(self, glyph: str, start: int, end: int) -> bool | None:
        """Say whether a mark opens (True) or closes (False) a quote, or stands for itself (None)."""
        before = self.text[start - 1] if start else "\n"
        after = self.text[end] if end < len(self.text) else "\n"
        if before == "=" or (before.isdigit() and not self.open):
            return None  # an attribute of a tag; inches
        begins_word = (
            before in _BEFORE_OPEN and after not in _AFTER_CLOSE - _BEFORE_OPEN and not after.isspace()
        )
        ends_word = not before.isspace() and after in _AFTER_CLOSE
        if self.open and glyph not in _OPENING and self.speaker_follows(start, end):
            return False
        if glyph in _OPENING:
            return (
                None
                if after.isspace() and before == "\n"
                else not (self.open and ends_word and not begins_word)
            )
        if glyph in _CLOSING:
            if self.open:
                return False
            return True if begins_word and not ends_word else None
        if self.open:
            return begins_word and not ends_word
        if begins_word or (not before.isalnum() and after.isalnum()):
            return True
        return True if before.islower() and after.isupper() else None

    def speaker_follows(self, start: int, end: int) -> bool:
        """See that the mark in `is over, "said Lee` closes, although it leans on the next word."""
        if self.text[max(0, start - 2) : start].rstrip()[-1:] not in {",", ".", "?", "!", "…"}:
            return False
        words = _WORD_AFTER.match(self.text, end, end + 80)
        return words is not None and any(
            word and word.lower() in said_words().quoting for word in words.groups()[:2]
        )

    def close(self, sign: re.Match[str]) -> None:
        if not self.open:
            return
        top = self.open.pop()
        words = self.text[top.start : sign.start()] if sign.start() - top.start <= _LONGEST_IN_ALL else ""
        if (len(words) > _LONGEST and "\n" not in words) or not _LETTER.search(words):
            self.keep(top.inner)
            return
        start = top.start + len(words) - len(words.lstrip())
        end = top.start + len(words.rstrip())
        self.keep([Marked(start, end, top.opened, sign.end(), tuple(top.inner))])

    def keep(self, pairs: list[Marked]) -> None:
        (self.open[-1].inner if self.open else self.done).extend(pairs)

    def drop(self) -> None:
        """Give up the innermost open mark; what stands inside it counts by itself."""
        self.keep(self.open.pop().inner)

    def line_break(self, sign: re.Match[str]) -> None:
        """Let a quote run on over a paragraph that repeats the mark; a blank line ends any other."""
        outer = self.open[0]
        again = _SIGN.match(self.text, sign.end())
        if again and again["mark"] in _AGAIN.get(outer.glyph, ()) and self.runs_on(outer):
            while len(self.open) > 1:
                self.drop()
            self.repeated = sign.end()
        elif sign.group().count("\n") > 1 or (again and again["mark"]):
            while self.open:
                self.drop()

    def runs_on(self, outer: _Open) -> bool:
        """Say whether a mark may open a quote of several paragraphs: at a sentence's start, after a colon."""
        before = self.text[max(0, outer.opened - 2) : outer.opened].rstrip(" \u00a0")
        return not before or before[-1] in '\n.:,!?”"'


_AGAIN = {glyph: (glyph,) for glyph in (*_OPENING, '"', "''")} | {"«": ("«", "»")}


def _single(text: str) -> list[Marked]:
    """Return the pairs of single marks; apostrophes are told apart by the letters around them."""
    done: list[Marked] = []
    opened = fallback = -1  # a fallback closes unless a better closing mark follows in the line

    def keep(closing: int) -> None:
        words = text[opened + 1 : closing]
        if 0 <= opened < closing <= opened + _LONGEST and _LETTER.search(words):
            start = opened + 1 + len(words) - len(words.lstrip())
            done.append(Marked(start, opened + 1 + len(words.rstrip()), opened, closing + 1))

    if not _APOSTROPHE.search(text):
        return done
    for sign in _SINGLE.finditer(text):
        at = sign.start()
        before = text[at - 1] if at else "\n"
        after = text[at + 1] if at + 1 < len(text) else "\n"
        if text[at] == "\n":
            keep(fallback)
            opened = fallback = -1
        elif _opens_single(text, at, before, after):
            keep(fallback)
            opened, fallback = at, -1
        elif opened < 0 or before.isspace() or after.isalnum() or before in "'‘’":
            continue
        elif before == "s" and after == " ":
            fallback = at if fallback < 0 else fallback  # ends a quote, or "the workers' union"
        else:
            keep(at)
            opened = fallback = -1
    keep(fallback)
    return done


def _opens_single(text: str, at: int, before: str, after: str) -> bool:
    if (
        before not in _BEFORE_OPEN
        or before in "'‘’"
        or not (after.isalnum() or after in '[(“"')
        or text[at] == "’"
    ):
        return False
    return before != "=" and not _CLIPPED.match(text, at)
