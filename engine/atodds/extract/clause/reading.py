"""What one rule reads in one sentence: its counted phrases, and which of them a trigger binds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from atodds.extract.clause.binding import bind
from atodds.extract.clause.bound import Bound, Hit
from atodds.extract.clause.numbered import counted_phrases
from atodds.extract.triggers import Asked, Trigger, Voice
from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from atodds.extract.clause.counted import Counted, Phrases
    from atodds.extract.clause.frame import Frame

Places = list[tuple[int, Trigger]]


class Reading(NamedTuple):
    """One rule's counted phrases, and those of them that its triggers bind, in order of place."""

    asked: Asked
    phrases: Phrases
    bound: list[Bound]


def readings(frame: Frame) -> list[Reading]:
    """Return what each rule reads whose triggers, and context if it asks for one, stand in the sentence."""
    return [
        _read(frame, asked, places)
        for rule_id, places in frame.triggers.items()
        if _in_context(frame, asked := frame.index.asked[rule_id])
    ]


def _in_context(frame: Frame, asked: Asked) -> bool:
    if not asked.context:
        return True
    words = f" {' '.join(frame.low)} "
    return any(f" {word} " in words for word in asked.context)


def _read(frame: Frame, asked: Asked, places: Places) -> Reading:
    phrases = counted_phrases(frame, asked.nouns, singles=asked.rule.find.single)
    bound: dict[int, Bound] = {}
    for at, trigger in places if phrases else ():
        for one in bind(frame, Hit(trigger, at), phrases):
            if not _is_cancelled(frame, asked, one):
                bound.setdefault(one.phrase.first, one)
    for one in _counted_nouns(frame, asked, places):
        if not any(one.phrase.first <= other <= one.phrase.last for other in bound):
            bound[one.phrase.first] = one
    return Reading(asked, phrases, [bound[first] for first in sorted(bound)])


def _counted_nouns(frame: Frame, asked: Asked, places: Sequence[tuple[int, Trigger]]) -> Iterable[Bound]:
    """Yield "12 deaths", "no casualties": the trigger is itself the noun that is counted."""
    for nouns, voice in ((asked.event_nouns, Voice.NOUN), (asked.none_of, Voice.NONE_OF)):
        if nouns is None or not any(trigger.voice is voice for _, trigger in places):
            continue
        for phrase in counted_phrases(frame, nouns, singles=False):
            trigger = next(
                (t for at, t in places if phrase.first < at <= phrase.last and t.voice is voice), None
            )
            if trigger is None or phrase.bare or frame.word(phrase.first - 1) in asked.unless:
                continue
            if phrase.quantity.stated[1] == 0 and not _is_plain(frame, phrase):
                continue  # "no visible injuries"
            if voice is Voice.NOUN or phrase.quantity.stated[1] == 0:
                yield Bound(Hit(trigger, phrase.last), phrase, phrase.last + 1)


def _is_plain(frame: Frame, phrase: Counted) -> bool:
    return all(frame.low[at] in load_table("grammar")["plain"] for at in phrase.inner)


def _is_cancelled(frame: Frame, asked: Asked, one: Bound) -> bool:
    """Say whether a word of `unless` stands in the trigger's own group or right behind it."""
    if not asked.unless or one.phrase.quantity.stated[1] == 0:
        return False
    if one.at in one.phrase.inner:
        return any(word in asked.unless for word in frame.low[one.phrase.last + 1 : one.phrase.last + 5])
    start = one.group.start if one.group else one.at
    if frame.word(start - 1) in ("and", "or") and frame.word(start - 2) in asked.unless:
        return True  # "killed and injured five" gives neither
    words = [*frame.low[start : one.at], *frame.low[one.at + 1 : one.at + 4]]
    for i, word in enumerate(words):
        after = i - (one.at - start)
        if after >= 0 and one.at + 1 + after in frame.numbered:
            return False
        if " ".join(words[i : i + 2]) in asked.unless:
            return True
        if word in asked.unless and (after < 1 or words[one.at - start] in ("and", "or")):
            return True
        if (after >= 0 and word in (",", ";")) or word in frame.grammar.prepositions:
            return False
    return False
