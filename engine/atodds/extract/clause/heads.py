"""Heads: the noun that a number counts, found among the words behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atodds.extract.clause.frame import Frame
    from atodds.extract.nouns import NounSet

_LONGEST = 9  # words between a number and its noun; longer strings of adjectives are none


def run_from(frame: Frame, at: int, nouns: NounSet) -> list[int]:
    """Return the places of the words after a number up to where its noun phrase must have ended."""
    run: list[int] = []
    while at < len(frame) and len(run) < _LONGEST:
        if frame.tokens[at].text in "\"“”'‘’" and run == []:
            at += 1  # 12 "volunteers"
            continue
        if frame.low[at] == "-" and frame.word(at - 1) in frame.grammar.prefixes:
            at += 1  # "two co - workers"
            continue
        if frame.low[at] == "'s":
            run.append(at)
            at += 1
            continue
        if at in frame.numbered and not frame.low[at].endswith(("old", "olds")):
            break
        if frame.is_stop(at) and not (frame.low[at] in frame.grammar.rest and frame.low[at] != "another"):
            break
        if frame.is_trigger(at) and not is_before_noun(frame, at, nouns):
            break
        run.append(at)
        at += 1
    return run


def head_of(frame: Frame, run: list[int], nouns: NounSet, *, many: bool) -> int | None:
    """
    Return the place of the head noun, or None if the number counts something else.

    The last counted noun of the run is the head, unless a further noun follows it: "12 police cars".
    """
    found = None
    for i in run:
        if nouns.counts(frame.low[i], many=many, capital=frame.tokens[i].text[:1].isupper()):
            found = i
        elif found is not None and (
            (frame.is_verb_form(i) and frame.low[i] != "'s")
            or frame.low[i].endswith("ing")
            or frame.low[i] in frame.index.tails
            or frame.is_adverb(i)
            or frame.low[i] in frame.grammar.rest
            or frame.low[i] in frame.grammar.verbs
            or (frame.is_capital(i) and not frame.is_capital(found))
        ):
            return found
    if found is None:
        return None
    after = [i for i in run if i > found]
    if after and frame.low[after[0]] == "'s":
        return None
    return found if not after else None


def is_before_noun(frame: Frame, at: int, nouns: NounSet) -> bool:
    """Tell "12 wounded soldiers", where the noun follows, from "12 wounded, soldiers said"."""
    for i in range(at, min(at + 4, len(frame))):
        word = frame.low[i]
        if i > at and (frame.is_stop(i) or i in frame.numbered or frame.is_adverb(i)):
            return False
        if nouns.counts(word, many=True, capital=frame.tokens[i].text[:1].isupper()):
            return True
        if i > at and frame.is_verb_form(i):
            return False
    return False
