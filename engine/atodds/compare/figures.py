"""Figures: quantities, durations and dates of one rule and event become findings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from atodds.compare.answers import group_answers
from atodds.compare.fingerprint import fingerprint
from atodds.compare.groups import Group, group_figures
from atodds.compare.messages import counted, disagreement, listed, so_of
from atodds.compare.numbers import Judgement, Yardstick, allowed, implied, judge, range_of, shared_by
from atodds.compare.parts import Excess, excesses
from atodds.compare.positions import Layout
from atodds.compare.severities import severity_of
from atodds.compare.subjects import counts, tells_people_apart
from atodds.compare.trend import Trend
from atodds.model.claim import DateValue
from atodds.model.finding import Finding, Position, Verdict
from atodds.rulebook.rule import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.compare.bench import Bench
    from atodds.compare.origins import Voices
    from atodds.model.claim import Claim
    from atodds.rulebook.rule import DateRule, DurationRule, QuantityRule


def compare_figures(
    rule: QuantityRule | DurationRule | DateRule, claims: Sequence[Claim], bench: Bench
) -> tuple[list[Finding], tuple[Claim, ...]]:
    """Return the findings of one rule on one event, and the claims left out with their reasons."""
    judging = _Judging(rule, bench)
    if not counts(rule):
        answers = group_answers(rule, claims, judging.fit)
        said = [finding for group in answers.groups if (finding := judging.finding(group)) is not None]
        return said, answers.aside
    by_population = tells_people_apart(rule)
    grouped = group_figures(claims, bench.places, by_population=by_population)
    findings = [finding for group in grouped.groups if (finding := judging.finding(group)) is not None]
    beyond = excesses(claims, bench.places, by_population=by_population)
    return findings + list(dict.fromkeys(judging.excess(excess) for excess in beyond)), grouped.aside


class _Judging:
    """Makes findings of groups, for one rule and event."""

    def __init__(self, rule: QuantityRule | DurationRule | DateRule, bench: Bench) -> None:
        self._rule = rule
        self._bench = bench
        tolerance: float = getattr(rule.compare, "tolerance", 0)
        in_days = rule.kind is Kind.DATE
        self._yardstick = Yardstick(
            tolerance=tolerance if in_days else tolerance / 100,
            grows=getattr(rule.compare, "grows", False),
            in_days=in_days,
        )

    def fit(self, one: Claim, two: Claim) -> bool:
        """Say whether two claims can both hold."""
        return self._yardstick.allowed(one).meets(self._yardstick.allowed(two))

    def finding(self, group: Group) -> Finding | None:
        """Return what a group came to, None where one article agrees with itself or nobody says anything."""
        said = _said(group.claims)
        if not said:
            return None
        claims = tuple(said.values())
        # All sentences count, the repeated ones too: a headline hides that its text is a copy.
        voices = self._bench.origins.trace(group.claims)
        judgement = judge(claims, self._yardstick, self._bench.desk.days)
        verdict = judgement.verdict
        sides = judgement.layout.positions
        if verdict is Verdict.AGREE and voices.count(claims) == 1:
            verdict = Verdict.SINGLE
        alone = len({claim.article for claim in claims}) == 1
        # Within one article only what cannot both hold is worth a word: "dozens", then "164" is style.
        if alone and verdict is Verdict.TENSION:
            verdict, sides = Verdict.SINGLE, (claims,)
        judged = replace(judgement, verdict=verdict, layout=Layout(sides, judgement.layout.bystanders))
        return self._made(group.label, judged, voices)

    def excess(self, excess: Excess) -> Finding:
        """Return the finding that parts come to more than their whole."""
        sides = ((excess.whole,), excess.parts)
        positions = _positions(sides, self._bench.origins.trace([excess.whole, *excess.parts]))
        whole, parts = (self._bench.desk.side(position) for position in positions)
        return self._put(
            Judgement(Verdict.CONFLICT, Layout(sides, ())),
            positions,
            label=excess.label,
            message=f"{self._rule.id} ({excess.label}): {whole} in all, {parts} a part of it; "
            "a part cannot exceed its whole",
        )

    def _made(self, label: str, judgement: Judgement, voices: Voices) -> Finding:
        verdict, trend = judgement.verdict, judgement.trend
        positions = _positions(judgement.layout.positions, voices)
        subject = f"{self._rule.id} ({label})" if label else self._rule.id
        if verdict in (Verdict.AGREE, Verdict.SINGLE):
            message = f"{subject}: {self._accord(positions[0])}"
        else:
            said = sorted(positions, key=self._latest) if verdict is Verdict.UPDATE else positions
            words = [
                self._bench.desk.side(position, dated=trend in (Trend.RISING, Trend.FALLING))
                for position in said
            ]
            of = "day" if self._rule.kind is Kind.DATE else "number"
            message = disagreement(subject, words, so_of(verdict, positions, trend, of=of))
        return self._put(judgement, positions, label=label, message=message, voices=voices)

    def _put(
        self,
        judgement: Judgement,
        positions: tuple[Position, ...],
        *,
        label: str,
        message: str,
        voices: Voices | None = None,
    ) -> Finding:
        sides, bystanders = judgement.layout.positions, judgement.layout.bystanders
        every = [*(claim for side in sides for claim in side), *bystanders]
        return Finding(
            rule=self._rule.id,
            event=self._bench.event,
            verdict=judgement.verdict,
            severity=severity_of(judgement.verdict, self._rule.severity, every),
            message=message,
            positions=positions,
            bystanders=bystanders,
            range=None if voices is None else range_of(every, voices),
            group=label,
            fingerprint=fingerprint(self._rule.id, self._bench.event, label, sides),
        )

    def _latest(self, position: Position) -> str:
        return max(
            (day.isoformat() for claim in position.claims if (day := self._bench.desk.day(claim))), default=""
        )

    def _accord(self, position: Position) -> str:
        articles = len({claim.article for claim in position.claims})
        said = self._bench.desk.side(position)
        if articles == 1:
            return f"{said}; nobody else gives a comparable figure"
        return f"{said}; {listed([counted(articles, 'article'), counted(position.origins, 'origin')])}"


def _positions(sides: Sequence[tuple[Claim, ...]], voices: Voices) -> tuple[Position, ...]:
    return tuple(Position(_printed(claims), claims, origins=voices.count(claims)) for claims in sides)


def _said(claims: Sequence[Claim]) -> dict[tuple[str, str, str], Claim]:
    """Return what each article says once, where it says it first."""
    said: dict[tuple[str, str, str], Claim] = {}
    for claim in claims:
        said.setdefault((claim.article, str(allowed(claim)), str(implied(claim))), claim)
    return said


def _printed(claims: tuple[Claim, ...]) -> str:
    first = claims[0].value
    shared = shared_by(claims)
    if isinstance(first, DateValue):
        from datetime import date  # noqa: PLC0415 - dates are rare

        ends = [
            None if end is None else date.fromordinal(int(end)).isoformat()
            for end in (shared.low, shared.high)
        ]
        return ends[0] or "" if ends[0] == ends[1] else f"{ends[0] or ''}..{ends[1] or ''}"
    return str(shared)
