"""The figures of one sentence as drafts: bound phrases, and what takes over from them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from atodds.extract.clause.claim import Spot, Standing, counted_words, evidence, perhaps_background, worded
from atodds.extract.clause.counted import Phrases
from atodds.extract.clause.inherit import by_place, elliptic, fatal, included
from atodds.extract.clause.numbered import counted_phrases
from atodds.extract.clause.reading import Reading, readings
from atodds.extract.story.draft import Draft
from atodds.extract.triggers import Voice
from atodds.model.claim import Claim, Part
from atodds.rulebook.inflect import noun_forms
from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from atodds.extract.clause.bound import Bound
    from atodds.extract.clause.counted import Counted
    from atodds.extract.clause.frame import Frame

_NAMED = Standing(Part.PART, "named as a part")
_ONE_PLACE = Standing(Part.PART, "one place of several")
_HOSPITAL_REACH = 14  # tokens behind a claim that say where its people lie
_BESIDE = (["along", "with"], ["together", "with"], ["in", "addition", "to"])
_PLACING = ("in", "at", "near", "on")


def sentence_drafts(spot: Spot, before: Sequence[Draft]) -> list[Draft]:
    """
    Return the claims of one sentence as drafts, in order of place.

    `before` are the drafts of the nearest sentence above it that made any: "Nearly 8,000 were." leaves its
    verb to that.
    """
    read = readings(spot.frame)
    taken = {one.phrase.first: reading.asked.rule.id for reading in read for one in reading.bound}
    drafts = [draft for reading in read for draft in _of_rule(spot, reading, taken)]
    if not drafts and before:
        drafts += _elliptic(spot, before[-1].claim)
    return sorted(drafts, key=lambda draft: (draft.value.span, draft.claim.rule))


def _of_rule(spot: Spot, reading: Reading, taken: Mapping[int, str]) -> list[Draft]:
    """Return one rule's drafts; `taken` are the first tokens of what any rule bound."""
    asked, phrases, bound = reading
    if not bound:
        return []
    rule_id = asked.rule.id
    drafts = [
        _draft(
            spot,
            one,
            worded(spot, rule_id, one, one.phrase, _standing(spot.frame, one, bound[:i])),
            taken,
        )
        for i, one in enumerate(bound)
    ]
    own = {id(one.phrase) for one in bound}
    free = Phrases(p for p in phrases if p.first not in taken or id(p) in own)
    inherited = [
        (rule_id, phrase, whole, _NAMED)
        for phrase, whole in included(spot.frame, free, bound)
        if not _is_nearer_to_another(phrase, whole, rule_id, taken)
    ]
    if asked.rule.find.or_else in spot.frame.index.asked:
        died = fatal(spot.frame, free, bound)
        inherited += [
            (asked.rule.find.or_else, phrase, whole, Standing(Part.TOTAL)) for phrase, whole in died
        ]
    places = by_place(spot.frame, free, bound)
    if places:
        drafts = _first_of_places(spot.frame, drafts, bound)
        inherited += [(rule_id, phrase, whole, _ONE_PLACE) for phrase, whole in places]
    drafts += [
        Draft(
            worded(spot, rule, whole, phrase, standing),
            whole.trigger.phrase,
            perhaps=perhaps_background(spot, whole, phrase),
        )
        for rule, phrase, whole, standing in inherited
    ]
    return drafts


def _is_nearer_to_another(phrase: Counted, whole: Bound, rule_id: str, taken: Mapping[int, str]) -> bool:
    """Give "five of them" to the wounded in "30 were killed and 55 hurt, five of them critically"."""
    return any(whole.phrase.first < first < phrase.first and rule != rule_id for first, rule in taken.items())


def _first_of_places(frame: Frame, drafts: list[Draft], bound: Sequence[Bound]) -> list[Draft]:
    """Make "six in Harar" a part where "four in Jijiga" goes on from it."""
    placed = [
        one.phrase.quantity for one in bound if frame.word(max(one.end, one.phrase.last + 1)) in _PLACING
    ]
    return [
        draft.turned(*_ONE_PLACE)
        if draft.is_total and any(quantity is draft.value for quantity in placed)
        else draft
        for draft in drafts
    ]


def _draft(spot: Spot, one: Bound, claim: Claim, taken: Mapping[int, str]) -> Draft:
    frame, phrase = spot.frame, one.phrase
    before = frame.word(phrase.first - 1)
    inner = {frame.low[at] for at in range(phrase.first, phrase.last + 1)}
    led_by = any(first < phrase.first and rule != claim.rule for first, rule in taken.items())
    draft = Draft(
        claim,
        one.trigger.phrase,
        undecided=one.trigger.undecided,
        figure=one.trigger.voice is Voice.TOLL,
        definite=before in ("the", "his", "her", "their")
        or bool(inner & {"first", "next", "remaining", "last"}),
        others=phrase.others,
        more=phrase.more,
        apart=phrase.noun in _perpetrators(),
        led_by=led_by,
        of=one.listed,
        complete=one.complete,
        silent=phrase.silent,
        perhaps=perhaps_background(spot, one, phrase),
    )
    worst = one.group is not None and any(word in frame.grammar.severe for word in one.group.words)
    # "30 people were seriously hurt" leaves others; "killing two and seriously hurting a third" does not.
    return draft.turned(Part.PART, "only the worst") if worst and draft.is_total and not led_by else draft


@cache
def _perpetrators() -> frozenset[str]:
    words = load_table("populations")["perpetrators"]
    return frozenset(form for word in words for form in noun_forms(word))


def _standing(frame: Frame, one: Bound, earlier: Sequence[Bound]) -> Standing:
    """Say whether a bound phrase is the total, a part of one, or comes on top of one."""
    phrase = one.phrase
    if phrase.of_whole or one.named:
        return Standing(Part.PART, "of a whole")
    around = [*frame.low[max(0, phrase.first - 3) : phrase.first], *frame.low[phrase.last + 1 : one.end + 4]]
    before = frame.low[max(0, phrase.first - 3) : phrase.first]
    if before[-2:] in _BESIDE or before in _BESIDE:
        return Standing(Part.ADDED, "beside others")
    if _in_some_hospital(frame, one):
        return Standing(Part.PART, "those in one hospital")
    if "alone" in around:
        return Standing(Part.PART, "in one place alone")
    if (phrase.others or phrase.more) and any(not other.listed for other in earlier):
        return Standing(Part.ADDED, "on top of those before")
    if one.listed:
        return Standing(Part.PART, "one of a list")
    return Standing(Part.TOTAL)


def _elliptic(spot: Spot, model: Claim) -> list[Draft]:
    frame = spot.frame
    asked = frame.index.asked.get(model.rule)
    if asked is None:
        return []
    phrase = elliptic(frame, counted_phrases(frame, asked.nouns, singles=False))
    if phrase is None:
        return []
    start, end = frame.tokens[phrase.first].start, frame.tokens[-1].end
    claim = Claim(
        rule=model.rule,
        value=phrase.quantity,
        evidence=evidence(spot, start, end),
        counted=counted_words(frame, phrase),
    )
    return [Draft(claim, "")]


def _in_some_hospital(frame: Frame, one: Bound) -> bool:
    """Recognise "31 of those hurt were being treated in border hospitals"; others may not be."""
    behind = frame.low[one.end : one.end + _HOSPITAL_REACH]
    if "treated" not in behind:
        return False
    rest = behind[behind.index("treated") + 1 :][:4]
    return bool(rest) and rest[0] in ("in", "at") and any(word.startswith("hospital") for word in rest)
