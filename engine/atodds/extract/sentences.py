"""Split text into sentences, each decision made from the few words around one mark."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from collections.abc import Iterator

# Patterns that are looked for begin with a set of characters: `re` finds those ten times as fast.
_PARAGRAPH_BREAK = re.compile(
    r"""
    [\r\n\u2028\u2029]
    (?: (?: (?<= \r ) \n? | (?<= [\n\u2028] ) ) [^\S\n\r\u2028]* (?: \r\n? | [\n\u2028] ) \s*
      | (?<= \u2029 ) \s*
    )
    """,
    re.VERBOSE,
)
_MARK = re.compile(r"[.!?…。！？\n]")

_STOP = re.compile(
    r"""
    (?<! [.!?…。！？] )                       # a run of marks is looked at once
    (?P<marks> [.!?…。！？]+ )                # the end of a sentence, or of an abbreviation
    (?P<closers> ["'”’»)\]]* )                # ... quotes and brackets close after it: he said."
    (?= \s | $ | [“"‘«(\[A-Z] )               # "killed.The" has lost its space
  | \n [^\S\n]* (?= [•▪●■*·] \s | [-–—] \s+ [A-Z] )   # an item of a list begins a line
    """,
    re.VERBOSE,
)
_PLAIN_STOPS = (". ", ".\n")
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’(\[«—/]+\Z")
_WORD_AFTER = re.compile(r"\s*[\"'“‘«(\[*•]*\s*(?P<word>[^\W_][\w'’]*|[$£€#@])?")
LONGEST_SENTENCE = 4_000  # characters; what is longer is no sentence, and is read in pieces in linear time
_LOOK_BACK = 24  # longer than any abbreviation


class _Abbreviations(NamedTuple):
    never_end: frozenset[str]
    before_figure: frozenset[str]
    may_end: frozenset[str]
    clock: frozenset[str]
    after_clock: frozenset[str]
    openers: frozenset[str]


@cache
def _abbreviations() -> _Abbreviations:
    rows = load_table("abbreviations")
    return _Abbreviations(*(frozenset(map(str, rows[name])) for name in _Abbreviations._fields))


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """
    Return the sentences of `text[start:end]` as half-open character ranges, outer white space left out.

    A blank line always ends a sentence, a single line break never does. Takes linear time, never raises.
    Splitting a piece that begins and ends at blank lines gives what splitting the whole gives there.
    """
    stop = len(text) if end is None else end
    cuts = [start]
    for gap in _PARAGRAPH_BREAK.finditer(text, start, stop):
        cuts += (gap.start(), gap.end())
    cuts.append(stop)
    spans: list[tuple[int, int]] = []
    for left, right in zip(cuts[::2], cuts[1::2], strict=True):
        ends = [left, *_ends(text, left, right), right]
        spans += (span for span in (_trimmed(text, a, b) for a, b in pairwise(ends)) if span is not None)
    return spans


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of `text[start:end]`; what goes on without a full stop is cut at white space."""
    for first, last in split(text, start, end):
        at = first
        while last - at > LONGEST_SENTENCE:
            cut = text.rfind(" ", at + 1, at + LONGEST_SENTENCE)
            cut = at + LONGEST_SENTENCE if cut < 0 else cut
            yield at, cut
            at = cut
        yield at, last


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _ends(text: str, start: int, end: int) -> list[int]:
    """Return where the sentences of one paragraph end, the last one left out."""
    end = start + len(text[start:end].rstrip())
    special = _special()
    ends: list[int] = []
    done = start
    for mark in _MARK.finditer(text, start, end):
        at = mark.start()
        if at < done:
            continue
        if text[at : at + 2] in _PLAIN_STOPS and at + 2 < end and "A" <= text[at + 2] <= "Z":
            back = max(start, at - _LOOK_BACK)
            word = text[max(back, text.rfind(" ", back, at) + 1) : at]
            if 1 < len(word) < _LOOK_BACK and word.isalpha() and word.islower() and word not in special:
                ends.append(at + 1)  # "was late. The": most full stops leave nothing to decide
                continue
        found = _STOP.match(text, at, end)
        if found is not None:
            done = found.end()
            if found["marks"] is None or _is_end(text, start, end, found):
                ends.append(done)
    return ends


@cache
def _special() -> frozenset[str]:
    """Return the words before a full stop that may not end a sentence."""
    rows = _abbreviations()
    return rows.never_end | rows.before_figure | rows.may_end | rows.clock


def _is_end(text: str, start: int, end: int, found: re.Match[str]) -> bool:
    if found.end() == end:
        return False  # the end of the paragraph, which ends the sentence anyway
    following = _WORD_AFTER.match(text, found.end(), end)
    word = following["word"] if following and following["word"] else ""
    if not text[found.end()].isspace():
        return _is_lost_space(text, start, found, word)
    if word and word[0].islower():
        return False  # "Stop!" he said
    if found["marks"] != ".":
        return True
    return _is_full_stop(text, start, found, word)


def _is_lost_space(text: str, start: int, found: re.Match[str], word: str) -> bool:
    """Tell "were killed.The army" and "he said.“We" from "Booking.Com", "U.S." and "J.Smith"."""
    before = text[max(start, found.start() - 2) : found.start()]
    if len(before) < 2 or not (before.islower() or before.isdigit()):
        return False
    return word.lower() in _abbreviations().openers and word[:1].isupper()


def _is_full_stop(text: str, start: int, found: re.Match[str], word: str) -> bool:
    """Decide a single full stop before white space and something that could open a sentence."""
    rows = _abbreviations()
    before = _WORD_BEFORE.search(text, max(start, found.start() - _LOOK_BACK), found.start())
    last = before.group() if before else ""
    if not last:
        return True
    opens = word.lower() in rows.openers and (len(word) > 1 or word in "AI")
    key = last.lower()
    if key in rows.never_end:
        return False
    if key in rows.before_figure:
        # "No. 5", "Jan. 3"; but "no" is a word as well: "She said no. He left."
        return not word[:1].isdigit() and (opens or key == "no")
    if key in rows.clock and not word.isupper():
        return word[:1].isalpha() and word.lower() not in rows.after_clock
    if key in rows.may_end:
        return opens or (not last[:1].isupper() and "." not in last and not found["closers"] and bool(word))
    item = (len(last) == 1 or last.isdigit()) and len(last) <= 2 and _begins_sentence(text, start, found)
    initials = "." in last and len(last.replace(".", "")) <= last.count(".") + 1
    if initials or (len(last) == 1 and last.isalpha()):
        return opens and not item  # "George W. Bush", "U.N. envoy"; but "left the U.S. The ..."
    return not item  # "1. Introduction"


def _begins_sentence(text: str, start: int, found: re.Match[str]) -> bool:
    """See that the word before the stop is the first of its sentence: an item of a list."""
    before = text[max(start, found.start() - _LOOK_BACK) : found.start()].split()
    if len(before) == 1:
        return True
    month = before[-2].removesuffix(".").lower() in _abbreviations().before_figure  # "Jan. 3."
    return before[-2][-1] in ".!?:;" and not month
