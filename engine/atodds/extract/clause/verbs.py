"""Verbs: whom an active, passive or intransitive trigger counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.extract.clause.bound import Bound, Hit, bound
from atodds.extract.clause.counted import Counted, Phrases
from atodds.extract.clause.lists import has_own_predicate
from atodds.extract.clause.objects import objects, opening
from atodds.extract.clause.subjects import subjects
from atodds.extract.clause.tails import tail_end
from atodds.extract.triggers import Trigger, Voice

if TYPE_CHECKING:
    from atodds.extract.clause.frame import Frame, Group

_LONGEST_WAY = 4  # tokens between a passive and its particles: "were taken by ambulance to hospital"
_LONGEST_GAP = 9  # tokens between a verb and its particles: "took at least 12 aid workers hostage"
_CLOSING = frozenset({",", ")", "-", "--", "—", "–"})  # what ends a parenthesis before a verb
_COMPANY_REACH = 16  # tokens between a verb and "along with two guards"


def bind_verb(frame: Frame, hit: Hit, phrases: Phrases) -> list[Bound]:
    """Return what a verb counts: its objects, its subjects, or none where its tail or adverb is missing."""
    trigger, at = hit
    group = frame.group(at)
    if trigger.adverb and trigger.adverb not in group.words and frame.word(at + 1) != trigger.adverb:
        return []
    end = tail_end(frame, trigger, at + 1, gap=0 if trigger.voice is Voice.DONE_BY else _LONGEST_WAY)
    if trigger.voice is Voice.DONE_BY:
        return [] if end is None else bound(frame, hit, _acting(frame, trigger, group, phrases), end, group)
    straight = end is not None and not any(
        i in frame.numbered or frame.tokens[i].kind == "punct" for i in range(at + 1, end)
    )
    if end is not None and straight and trigger.participle:
        passive = _passive(frame, group, end, phrases)
        if passive is not None:
            return bound(frame, hit, passive, end, group)
    end = tail_end(frame, trigger, at + 1, gap=_LONGEST_GAP)
    if end is None:
        return []
    if (trigger.active or group.have) and not (group.passive and trigger.participle and not trigger.ing):
        found = objects(frame, phrases, at + 1)
        if not found and trigger.tail:
            found = objects(frame, phrases, end)
        if trigger.undecided and frame.word(at + 1) == "of":
            found = [
                phrase for phrase in found if not phrase.single
            ]  # "the shooting of a boy" may be his death
        if found:
            return bound(frame, hit, found, max(end, found[-1].last + 1), group)
    return []


def _acting(frame: Frame, trigger: Trigger, group: Group, phrases: Phrases) -> list[Counted]:
    """Return who dies or flees; "after 12 died" and "12 dying" too, "died 12 days later" not."""
    if trigger.ing and frame.word(group.start - 1) in frame.grammar.prepositions:
        return []
    return subjects(frame, phrases, group)


def _passive(frame: Frame, group: Group, end: int, phrases: Phrases) -> list[Counted] | None:
    """Return the subjects of a passive or a reduced one, None if the verb is active."""
    if group.passive or (group.linked and not group.have):
        if frame.word(group.at + 1) in frame.grammar.be and (found := objects(frame, phrases, group.at + 2)):
            return found
        found = subjects(frame, phrases, group)
        return [*found, *_along_with(frame, phrases, end)] or _inverted(frame, phrases, group)
    if frame.word(group.at + 1) in frame.grammar.be:
        return objects(frame, phrases, group.at + 2) or None  # "Also killed were two drivers"
    if group.have or group.modal or group.to:
        return None
    near = phrases.ending_at(group.start - 1)
    if near is None:
        return _reduced_far(frame, phrases, group, end)
    following = opening(frame, phrases, end, frame.grammar.adverbs)
    if following is not None and not has_own_predicate(frame, following):
        return None  # "Two gunmen killed 12 people"
    if _opens_object(frame, end):
        return None
    return subjects(frame, phrases, group)


def _along_with(frame: Frame, phrases: Phrases, end: int) -> list[Counted]:
    """Find who shared the fate: "Ruiz was shot dead along with two of his drivers"."""
    for at in range(end, min(end + _COMPANY_REACH, len(frame) - 1)):
        if (
            frame.low[at] in (";", "after", "when", "while", "who")
            or frame.low[at] in frame.grammar.auxiliaries
        ):
            return []
        if frame.low[at] in ("along", "together") and frame.low[at + 1] == "with":
            return objects(frame, phrases, at + 2)
    return []


def _inverted(frame: Frame, phrases: Phrases, group: Group) -> list[Counted]:
    """Find the subject behind its verb: "in the attack were killed two sergeants"."""
    if frame.word(group.start) not in frame.grammar.be:
        return []
    first = phrases.starting_at(group.at + 1)
    return [] if first is None or first.bare else objects(frame, phrases, group.at + 1)


def _reduced_far(frame: Frame, phrases: Phrases, group: Group, end: int) -> list[Counted] | None:
    """Take "12 people, including nine children, killed in": a participle with its subject further off."""
    if frame.word(group.start - 1) not in _CLOSING and frame.word(end) not in frame.grammar.prepositions:
        return None
    if _opens_object(frame, end) or phrases.starting_at(end) is not None or frame.word(end) == "by":
        return None
    for phrase in reversed(phrases):
        if phrase.last < group.start and not phrase.single:
            between = frame.low[phrase.last + 1 : group.start]
            plain = between and (between[0] in frame.grammar.prepositions or between[0] == ",")
            if (
                plain
                and len(between) < 12
                and not any(frame.is_verb_form(i) for i in range(phrase.last + 1, group.start))
            ):
                return subjects(frame, Phrases([phrase]), group)
    return None


def _opens_object(frame: Frame, at: int) -> bool:
    """Say whether an uncounted object begins here: "killed the mayor", "killed his wife", "killed Ruiz"."""
    word = frame.word(at)
    if word in (
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "another",
        "each",
        "him",
        "them",
        "himself",
        "themselves",
        "herself",
    ):
        return True
    if (
        at >= len(frame)
        or at in frame.numbered
        or word in frame.grammar.weekdays
        or word in frame.grammar.months
    ):
        return False
    return frame.is_capital(at) and frame.tokens[at].kind == "word" and word not in frame.grammar.prepositions
