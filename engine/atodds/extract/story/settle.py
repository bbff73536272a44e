"""Settle: which figures of a story are its totals, seen beside all its others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import is_not

from atodds.extract.story.draft import Draft
from atodds.extract.story.sums import with_sums
from atodds.model.claim import Claim, Part
from atodds.model.interval import Interval
from atodds.model.quantity import Hedge

_WHOLE_CONFLICT = 30  # a figure so many times a story's own is of a longer stretch of time
_WAR = 500  # ... if it is at least this large
_MOST = 200  # figures of one rule that a story is settled by; a page with more is a list of many events
_LEAD = 2  # body paragraphs that, with the headline, say what a story is about

Step = Callable[[Draft, Sequence[Draft]], Draft]


def settle(drafts: Sequence[Draft], or_else: Mapping[str, str]) -> list[Claim]:
    """
    Return a story's claims, in order, with totals told from parts, shorthand and background.

    Each step sees one draft beside all of its rule. `or_else` maps a rule with undecided verbs to the rule
    that they may mean instead. The same claim printed twice counts once.
    """
    once = {draft.claim: draft for draft in reversed(drafts)}
    settled = _led(list(once.values())[::-1])
    groups = _by_rule(settled)
    for step in _STEPS:
        turned = [step(draft, groups[draft.claim.rule]) if draft.counts else draft for draft in settled]
        if any(map(is_not, turned, settled)):
            settled, groups = turned, _by_rule(turned)
    settled = [draft for draft in with_sums(settled) if not draft.silent]
    groups = _by_rule(settled)
    return [_decided(draft, groups.get(or_else.get(draft.claim.rule, ""), ())).claim for draft in settled]


def _led(drafts: Sequence[Draft]) -> list[Draft]:
    """Mark "others" beside another measure: "The blast killed nine. Another 26 were hurt."."""
    told: set[str] = set()
    led = []
    for draft in drafts:
        rule = draft.claim.rule
        led.append(replace(draft, led_by=draft.led_by or (bool(told - {rule}) and rule not in told)))
        if draft.counts:
            told.add(rule)
    return led


def _by_rule(drafts: Sequence[Draft]) -> dict[str, list[Draft]]:
    groups: dict[str, list[Draft]] = {}
    for draft in drafts:
        group = groups.setdefault(draft.claim.rule, [])
        if draft.counts and len(group) < _MOST:
            group.append(draft)
    return groups


def _shorthand(draft: Draft, group: Sequence[Draft]) -> Draft:
    """Set aside "31 killed" in a headline over "at least 31 were killed", and "dozens" over 31."""
    value = draft.value
    if draft.claim.evidence.paragraph:
        return draft
    for other in group:
        said = other.value
        same = said.stated == value.stated and said.hedge is not Hedge.EXACT and value.hedge is Hedge.EXACT
        vague = value.hedge is Hedge.VAGUE and said.hedge is not Hedge.VAGUE and other.is_total
        if other is not draft and (same or (vague and value.implied.contains(Interval(*said.stated)))):
            return draft.set_aside(f"short for {said.words!r}")
    return draft


def _perhaps_background(draft: Draft, group: Sequence[Draft]) -> Draft:
    """Make "six killed on June 19" background where the story gives a figure without such a date."""
    if draft.perhaps and any(other.is_total and not other.perhaps for other in group):
        return draft.turned(Part.BACKGROUND, draft.perhaps)
    return draft


def _whole_conflict(draft: Draft, group: Sequence[Draft]) -> Draft:
    """Tell "170,000 have been killed" from the 31 that a report on one raid leads with."""
    if draft.least < _WAR or not draft.is_total:
        return draft
    first = next((other for other in group if other.is_total), draft)
    perfect = {"have", "has"} & set(draft.claim.evidence.sentence.split())
    if perfect and draft.least >= _WHOLE_CONFLICT * max(1, first.least):
        return draft.turned(Part.BACKGROUND, "far above the figures of this event")
    return draft


def _others(draft: Draft, group: Sequence[Draft]) -> Draft:
    """Tell "two others were killed" beside one named before from "killing 12 and hurting 30 others"."""
    if not (draft.others or draft.more) or draft.led_by or not draft.is_total:
        return draft
    follows = bool(group) and group[0] is not draft
    if draft.more or follows or draft.trigger in ("kill", "die"):
        return draft.turned(Part.ADDED, "on top of those before")
    return draft


def _single(draft: Draft, group: Sequence[Draft]) -> Draft:
    """Make "a driver was killed" a part, unless the story leads with it and gives no larger figure."""
    if draft.value.stated != (1, 1) or draft.value.hedge is not Hedge.EXACT or not draft.is_total:
        return draft
    if draft.more and draft.led_by:
        return draft  # "killing two and injuring a third" counts one injured
    if any(other.is_total and other.least > 1 for other in group):
        return draft.turned(Part.PART, "one of those counted")
    if draft.value.row != "single":
        return draft
    singles = [other for other in group if other.value.row == "single"]
    if draft.claim.evidence.paragraph > _LEAD or len({other.claim.counted for other in singles}) > 1:
        return draft.turned(Part.PART, "one of several described")
    return draft


def _apart(draft: Draft, group: Sequence[Draft]) -> Draft:
    """Count whoever did it apart, where the story counts others too: "14 dead; 2 suspects killed"."""
    if draft.apart and draft.is_total and any(other.is_total and not other.apart for other in group):
        return draft.turned(Part.PART, "those who did it, counted apart")
    return draft


def _beside_toll(draft: Draft, group: Sequence[Draft]) -> Draft:
    """Make "nine more bodies" a part where the same sentence gives the toll that they raise."""
    if draft.figure or not draft.is_total:
        return draft
    tolls = [o for o in group if o.figure and o.claim.evidence.sentence == draft.claim.evidence.sentence]
    tolls = [toll for toll in tolls if toll.claim.source == draft.claim.source]
    if any(toll.least > draft.least for toll in tolls):
        return draft.turned(Part.PART, "beside the toll it is counted in")
    return draft


def _below_total(draft: Draft, group: Sequence[Draft]) -> Draft:
    """Make a later, smaller figure a part of the total that the story leads with."""
    if draft.figure or (_in_lead(draft) and not draft.definite) or not draft.is_total:
        return draft
    leads = [other for other in group if _in_lead(other) and not other.definite and other.is_total]
    above = [
        other
        for other in leads
        if other.least > draft.least and not other.claim.allowed.meets(draft.claim.allowed)
    ]
    same_source = any(
        not draft.claim.source or not other.claim.source or draft.claim.source == other.claim.source
        for other in above
    )
    if above and (draft.definite or same_source):
        return draft.turned(Part.PART, f"below the story's total, {above[0].value.words}")
    return draft


def _definite(draft: Draft, group: Sequence[Draft]) -> Draft:
    """Make "the next two victims" a part wherever it stands."""
    if (
        draft.definite
        and draft.is_total
        and any(o.is_total and not o.definite and o.least > draft.least for o in group)
    ):
        return draft.turned(Part.PART, "some of those counted")
    return draft


def _in_lead(draft: Draft) -> bool:
    return draft.claim.evidence.paragraph <= _LEAD


_STEPS: tuple[Step, ...] = (
    _perhaps_background,
    _shorthand,
    _whole_conflict,
    _others,
    _single,
    _apart,
    _definite,
    _beside_toll,
    _below_total,
)


def _decided(draft: Draft, dead: Sequence[Draft]) -> Draft:
    """
    Widen an undecided figure by the dead that it may hold: "five shot, one killed" leaves four or five hurt.
    """
    totals = [other.claim.allowed for other in dead]
    value = draft.value
    if not draft.undecided or not totals or value.allowed.low is None:
        return draft
    most = max(interval.low or 0 for interval in totals)
    low = value.allowed.low - most
    if low < 0:
        return draft
    allowed = Interval(low, value.allowed.high, high_open=value.allowed.high_open)
    wider = replace(value, allowed=allowed, implied=value.implied.hull(Interval.exactly(low)))
    return replace(
        draft, claim=replace(draft.claim, value=wider, reason=draft.claim.reason or "dead and hurt together")
    )
