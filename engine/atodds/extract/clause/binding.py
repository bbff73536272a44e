"""Bind numbers to triggers: for one trigger in one sentence, the phrases it counts and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.extract.clause.bound import Bound, Hit
from atodds.extract.clause.states import bind_noun, bind_state, some_of_them
from atodds.extract.clause.tails import tail_end
from atodds.extract.clause.tolls import bind_toll
from atodds.extract.clause.verbs import bind_verb
from atodds.extract.triggers import Voice

if TYPE_CHECKING:
    from atodds.extract.clause.counted import Phrases
    from atodds.extract.clause.frame import Frame


def bind(frame: Frame, hit: Hit, phrases: Phrases) -> list[Bound]:
    """Return what the trigger at a place counts; none where its tail or adverb is missing."""
    named = [
        Bound(hit, phrase, max(hit.at, phrase.last) + 1, named=True)
        for phrase in some_of_them(frame, phrases, hit.at)
    ]
    return [*named, *_by_voice(frame, hit, phrases)]


def _by_voice(frame: Frame, hit: Hit, phrases: Phrases) -> list[Bound]:
    voice = hit.trigger.voice
    if voice is Voice.NONE_OF:
        return []
    if voice in (Voice.DONE_TO, Voice.DONE_BY):
        return bind_verb(frame, hit, phrases)
    end = tail_end(frame, hit.trigger, hit.at + 1, gap=0)
    if end is None:
        return []
    if voice is Voice.STATE:
        return bind_state(frame, hit, end, phrases)
    if voice in (Voice.NOUN, Voice.DOER):
        return bind_noun(frame, hit, end, phrases)
    return bind_toll(frame, hit, end, phrases)
