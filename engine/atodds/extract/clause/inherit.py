"""What a phrase without a trigger of its own takes over from the claim before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.extract.clause.lists import has_own_predicate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.extract.clause.bound import Bound
    from atodds.extract.clause.counted import Counted, Phrases
    from atodds.extract.clause.frame import Frame

_BRACKETS = frozenset({"(", "[", "-", "--", "—", "–"})
_LIST = frozenset({",", "and", "&", "plus", "as", "well", "along", "with"})
_LONGEST_NAME = 12  # tokens of somebody who is named first among those included


def included(frame: Frame, phrases: Phrases, bound: Sequence[Bound]) -> list[tuple[Counted, Bound]]:
    """
    Return the parts of a claim that its sentence names, with the claim they are a part of.

    "12 killed, including nine children", "12 dead, three of them children", "among the dead were two nuns".
    """
    taken = {id(b.phrase) for b in bound}
    parts: list[tuple[Counted, Bound]] = []
    for phrase in phrases:
        if id(phrase) in taken:
            continue
        whole = _whole(phrase, bound)
        if whole is None:
            continue
        named = [part for part, _ in parts]
        if (
            phrase.of_whole
            or _is_graded(frame, phrase)
            or _is_gloss(frame, phrase, whole, named)
            or _is_breakdown(frame, phrases, phrase, whole)
            or _after_inclusion(frame, phrases, phrase, named)
        ):
            if has_own_predicate(frame, phrase) and not phrase.of_whole and phrase.first > whole.end:
                continue
            parts.append((phrase, whole))
    return parts


def _is_graded(frame: Frame, phrase: Counted) -> bool:
    """Recognise "30 wounded, four critically"."""
    before = frame.word(phrase.first - 1)
    return frame.word(phrase.last + 1) in frame.grammar.hurt and (before == "," or before in _BRACKETS)


def _is_gloss(frame: Frame, phrase: Counted, whole: Bound, parts: Sequence[Counted]) -> bool:
    """Recognise who is named in brackets: "ten people (six soldiers and four cooks) were wounded"."""
    if phrase.first - 2 == whole.phrase.last:
        return frame.word(phrase.first - 1) in _BRACKETS and not phrase.bare
    joint = phrase.first - 1
    while joint >= 0 and frame.low[joint] in _LIST:
        joint -= 1
    return joint < phrase.first - 1 and any(
        part.last == joint and frame.word(part.first - 1) in _BRACKETS for part in parts
    )


def _is_breakdown(frame: Frame, phrases: Phrases, phrase: Counted, whole: Bound) -> bool:
    """Recognise a list that adds up to the claim: "12 were killed, eight soldiers and four guards"."""
    value = whole.phrase.quantity.stated[0]
    if phrase.first < whole.end or phrase.bare or phrase.quantity.stated[0] >= value:
        return False
    run = [other for other in phrases if other.first >= whole.end and not (other.bare or other.silent)]
    members: list[Counted] = []
    for other in run:
        between = frame.low[(members[-1].last if members else whole.end - 1) + 1 : other.first]
        if not between or not all(
            word in _LIST or word in (":", ";", "-", "--", "—", "–", "(") for word in between
        ):
            break
        members.append(other)
    total = sum(member.quantity.stated[0] for member in members)
    return total == value and any(member is phrase for member in members)


def _whole(phrase: Counted, bound: Sequence[Bound]) -> Bound | None:
    """Return the claim that the phrase can be a part of: the last one before it, or the one around it."""
    before = [b for b in bound if b.phrase.first < phrase.first]
    larger = [b for b in before if _may_contain(b.phrase, phrase)]
    return larger[-1] if larger else None


def _may_contain(whole: Counted, part: Counted) -> bool:
    high = whole.quantity.allowed.high
    low = part.quantity.allowed.low
    return high is None or low is None or low <= high


def _after_inclusion(frame: Frame, phrases: Phrases, phrase: Counted, parts: Sequence[Counted]) -> bool:
    at = phrase.first - 1
    while at >= 0 and (frame.low[at] in frame.grammar.determiners or frame.low[at] in ("at", "least", "of")):
        at -= 1
    word = frame.word(at)
    if word in frame.grammar.inclusion:
        return True
    if word in ("them", "whom", "those", "these", "victims", "dead") and frame.word(at - 1) in (
        *frame.grammar.inclusion,
        "the",
    ):
        return True
    joint = at
    while joint >= 0 and frame.low[joint] in _LIST:
        joint -= 1
    if joint == at:
        return False
    earlier = phrases.ending_at(joint)
    return any(earlier is part for part in parts) or _behind_included_name(frame, joint)


def _behind_included_name(frame: Frame, at: int) -> bool:
    """Find the opener of "including Rector Ruiz and two women"."""
    for i in range(at, max(-1, at - _LONGEST_NAME), -1):
        if frame.low[i] in frame.grammar.inclusion:
            return True
        if frame.is_verb_form(i) or (frame.tokens[i].kind == "punct" and frame.low[i] != ","):
            return False
    return False


def by_place(frame: Frame, phrases: Phrases, bound: Sequence[Bound]) -> list[tuple[Counted, Bound]]:
    """
    Return the further places of a list: "killing six in Harar, four in Jijiga and two in Gode".

    Each bare number directly before a preposition of place takes over the claim before it.
    """
    taken = {id(b.phrase) for b in bound}
    found: list[tuple[Counted, Bound]] = []
    last = None
    for phrase in phrases:
        owner = next((b for b in bound if b.phrase is phrase), None)
        if owner is not None:
            last = owner
            continue
        if last is None or id(phrase) in taken or not phrase.bare or phrase.of_whole:
            continue
        before = frame.word(phrase.first - 1)
        if before in ("and", ",") and frame.word(phrase.last + 1) in ("in", "at", "near", "on"):
            found.append((phrase, last))
    return found


def fatal(frame: Frame, phrases: Phrases, bound: Sequence[Bound]) -> list[tuple[Counted, Bound]]:
    """Return those of an undecided claim who died: "16 shot, 1 fatally"."""
    return [
        (phrase, whole)
        for phrase in phrases
        if frame.word(phrase.last + 1) in frame.grammar.fatal
        and (whole := _whole(phrase, bound))
        and whole.trigger.undecided
    ]


def elliptic(frame: Frame, phrases: Phrases) -> Counted | None:
    """Return the subject of a sentence that leaves its verb to the one before: "Nearly 8,000 were."."""
    first = phrases.starting_at(0) or (phrases.starting_at(1) if len(frame) else None)
    if first is None:
        return None
    at = first.last + 1
    if frame.word(at) not in frame.grammar.be | frame.grammar.have:
        return None
    rest = frame.skip(at + 1, frame.grammar.be | frame.grammar.adverbs)
    return first if rest >= len(frame) or frame.word(rest) == "." else None
