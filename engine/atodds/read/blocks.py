"""Text falls into paragraphs: one a line, or several hard-wrapped lines that belong together."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

# Where a paragraph starts and ends, in characters of the text, and its words as printed.
Paragraph = tuple[int, int, str]

_WIDEST: Final = 120  # columns; nobody wraps wider by hand or by mail program
_NARROWEST: Final = 30
_TELETYPE: Final = 55
_SAMPLE: Final = 80  # lines that are looked at to tell wrapped text from other
_SLACK: Final = 3  # columns a wrapping program may leave free though the next word would have fitted


def paragraphs(text: str) -> list[Paragraph]:
    """
    Return the paragraphs of a text, in order, outer white space left out.

    Every character that is no white space lies in exactly one paragraph. Scrapers print one paragraph a
    line, so a line break ends one; only in a text wrapped at a fixed width does a full line run on in the
    next. Takes linear time, never raises.
    """
    lines = _one_kind_of_break(text).split("\n")
    if width := _wrap_width(lines):
        return _joined(text, lines, width)
    found: list[Paragraph] = []
    start = 0
    for line in lines:
        words = line.strip()
        if words:
            left = start if words[0] == line[0] else start + len(line) - len(line.lstrip())
            found.append((left, left + len(words), words))
        start += len(line) + 1
    return found


def _one_kind_of_break(text: str) -> str:
    r"""Return the text with "\n" for every way to end a line or a page, each character in its old place."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    if text.isascii():
        return text.replace("\f", "\n")
    return text.replace("\f", "\n").replace("\u2028", "\n").replace("\u2029", "\n")


def _wrap_width(lines: list[str]) -> int:
    """
    Return the width in columns at which a text was wrapped, 0 if it was not.

    In a wrapped text, the first word of a line seldom fits at the end of the line before, and most such
    lines go on in lower case. One sentence a line, or a list, passes neither test.
    """
    lengths = [len(line) for line in lines]
    if max(lengths) > _WIDEST and sum(length > _WIDEST for length in lengths) * 20 > len(lengths):
        return 0
    joins = [
        (one.rstrip(), two.lstrip()) for one, two in pairwise(lines[:_SAMPLE]) if one.strip() and two.strip()
    ]
    if not joins:
        return 0
    inner = sorted(len(one) for one, _ in joins)
    width = inner[len(inner) * 9 // 10]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = [(one, two) for one, two in joins if _is_full(len(one), two, width)]
    if len(full) * 2 < len(joins):
        return 0
    running_on = sum(two[0].islower() for _, two in full)
    if running_on * 5 >= len(full) * 2:
        return width
    # Teletype text knows no lower case; there, full lines that end no sentence must do.
    sample = " ".join(one for one, _ in full)
    capitals = sample == sample.upper()
    stopped = sum(one[-1] in ".!?" for one, _ in full)
    return width if capitals and width >= _TELETYPE and stopped * 3 <= len(full) else 0


def _is_full(length: int, following: str, width: int) -> bool:
    """Say whether the first word of the following line would not have fitted on a line of this length."""
    word = following.find(" ")
    return length + 1 + (word if word >= 0 else len(following)) > width - _SLACK


def _joined(text: str, lines: list[str], width: int) -> list[Paragraph]:
    """Return the paragraphs of wrapped lines; a blank line, an indent or a short line ends one."""
    found: list[Paragraph] = []
    capitals = text == text.upper()
    start = 0  # of the line
    first = last = 0  # the open paragraph
    before = ""  # the line before, "" after a blank one
    margin = 0  # its indent
    for line in lines:
        words = line.strip()
        if words:
            indent = 0 if words[0] == line[0] else len(line) - len(line.lstrip())
            runs_on = (
                before
                and indent < margin + 2
                and (
                    words[0].islower()
                    or _is_full(margin + len(before), words, width)
                    # In capitals a heading looks like a dateline broken early; take it for the latter.
                    or (capitals and before[-1] not in '.!?"' and len(before) * 2 > width)
                )
            )
            if not runs_on:
                if first < last:
                    found.append((first, last, text[first:last]))
                first = start + indent
            margin = indent
            last = start + indent + len(words)
        before = words
        start += len(line) + 1
    if first < last:
        found.append((first, last, text[first:last]))
    return found
