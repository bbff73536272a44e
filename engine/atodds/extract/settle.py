"""Settle: which figures of a story are its totals, seen beside all its others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from atodds.model.claim import Claim, Part
from atodds.model.interval import Interval
from atodds.model.quantity import Hedge, Quantity

_WHOLE_CONFLICT = 30  # a figure so many times a story's own is of a longer stretch of time


def settle(claims: Sequence[Claim]) -> list[Claim]:
    """
    Return a story's claims with totals told from parts, shorthand and background by what else it says.

    The same claim printed twice counts once. "31 killed" in a headline over "at least 31 were killed" is
    shorthand and no second claim. A single victim is part of any larger total of its story.
    """
    unique = list(dict.fromkeys(claims))
    by_rule: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in unique:
        if claim.asserted and isinstance(claim.value, Quantity):
            by_rule[claim.rule].append(claim)
    return [_settled(claim, by_rule[claim.rule]) for claim in unique]


def _settled(claim: Claim, group: Sequence[Claim]) -> Claim:
    """Return the claim as it stands among all asserted claims of its rule."""
    if not claim.asserted or not isinstance(claim.value, Quantity) or claim.part is Part.BACKGROUND:
        return claim
    if fuller := _fuller(claim, group):
        return replace(claim, asserted=False, reason=f"short for {fuller.words!r}")
    totals = [other for other in group if other.part is Part.TOTAL]
    if claim.part is Part.TOTAL and _is_far_above(claim, totals):
        return replace(claim, part=Part.BACKGROUND, reason="far above the figures of this event")
    if claim.part is Part.TOTAL and claim.value.row == "single" and any(_least(t) > 1 for t in totals):
        return replace(claim, part=Part.PART, reason="one of those counted")
    return claim


def _fuller(claim: Claim, group: Sequence[Claim]) -> Claim | None:
    """Return the claim that words the same number with its hedge, or a vague headline's number."""
    value = claim.value
    if not isinstance(value, Quantity):
        return None
    for other in group:
        said = other.value
        if other is claim or not isinstance(said, Quantity) or other.part is Part.BACKGROUND:
            continue
        headline = not claim.evidence.paragraph
        if headline and value.hedge is Hedge.EXACT and said.hedge is not Hedge.EXACT and value.stated == said.stated:
            return other
        vague = value.hedge is Hedge.VAGUE and said.hedge is not Hedge.VAGUE and headline
        if vague and value.implied.contains(_stated(said)) and other.part is Part.TOTAL:
            return other
    return None


def _stated(quantity: Quantity) -> Interval:
    return Interval(*quantity.stated)


def _is_far_above(claim: Claim, totals: Sequence[Claim]) -> bool:
    """Tell "170,000 have been killed" in a report on a raid that killed 31, where the report leads with 31."""
    first = totals[0]
    perfect = any(word in claim.evidence.sentence.split() for word in ("have", "has"))
    return perfect and first is not claim and _least(claim) >= _WHOLE_CONFLICT * max(1, _least(first)) and _least(claim) > 500


def _least(claim: Claim) -> float:
    low = claim.allowed.low
    return 0 if low is None else low
