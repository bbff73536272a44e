"""What one test of a facts file comes to: a rule on an event passes, fails or has nothing to compare."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from atodds.model.acceptance import Standing
from atodds.model.finding import Severity, Verdict
from atodds.report.names import names_of
from atodds.report.order import DISAGREEMENTS, widest_first
from atodds.report.rows import Row, coverage_row, finding_row

if TYPE_CHECKING:
    from atodds.facts.expectation import Expectation
    from atodds.model.acceptance import Acceptance
    from atodds.model.claim import Claim
    from atodds.model.finding import Coverage, Finding, Run


@dataclass(frozen=True, slots=True)
class Judgement:
    """
    One rule on one event.

    `failures` are lines that each say why the test fails; `skipped` says why nothing was compared, "" where
    something was. `rows` are the rows of the table, `fingerprints` those of the findings, `stale` the
    acceptances that let nothing stand any more.
    """

    rule: str
    event: str
    verdict: Verdict
    failures: tuple[str, ...] = ()
    skipped: str = ""
    rows: tuple[Row, ...] = ()
    fingerprints: tuple[str, ...] = ()
    stale: tuple[Acceptance, ...] = ()


@dataclass(frozen=True)
class Judge:
    """Judges the rules of one run; what each needs is sorted once, so that 10,000 tests stay cheap."""

    run: Run
    fail_on: tuple[Verdict, ...] = (Verdict.CONFLICT,)
    expectations: dict[str, Expectation] = field(default_factory=dict)

    def judgements(self) -> list[Judgement]:
        """Return a judgement for each rule and event of the run, in the order of its coverage."""
        claims: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        findings: dict[tuple[str, str], list[Finding]] = defaultdict(list)
        stale: dict[tuple[str, str], list[Acceptance]] = defaultdict(list)
        for claim in self.run.claims:
            claims[claim.rule, claim.event].append(claim)
        for finding in widest_first(self.run.findings):
            findings[finding.rule, finding.event].append(finding)
        for acceptance in self.run.stale:
            stale[acceptance.rule, acceptance.event].append(acceptance)
        names = names_of(self.run)
        accepted = self.run.acceptances
        judged = []
        for row in self.run.coverage:
            key = row.rule, row.event
            own = findings[key]
            called = names.get(row.event, {})
            shown = [finding_row(one, called, accepted.get(one.fingerprint)) for one in own]
            expected = self._broken(row.rule, claims[key])
            failures = [one.message for one in own if self._fails(one, accepted)]
            failures += expected + [_stale_line(one) for one in stale[key]]
            nothing = row.verdict in (Verdict.SINGLE, Verdict.ABSENT) and row.rule not in self.expectations
            judged.append(
                Judgement(
                    rule=row.rule,
                    event=row.event,
                    verdict=row.verdict,
                    failures=tuple(failures),
                    skipped=_why(row) if nothing else "",
                    rows=tuple(shown or [coverage_row(row, claims[key], called)]),
                    fingerprints=tuple(one.fingerprint for one in own if one.verdict in DISAGREEMENTS),
                    stale=tuple(stale[key]),
                )
            )
        return judged

    def _fails(self, finding: Finding, accepted: dict[str, Acceptance]) -> bool:
        # A rule's author makes a note of what is worth knowing and not worth a failure.
        grave = finding.severity is not Severity.NOTE
        return finding.verdict in self.fail_on and grave and finding.fingerprint not in accepted

    def _broken(self, rule: str, claims: list[Claim]) -> list[str]:
        expectation = self.expectations.get(rule)
        return expectation.broken(claims) if expectation else []


def _why(row: Coverage) -> str:
    if row.reason:
        return row.reason
    return "no article says" if row.verdict is Verdict.ABSENT else "only one article says"


def _stale_line(acceptance: Acceptance) -> str:
    if acceptance.standing is Standing.EXPIRED:
        return f"{acceptance.where}: accepted until {acceptance.until}, which is over"
    return f"{acceptance.where}: nothing is left to accept here; take the entry out"
