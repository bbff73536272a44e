"""Categories as claims: which of a rule's answers a sentence gives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from atodds.extract.near import Tie, clause_of, phrase_end, says
from atodds.extract.told import told
from atodds.model.claim import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atodds.extract.clause.claim import Spot
    from atodds.extract.clause.frame import Frame
    from atodds.extract.ear import Category, Ear
    from atodds.model.claim import Claim

PATIENCE: Final = 1.0
"""Seconds that one pattern may take on one sentence."""

_DENIED = frozenset({"not", "no", "never", "neither", "nor", "without", "n't", "denied", "denies", "ruled"})
_DENIED_WITHIN = 5  # tokens before a category
_TAIL_GAP = 6  # tokens between a verb and its particles
_FARTHEST = 6  # tokens between a category and the verb group that says how sure it is


class _Said(NamedTuple):
    first: int
    stop: int
    category: str


def choices(spot: Spot, ear: Ear) -> list[Claim]:
    """
    Return the categories that a sentence names for a rule, each once.

    A category that is denied, or that lies in a question of "whether", is set aside.
    """
    frame = spot.frame
    if frame.tokens and frame.low[-1] == "?":
        return []
    if ear.context and not says(frame, ear.context, 0, len(frame)):
        return []
    claims: dict[str, Claim] = {}
    for said in _said(frame, ear):
        start, end = clause_of(frame, said.first)
        if ear.near and not says(frame, ear.near, start, end):
            continue
        if says(frame, ear.unless, start, end):
            continue
        words = " ".join(frame.text[frame.tokens[said.first].start : frame.tokens[said.stop - 1].end].split())
        claims.setdefault(said.category, _claim(spot, ear, said, words))
    return list(claims.values())


def _claim(spot: Spot, ear: Ear, said: _Said, words: str) -> Claim:
    frame = spot.frame
    verb = next(
        (at for at in range(said.first, max(-1, said.first - _FARTHEST), -1) if frame.is_verb_form(at)), None
    )
    to = Tie(said.first, said.stop, frame.group(verb) if verb is not None else None)
    claim = told(spot, ear, Choice(words, said.category), (said.first, said.stop), to)
    before = frame.low[max(0, said.first - _DENIED_WITHIN) : said.first]
    after = " ".join(frame.low[said.stop : said.stop + 5])
    if claim.asserted and (
        _DENIED & set(before) or "ruled out" in after or f" {after} ".startswith((" was not ", " is not "))
    ):
        return replace(claim, asserted=False, reason="denied")
    return claim


def _said(frame: Frame, ear: Ear) -> Iterator[_Said]:
    for category in ear.categories:
        yield from _in_words(frame, category)
        yield from _in_patterns(frame, category)


def _in_words(frame: Frame, category: Category) -> Iterator[_Said]:
    for at, word in enumerate(frame.low):
        if word not in category.phrases:
            continue
        end = phrase_end(frame, category.phrases, at, _TAIL_GAP if frame.is_verb_form(at) else 0)
        if end is not None:
            yield _Said(at, end, category.name)


def _in_patterns(frame: Frame, category: Category) -> Iterator[_Said]:
    """Search for each pattern whose literal stands there; raises TimeoutError where one takes too long."""
    lower = frame.text[frame.start : frame.end].lower()
    for pattern, literals in category.patterns:
        if not any(literal in lower for literal in literals):
            continue
        found = pattern.search(frame.text, frame.start, frame.end, timeout=PATIENCE)
        if found is None:
            continue
        first = next((i for i, token in enumerate(frame.tokens) if token.end > found.start()), None)
        stop = next((i for i, token in enumerate(frame.tokens) if token.end >= found.end()), len(frame) - 1)
        if first is not None:
            yield _Said(first, max(stop, first) + 1, category.name)
