"""Find whom a sentence credits for a statement: "police said", "according to the Post"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.model.attribution import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.extract.cues import Cue
    from atodds.extract.tokens import Token

_CLAUSE_MARKS = frozenset(";")


def attribution_among(
    text: str, tokens: Sequence[Token], cues: Sequence[Cue], start: int, end: int
) -> Attribution | None:
    """
    Return whom one of a sentence's `cues` credits for what stands at `start`..`end`, or None.

    Both are characters of `text`, as are the places of the sentence's `tokens`. An inner credit wins over an
    outer one ("police said 12 died, Reuters reported" credits police), and whoever is cited wins over the one
    who cites. Never raises.
    """
    cue = governing(tokens, cues, start, end)
    if cue is None:
        return None
    first, last = cue.source
    span = tokens[first].start, tokens[last - 1].end
    return Attribution(
        source=" ".join(text[slice(*span)].split()),
        cue=" ".join(token.text for token in tokens[cue.first : cue.last]),
        span=span,
    )


def governing(tokens: Sequence[Token], cues: Sequence[Cue], start: int, end: int) -> Cue | None:
    """Choose the cue that a stretch of the sentence depends on."""
    if not cues:
        return None
    opening = parenthesis = None
    for cue in cues:
        if tokens[cue.last - 1].start >= end or tokens[cue.first].end > start:
            continue
        if cue.opens and not _broken(tokens, cue, start):
            opening = cue
            parenthesis = None
        elif cue.closes:
            parenthesis = cue
    following = [cue for cue in cues if cue.closes and tokens[cue.first].start >= end]
    cited = next((cue for cue in cues if cue.quotes), None)
    if cited is not None and not _overlaps(tokens, cited, start, end):
        return cited
    if opening is not None:
        return opening
    if following:
        return following[0]
    return parenthesis


def _overlaps(tokens: Sequence[Token], cue: Cue, start: int, end: int) -> bool:
    return tokens[cue.source[0]].start < end and start < tokens[cue.source[1] - 1].end


def _broken(tokens: Sequence[Token], cue: Cue, start: int) -> bool:
    """Say whether a semicolon ends what a cue opened before the stretch begins."""
    return any(token.text in _CLAUSE_MARKS for token in tokens[cue.last :] if token.start < start)
