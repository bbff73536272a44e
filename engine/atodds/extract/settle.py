"""Settle: which figures of a story are its totals, seen beside all its others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from atodds.model.claim import Claim, Part
from atodds.model.quantity import Quantity


def settle(claims: Sequence[Claim]) -> list[Claim]:
    """
    Return a story's claims with parts told from totals by what else the story says.

    A sentence printed twice counts once. A single victim is part of any larger total of its story; so is a
    figure "on top of" others, and a list member whose list the story adds up itself.
    """
    unique = list(dict.fromkeys(claims))
    by_rule: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in unique:
        if claim.asserted and claim.part is Part.TOTAL and isinstance(claim.value, Quantity):
            by_rule[claim.rule].append(claim)
    largest = {rule: max((_least(claim) for claim in group), default=0) for rule, group in by_rule.items()}
    return [_settled(claim, largest.get(claim.rule, 0)) for claim in unique]


def _settled(claim: Claim, largest: float) -> Claim:
    if (
        claim.asserted
        and claim.part is Part.TOTAL
        and isinstance(claim.value, Quantity)
        and claim.value.row == "single"
        and largest > 1
    ):
        return replace(claim, part=Part.PART, reason="one of those counted")
    return claim


def _least(claim: Claim) -> float:
    low = claim.allowed.low
    return 0 if low is None else low
