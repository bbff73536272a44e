"""The figures of one sentence: triggers bound to phrases, then told apart by part, modality and period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from atodds.extract.attribution import find_attribution
from atodds.extract.clause.binding import Bound, bind
from atodds.extract.clause.counted import Counted, counted_phrases
from atodds.extract.story.draft import Draft
from atodds.extract.clause.frame import Frame
from atodds.extract.clause.inherit import by_place, elliptic, fatal, included
from atodds.extract.clause.modality import not_asserted
from atodds.extract.clause.period import other_time
from atodds.extract.clause.scope import place_after
from atodds.extract.triggers import Asked, Trigger, Voice
from atodds.model.article import Article, Block, Story
from atodds.model.claim import Claim, Evidence, Part
from atodds.model.quantity import Quantity
from atodds.rulebook.inflect import noun_forms
from atodds.rulebook.lexicon import load_table


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands."""

    article: Article
    story: Story
    block: Block


def sentence_drafts(frame: Frame, place: Place, before: Sequence[Draft]) -> list[Draft]:
    """
    Return the claims of one sentence as drafts, in order of place.

    `before` are the drafts of the nearest sentence above it that made any: "Nearly 8,000 were." leaves its
    verb to that.
    """
    read = [
        _read(frame, asked, places)
        for rule_id, places in frame.triggers.items()
        if _in_context(frame, asked := frame.index.asked[rule_id])
    ]
    taken = {one.phrase.first: asked.rule.id for asked, _, bound in read for one in bound}
    drafts = [draft for asked, phrases, bound in read for draft in _drafts(frame, asked, phrases, bound, taken, place)]
    if not drafts and before:
        drafts += _elliptic(frame, place, before[-1].claim)
    return sorted(drafts, key=lambda draft: (draft.value.span, draft.claim.rule))


def _in_context(frame: Frame, asked: Asked) -> bool:
    words = f" {' '.join(frame.low)} "
    return not asked.context or any(f" {word} " in words for word in asked.context)


def _read(
    frame: Frame, asked: Asked, places: list[tuple[int, Trigger]]
) -> tuple[Asked, list[Counted], list[Bound]]:
    phrases = counted_phrases(frame, asked.nouns, singles=asked.rule.find.single)
    return asked, phrases, _bindings(frame, asked, places, phrases)


def _drafts(  # noqa: PLR0913, PLR0917 - one rule's reading of one sentence, and what the others took
    frame: Frame, asked: Asked, phrases: list[Counted], bound: list[Bound], taken: dict[int, str], place: Place
) -> list[Draft]:
    drafts = []
    earlier: list[Bound] = []
    for one in bound:
        part, reason = _part(frame, one, earlier)
        claim = _claim(frame, asked, one, one.phrase, part, reason, place)
        drafts.append(_draft(frame, one, claim, taken))
        earlier.append(one)
    free = [p for p in phrases if p.first not in taken or any(p is one.phrase for one in bound)]
    for phrase, whole in included(frame, free, bound):
        claim = _claim(frame, asked, whole, phrase, Part.PART, "named as a part", place)
        drafts.append(Draft(claim, whole.trigger.phrase))
    if other := frame.index.asked.get(asked.rule.find.or_else):
        for phrase, whole in fatal(frame, free, bound):
            drafts.append(Draft(_claim(frame, other, whole, phrase, Part.TOTAL, "", place), whole.trigger.phrase))
    places = by_place(frame, free, bound)
    if places:
        first = [one.phrase for one in bound if frame.word(max(one.end, one.phrase.last + 1)) in ("in", "at", "near", "on")]
        drafts = [
            draft.turned(Part.PART, "one place of several")
            if draft.is_total and any(phrase.quantity is draft.value for phrase in first)
            else draft
            for draft in drafts
        ]
    for phrase, whole in places:
        claim = _claim(frame, asked, whole, phrase, Part.PART, "one place of several", place)
        drafts.append(Draft(claim, whole.trigger.phrase))
    return drafts


def _draft(frame: Frame, one: Bound, claim: Claim, taken: Mapping[int, str]) -> Draft:
    phrase = one.phrase
    before = frame.word(phrase.first - 1)
    inner = {frame.low[at] for at in range(phrase.first, phrase.last + 1)}
    return Draft(
        claim,
        one.trigger.phrase,
        undecided=one.trigger.undecided,
        figure=one.trigger.voice is Voice.TOLL,
        definite=before in ("the", "his", "her", "their") or bool(inner & {"first", "next", "remaining", "last"}),
        others=phrase.others,
        more=phrase.more,
        apart=phrase.noun in _perpetrators(),
        led_by=any(first < phrase.first and rule != claim.rule for first, rule in taken.items()),
        of=one.listed,
        complete=one.complete,
        silent=phrase.silent,
    )


@cache
def _perpetrators() -> frozenset[str]:
    words = load_table("populations")["perpetrators"]
    return frozenset(form for word in words for form in noun_forms(word))


def _bindings(
    frame: Frame, asked: Asked, places: list[tuple[int, Trigger]], phrases: list[Counted]
) -> list[Bound]:
    bound: dict[int, Bound] = {}
    for at, trigger in places:
        for one in bind(frame, trigger, at, phrases):
            if not _is_cancelled(frame, asked, one):
                bound.setdefault(one.phrase.first, one)
    for one in _counted_nouns(frame, asked, places):
        if not any(one.phrase.first <= other <= one.phrase.last for other in bound):
            bound[one.phrase.first] = one
    return [bound[first] for first in sorted(bound)]


