"""Answers: of several that a story gives to one question, the one that it shares with the other stories."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from atodds.compare.groups import Group, Grouped
from atodds.compare.subjects import tells_whose
from atodds.compare.tellings import reading_order
from atodds.model.claim import Part
from atodds.rulebook.rule import QuantityRule, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from atodds.model.claim import Claim
    from atodds.rulebook.rule import DateRule, DurationRule

_MOST: Final = 300  # claims that are held against each other; of more, each story's first is taken
_ELSE: Final = "the story gives another one too"


def leading(
    claims: Sequence[Claim], fit: Callable[[Claim, Claim], bool]
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """
    Return the claims by which stories are compared, and those set aside with the reason.

    A story that names two days need not contradict one that names one of them. It is taken by the claim that
    most other stories can share, the first where several are, and by all that `fit` it.
    """
    now = (claim for claim in claims if claim.asserted and claim.part is not Part.BACKGROUND)
    asserted = sorted(now, key=reading_order)
    by_story: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in asserted:
        by_story[claim.article, claim.evidence.story].append(claim)
    kept: list[Claim] = []
    aside: list[Claim] = []
    for story, own in by_story.items():
        others = [theirs for other, theirs in by_story.items() if other != story]
        lead = own[0] if len(asserted) > _MOST else max(own, key=lambda one: _shared(one, others, fit))
        for claim in own:
            if fit(lead, claim):
                kept.append(claim)
            else:
                aside.append(replace(claim, reason=_ELSE))
    return tuple(kept), tuple(aside)


def _shared(claim: Claim, others: Sequence[Sequence[Claim]], fit: Callable[[Claim, Claim], bool]) -> int:
    """Count the stories that hold a claim that this one fits."""
    return sum(any(fit(claim, other) for other in theirs) for theirs in others)


def group_answers(
    rule: QuantityRule | DurationRule | DateRule, claims: Sequence[Claim], fit: Callable[[Claim, Claim], bool]
) -> Grouped:
    """Group sums by their currency and ages by their person; all other answers are one group."""
    apart = tells_whose(rule)
    by_subject: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_subject[claim.counted if apart else ""].append(claim)
    groups: list[Group] = []
    aside: list[Claim] = []
    for subject, own in sorted(by_subject.items()):
        kept, left = leading(own, fit)
        aside += left
        if kept:
            groups.append(Group(_label(rule, subject, len(by_subject)), kept))
    return Grouped(tuple(groups), tuple(aside))


def _label(rule: QuantityRule | DurationRule | DateRule, subject: str, subjects: int) -> str:
    if isinstance(rule, QuantityRule) and rule.find.unit is Unit.AGE:
        return subject.title()
    return f"in {subject}s" if subject and subjects > 1 else ""
