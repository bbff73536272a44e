"""States and nouns: "12 dead", "30 remain missing", "the deaths of nine", "two of them among the dead"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.extract.clause.bound import Bound, Hit, bound
from atodds.extract.clause.lists import members_before
from atodds.extract.clause.objects import objects
from atodds.extract.clause.subjects import subjects

if TYPE_CHECKING:
    from atodds.extract.clause.counted import Counted, Phrases
    from atodds.extract.clause.frame import Frame


def some_of_them(frame: Frame, phrases: Phrases, at: int) -> list[Counted]:
    """Find who is counted among the dead: "Among those killed were two nuns"."""
    before = at - 1
    while before in frame.numbered:
        before -= 1
    if frame.word(before) not in ("the", "those"):
        return []
    behind = at + 1
    if frame.word(behind) in frame.grammar.be or frame.word(behind) in ("include", "included", "includes"):
        return objects(frame, phrases, behind + 1)
    if frame.word(before - 1) != "among":
        return []
    return subjects(frame, phrases, frame.group(before - 1))


def bind_state(frame: Frame, hit: Hit, end: int, phrases: Phrases) -> list[Bound]:
    """Return of whom a state holds: "12 dead", "dead: 12", "30 are missing"."""
    trigger, at = hit
    inside = next((p for p in phrases if at in p.inner), None)
    if inside is not None:
        return bound(frame, hit, [inside], end)
    at -= len(trigger.lead)
    if tuple(frame.low[max(0, at) : at + len(trigger.lead)]) != trigger.lead:
        return []
    group = frame.group(at)
    if near := phrases.ending_at(group.start - 1):
        if _is_before_thing(frame, end):
            return []  # "12 dead bodies" is bound above; "12 missing paintings" never
        return bound(frame, hit, [near, *members_before(frame, phrases, near)], end, group)
    if end in frame.numbered:
        return []  # "left 50 dead and injured more than 400"
    if frame.word(group.start - 1) in ("or", "and") and frame.word(group.start - 2) in frame.index.states:
        earlier = frame.group(group.start - 2)
        if near := phrases.ending_at(earlier.start - 1):
            return bound(frame, hit, [near], end, group)
    if group.passive or group.linked:
        return bound(frame, hit, subjects(frame, phrases, group), end, group)
    if frame.word(end) == ":" and (first := phrases.starting_at(end + 1)):
        return bound(frame, hit, [first], first.last + 1, group)
    return []


def _is_before_thing(frame: Frame, at: int) -> bool:
    """Say whether a state goes with the plural behind it, "missing paintings"."""
    return (
        at < len(frame)
        and frame.low[at].endswith("s")
        and frame.tokens[at].kind == "word"
        and not (frame.is_stop(at) or frame.is_adverb(at) or frame.is_verb_form(at) or frame.is_capital(at))
    )


def bind_noun(frame: Frame, hit: Hit, end: int, phrases: Phrases) -> list[Bound]:
    """Bind "the deaths of 12 people"; the count of the noun itself, "12 deaths", is a phrase of its own."""
    owner = phrases.ending_at(hit.at - 2) if frame.word(hit.at - 1) in ("'s", "'", "’") else None
    if owner is not None:
        return bound(frame, hit, [owner], end)  # "the six priests' slaying"
    if frame.word(end) in ("[", "("):
        end += 1  # "the massacre [of six priests]"
    if frame.word(end) in ("of", "to", "among") and (found := objects(frame, phrases, end + 1)):
        return bound(frame, hit, found, found[-1].last + 1)
    return []
