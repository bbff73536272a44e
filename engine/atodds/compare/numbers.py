"""Numbers: a group of figures judged, by what their wordings allow and by what a reader takes from them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Final

from atodds.compare.positions import Layout, exclude_each_other, lay_out
from atodds.compare.trend import Dated, Trend, trend
from atodds.model.claim import DateValue
from atodds.model.finding import Range, Verdict
from atodds.model.interval import Interval
from atodds.model.quantity import Hedge, Quantity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from atodds.compare.origins import Voices
    from atodds.model.claim import Claim
    from atodds.model.interval import Number

_CANDIDATES: Final = 24  # numbers stated most often, one of which is the best


@dataclass(frozen=True, slots=True)
class Judgement:
    """What comparing a group came to; `trend` is set where growing figures exclude each other."""

    verdict: Verdict
    layout: Layout[Claim]
    trend: Trend | None = None


@dataclass(frozen=True, slots=True)
class Yardstick:
    """
    How one rule reads its figures.

    `tolerance` is the share of the larger figure, or the number of days, that two may lie apart without
    excluding each other. `grows` marks a cumulative measure.
    """

    tolerance: float = 0.0
    grows: bool = False
    in_days: bool = False

    def allowed(self, claim: Claim) -> Interval:
        """Return what a claim permits, with the tolerance laid to its lower end."""
        interval = allowed(claim)
        low = interval.low
        if not self.tolerance or low is None:
            return interval
        lower = low - self.tolerance if self.in_days else low * (1 - self.tolerance) if low > 0 else low
        return Interval(
            lower, interval.high, interval.low_open, interval.high_open and interval.high != lower
        )


def judge(claims: Sequence[Claim], yardstick: Yardstick, days: Mapping[str, date]) -> Judgement:
    """
    Judge figures of one measure, scope and event; `days` has the day of each article, where known.

    Never says SINGLE: whether anything was compared depends on whose claims they are.
    """
    permitted = [yardstick.allowed(claim) for claim in claims]
    if exclude_each_other(permitted):
        layout = lay_out(claims, yardstick.allowed)
        if not yardstick.grows:
            return Judgement(Verdict.CONFLICT, layout)
        dated = [
            Dated(interval, claim.as_of or days.get(claim.article))
            for claim, interval in zip(claims, permitted, strict=True)
        ]
        found = trend(dated)
        return Judgement(Verdict.UPDATE if found is Trend.RISING else Verdict.CONFLICT, layout, found)
    for reading in (allowed, implied):
        if exclude_each_other([reading(claim) for claim in claims]):
            return Judgement(Verdict.TENSION, lay_out(claims, reading))
    return Judgement(Verdict.AGREE, Layout((tuple(claims),), ()))


def allowed(claim: Claim) -> Interval:
    """Return the numbers, or days as ordinals, that a claim's wording permits."""
    return _days(claim.value) if isinstance(claim.value, DateValue) else claim.allowed


def implied(claim: Claim) -> Interval:
    """
    Return the numbers, or days as ordinals, that a reader takes from a claim.

    A plain figure is taken for what it permits: nobody takes 2,500 and 2,487 apart.
    """
    if isinstance(claim.value, Quantity) and claim.value.hedge is not Hedge.EXACT:
        return claim.implied
    return allowed(claim)


def shared_by(claims: Sequence[Claim]) -> Interval:
    """Return what all the claims permit; where a tolerance let them stand together, what any of them does."""
    intervals = [allowed(claim) for claim in claims]
    if exclude_each_other(intervals):
        return reduce(Interval.hull, intervals)
    return reduce(lambda one, two: one.shared(two) or one, intervals)


def range_of(claims: Sequence[Claim], voices: Voices) -> Range | None:
    """
    Return the lowest, best and highest number of some quantities; None for other kinds.

    The best is the one that most origins allow, of these the one stated exactly most often; it is unknown
    where two numbers are equally well founded.
    """
    quantities = [(claim, claim.value) for claim in claims if isinstance(claim.value, Quantity)]
    if not quantities:
        return None
    lows = [quantity.allowed.low for _, quantity in quantities]
    highs = [quantity.allowed.high for _, quantity in quantities]
    return Range(
        low=None if None in lows else min(low for low in lows if low is not None),
        best=_best([claim for claim, _ in quantities], voices),
        high=None if None in highs else max(high for high in highs if high is not None),
    )


def _best(claims: Sequence[Claim], voices: Voices) -> Number | None:
    exact: Counter[Number] = Counter()
    stated: Counter[Number] = Counter()
    for claim in claims:
        if isinstance(claim.value, Quantity):
            low, high = claim.value.stated
            stated[low] += 1
            exact[low] += claim.value.hedge is Hedge.EXACT and low == high
    backing = {}
    for number in sorted(stated, key=lambda number: (-stated[number], number))[:_CANDIDATES]:
        holders = [claim for claim in claims if claim.allowed.meets(Interval.exactly(number))]
        backing[number] = (voices.count(holders), exact[number])
    most = max(backing.values())
    best = [number for number, backers in backing.items() if backers == most]
    return best[0] if len(best) == 1 else None


def _days(value: DateValue) -> Interval:
    first = None if value.first is None else value.first.toordinal()
    last = None if value.last is None else value.last.toordinal()
    return Interval(first, last)