def _counted_nouns(
    frame: Frame, asked: Asked, places: list[tuple[int, Trigger]]
) -> Iterable[Bound]:
    """Yield "12 deaths", "no casualties": the trigger is itself the noun that is counted."""
    for nouns, voice in ((asked.event_nouns, Voice.NOUN), (asked.none_of, Voice.NONE_OF)):
        if nouns is None or not any(trigger.voice is voice for _, trigger in places):
            continue
        for phrase in counted_phrases(frame, nouns, singles=False):
            trigger = next((t for at, t in places if phrase.first < at <= phrase.last and t.voice is voice), None)
            if trigger is None or phrase.bare or frame.word(phrase.first - 1) in asked.unless:
                continue
            if voice is Voice.NOUN or phrase.quantity.stated[1] == 0:
                yield Bound(trigger, phrase, phrase.last, phrase.last + 1)


def _is_cancelled(frame: Frame, asked: Asked, one: Bound) -> bool:
    """Say whether a word of `unless` stands in the trigger's own group or right behind it."""
    if not asked.unless or one.phrase.quantity.stated[1] == 0:
        return False
    if one.at in one.phrase.inner:
        return any(word in asked.unless for word in frame.low[one.phrase.last + 1 : one.phrase.last + 5])
    start = one.group.start if one.group else one.at
    words = [*frame.low[start : one.at], *frame.low[one.at + 1 : one.at + 4]]
    for i, word in enumerate(words):
        after = i - (one.at - start)
        if after >= 0 and one.at + 1 + after in frame.numbered:
            return False
        if " ".join(words[i : i + 2]) in asked.unless:
            return True
        if word in asked.unless and (after < 1 or words[one.at - start] in ("and", "or")):
            return True
        if after >= 0 and word in (",", ";") or word in frame.grammar.prepositions:
            return False
    return False


def _part(frame: Frame, one: Bound, earlier: Sequence[Bound]) -> tuple[Part, str]:
    """Say whether a bound phrase is the total, a part of one, or comes on top of one."""
    phrase = one.phrase
    if phrase.of_whole or one.named:
        return Part.PART, "of a whole"
    around = [*frame.low[max(0, phrase.first - 3) : phrase.first], *frame.low[phrase.last + 1 : one.end + 4]]
    if "alone" in around:
        return Part.PART, "in one place alone"
    if (phrase.others or phrase.more) and any(not other.listed for other in earlier):
        return Part.ADDED, "on top of those before"
    if one.listed:
        return Part.PART, "one of a list"
    return Part.TOTAL, ""


def _claim(
    frame: Frame, asked: Asked, one: Bound, phrase: Counted, part: Part, reason: str, place: Place
) -> Claim:
    quantity = phrase.quantity
    first = min(one.at, phrase.first, one.group.start if one.group and one.phrase is phrase else one.at)
    last = max(one.end, phrase.last + 1)
    set_aside = not_asserted(frame, one)
    if not set_aside and (rate := _rate(frame, phrase.last + 1)):
        part, reason = Part.BACKGROUND, rate
    elif not set_aside and (period := other_time(frame, first, last, place.article.published)):
        part, reason = Part.BACKGROUND, period
    start, end = frame.tokens[first].start, frame.tokens[last - 1].end
    credit = find_attribution(frame.text, start, end, (frame.start, frame.end))
    return Claim(
        rule=asked.rule.id,
        value=quantity,
        evidence=_evidence(frame, place, start, end),
        counted=_counted_words(frame, phrase),
        place=place_after(frame, last),
        source=credit.source if credit else "",
        part=part,
        asserted=not set_aside,
        reason=set_aside or reason,
    )


def _rate(frame: Frame, at: int) -> str:
    """Recognise "12 people a day", which counts no event."""
    per, unit = frame.word(at), frame.word(at + 1)
    return f"{per} {unit}" if per in ("a", "per", "each", "every") and unit in load_table("period")["units"] else ""


def _evidence(frame: Frame, place: Place, start: int, end: int) -> Evidence:
    block = place.block
    sentence = " ".join(frame.text[frame.start : frame.end].split())
    return Evidence(
        place.article.id,
        place.story.index,
        block.section,
        block.paragraph,
        None if block.in_title else start,
        None if block.in_title else end,
        sentence,
    )


def _counted_words(frame: Frame, phrase: Counted) -> str:
    end = phrase.quantity.span[1] if not phrase.single else frame.tokens[phrase.first].end
    return " ".join(frame.text[end : frame.tokens[phrase.last].end].lower().split()).removeprefix("of ")


def _elliptic(frame: Frame, place: Place, model: Claim) -> list[Draft]:
    asked = frame.index.asked.get(model.rule)
    if asked is None or not isinstance(model.value, Quantity):
        return []
    phrase = elliptic(frame, counted_phrases(frame, asked.nouns, singles=False))
    if phrase is None:
        return []
    start, end = frame.tokens[phrase.first].start, frame.tokens[-1].end
    claim = Claim(
        rule=model.rule,
        value=phrase.quantity,
        evidence=_evidence(frame, place, start, end),
        counted=_counted_words(frame, phrase),
    )
    return [Draft(claim, "")]
