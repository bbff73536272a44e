"""Scope: the place a claim names for its figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atodds.extract.clause.frame import Frame

_PLACING = frozenset({"in", "at", "near", "across", "outside", "throughout", "from", "inside"})
_NO_PLACE = frozenset({"the", "of", "and"})
_FARTHEST = 12  # tokens behind the evidence in which its place is named


def place_after(frame: Frame, last: int) -> str:
    """Return the first place named behind the evidence ("in central Almaty" gives "Almaty"), or ""."""
    if frame.capitals:
        return ""
    for at in range(last, min(last + _FARTHEST, len(frame))):
        if frame.low[at] in (";", "who", "which", "after", "when"):
            return ""
        if frame.low[at] in _PLACING and (place := _name(frame, at + 1)):
            return place
    return ""


def place_before(frame: Frame, first: int) -> str:
    """Return the place a sentence or clause opens with: "In Almaty, 12 people were killed"."""
    if frame.capitals:
        return ""
    opens = [
        at
        for at in range(max(0, first - _FARTHEST), first)
        if at == 0 or frame.low[at - 1] in (";", "and", "but", "while")
    ]
    for at in reversed(opens):
        if frame.low[at] in _PLACING and (place := _name(frame, at + 1)):
            return place
    return ""


def _name(frame: Frame, at: int) -> str:
    while at < len(frame) and not frame.is_capital(at) and frame.low[at] not in frame.grammar.prepositions:
        if frame.tokens[at].kind != "word" or frame.is_verb_form(at):
            return ""
        at += 1
    start = at
    while at < len(frame) and frame.is_capital(at) and not _is_time(frame, at):
        at += 1
        if (
            frame.word(at) in _NO_PLACE
            and at + 1 < len(frame)
            and frame.is_capital(at + 1)
            and frame.word(at) == "of"
        ):
            at += 1
    if at == start:
        return ""
    return " ".join(frame.text[frame.tokens[start].start : frame.tokens[at - 1].end].split())


def _is_time(frame: Frame, at: int) -> bool:
    return frame.low[at] in frame.grammar.weekdays or frame.low[at] in frame.grammar.months
