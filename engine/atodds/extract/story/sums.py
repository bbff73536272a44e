"""Sums: the total of a list that a story leaves to its reader, "14 civilians and a police officer"."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from atodds.model.claim import Part
from atodds.model.interval import Interval, Number
from atodds.model.quantity import Hedge, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.extract.story.draft import Draft

SUM_ROW = "sum"
SINGLE_ROW = "single"


def with_sums(drafts: Sequence[Draft]) -> list[Draft]:
    """
    Return the drafts with the sum of each complete list behind its last member.

    A list is summed only in a story that gives no total of its own for the rule: there the figure is what
    the reader takes from it.
    """
    told = {draft.claim.rule for draft in drafts if draft.is_total}
    lists: dict[tuple[str, int], list[Draft]] = {}
    for draft in drafts:
        if draft.of and draft.counts and draft.complete and draft.claim.rule not in told:
            lists.setdefault((draft.claim.rule, draft.of), []).append(draft)
    summed: list[Draft] = []
    for draft in drafts:
        summed.append(draft)
        members = lists.get((draft.claim.rule, draft.of), [])
        if len(members) > 1 and members[-1] is draft:
            summed.append(_sum(members))
    return summed


def _sum(members: Sequence[Draft]) -> Draft:
    values = [member.value for member in members]
    first, last = members[0].claim.evidence, members[-1].claim.evidence
    allowed = reduce(_added, (value.allowed for value in values))
    stated = (sum(value.stated[0] for value in values), sum(value.stated[1] for value in values))
    hedges = {value.hedge for value in values}
    total = Quantity(
        words=" + ".join(_words(member) for member in members),
        span=(values[0].span[0], values[-1].span[1]),
        hedge=hedges.pop() if len(hedges) == 1 else Hedge.ABOUT,
        unit="",
        stated=stated,
        allowed=allowed,
        implied=reduce(_added, (value.implied for value in values)),
        row=SUM_ROW,
    )
    claim = replace(
        members[0].claim,
        value=total,
        evidence=replace(first, end=last.end),
        counted="",
        part=Part.TOTAL,
        reason="added up from a list",
    )
    return replace(members[0], claim=claim, of=0, silent=False)


def _words(member: Draft) -> str:
    words = member.value.words
    return words if member.value.row == SINGLE_ROW else f"{words} {member.claim.counted}".strip()


def _added(one: Interval, two: Interval) -> Interval:
    return Interval(
        _sum_of(one.low, two.low),
        _sum_of(one.high, two.high),
        low_open=one.low_open or two.low_open,
        high_open=one.high_open or two.high_open,
    )


def _sum_of(one: Number | None, two: Number | None) -> Number | None:
    return None if one is None or two is None else one + two
