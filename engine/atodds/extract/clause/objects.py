"""Objects: from a verb on to those it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.extract.clause.lists import has_own_predicate, members_after

if TYPE_CHECKING:
    from atodds.extract.clause.counted import Counted, Phrases
    from atodds.extract.clause.frame import Frame

_LONGEST_NAME = 10  # tokens of a first victim before "and two bodyguards"


def objects(frame: Frame, phrases: Phrases, after: int) -> list[Counted]:
    """
    Return the counted objects that follow a verb; `after` is the place behind it and its particles.

    "killed 12", "killing the 12 people aboard", "killed a guard and two drivers".
    """
    at = _object_start(frame, phrases, after)
    first = phrases.starting_at(at)
    if first is None:
        first = _after_uncounted(frame, phrases, at)
        if first is None:
            return []
    if (
        has_own_predicate(frame, first)
        and first.bare
        and frame.word(first.last + 1) in frame.grammar.auxiliaries
    ):
        return []
    return [first, *members_after(frame, phrases, first)]


def opening(frame: Frame, phrases: Phrases, at: int, passed: frozenset[str]) -> Counted | None:
    """Return the phrase that starts here or behind words of `passed`; "more than 30" is a phrase."""
    while at < len(frame):
        phrase = phrases.starting_at(at)
        if phrase is not None or frame.low[at] not in passed:
            return phrase
        at += 1
    return None


def _object_start(frame: Frame, phrases: Phrases, at: int) -> int:
    while at < len(frame) and phrases.starting_at(at) is None:
        word = frame.low[at]
        if frame.is_adverb(at) or word in (
            "the",
            "all",
            "some",
            "up",
            "these",
            "those",
            "his",
            "her",
            "their",
            "its",
            "of",
        ):
            at += 1
        elif word in ("himself", "herself", "themselves") and frame.word(at + 1) == "and":
            at += 2  # "killed himself and nine others"
        elif word in ("and", "or", "and/or") and frame.word(at + 1) in frame.index.verbs:
            at += 2  # "killed and wounded at least 12"
        elif word in frame.grammar.weekdays or (
            word in ("on", "in") and frame.word(at + 1) in frame.grammar.weekdays
        ):
            at += 1
        else:
            return at
    return at


def _after_uncounted(frame: Frame, phrases: Phrases, at: int) -> Counted | None:
    """Find "two bodyguards" in "killed the mayor and two bodyguards"."""
    for i in range(at, min(at + _LONGEST_NAME, len(frame))):
        word = frame.low[i]
        if word in ("and", ",") or word == "as":
            j = frame.skip(i, frame.grammar.listing)
            found = phrases.starting_at(j) or phrases.starting_at(j + 1)
            if found is not None and i > at and not has_own_predicate(frame, found) and not found.bare:
                return found
        if word in ("of", "'s", ",") or word in frame.grammar.determiners:
            continue
        if frame.is_stop(i) and word != "and":
            return None
    return None
