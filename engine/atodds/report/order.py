"""What a reader should see first: conflicts before tensions, and the widest gap before narrow ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.model.finding import DISAGREEMENTS, Finding, Severity, Verdict
from atodds.model.quantity import Quantity
from atodds.model.quote import Grade

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["DISAGREEMENTS", "gap", "widest_first"]

_VERDICTS = {verdict: rank for rank, verdict in enumerate(Verdict)}
_SEVERITIES = {severity: rank for rank, severity in enumerate(Severity)}
_GRADES = {grade: rank / (len(Grade) - 1) for rank, grade in enumerate(Grade)}


def widest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by verdict, severity and width of the gap, then by name."""
    return sorted(findings, key=_weight)


def gap(finding: Finding) -> float:
    """
    Return how far the sides are apart, from 0 (they touch) to 1 (nothing in common).

    For figures it is the part of the highest floor that the lowest ceiling leaves open: 8,000 against
    10,000 is 0.2. For quotes it is the rank of the gravest grade. Other kinds have no width: 0.
    """
    claims = [claim for position in finding.positions for claim in position.claims]
    if claims and all(isinstance(claim.value, Quantity) for claim in claims):
        tension = finding.verdict is Verdict.TENSION
        spans = [claim.implied if tension else claim.allowed for claim in claims]
        floors = [span.low for span in spans if span.low is not None]
        ceilings = [span.high for span in spans if span.high is not None]
        if not floors or not ceilings:
            return 0.0
        return max(0.0, (max(floors) - min(ceilings)) / max(1, abs(max(floors))))
    return max((_GRADES[position.grade] for position in finding.positions if position.grade), default=0.0)


def _weight(finding: Finding) -> tuple[int, int, float, str, str, str, str]:
    return (
        _VERDICTS[finding.verdict],
        _SEVERITIES[finding.severity],
        -gap(finding),
        finding.event,
        finding.rule,
        finding.group,
        finding.fingerprint,
    )
