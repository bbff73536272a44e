"""The closing line of every report: how much was compared, and what came of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from atodds.model.finding import Severity, Verdict
from atodds.report.order import DISAGREEMENTS
from atodds.report.words import counted, listed

if TYPE_CHECKING:
    from atodds.model.finding import Finding, Run

# Conflicts are things and take a plural, agreement is said of a rule: "2 conflicts, 3 agree".
_NOUNS = (Verdict.CONFLICT, Verdict.TENSION, Verdict.UPDATE)
_BY_FINDING = (*_NOUNS, Verdict.AGREE)
_ALWAYS = (Verdict.CONFLICT, Verdict.TENSION, Verdict.AGREE, Verdict.SINGLE, Verdict.ABSENT)


@dataclass(frozen=True, slots=True)
class Tally:
    """
    How often each verdict was given, and over what.

    Conflicts, tensions, updates and agreements are counted by finding, single and absent by rule and event;
    what was accepted counts only as that. `left_out` are inputs that could not be read.
    """

    articles: int
    rules: int
    verdicts: Counter[str]
    accepted: int = 0
    stale: Counter[str] = field(default_factory=Counter)
    left_out: int = 0
    in_brief: bool = False

    def __str__(self) -> str:
        """Return "5 articles, 6 rules: 2 conflicts, 1 tension, 3 agree, 4 single, 9 absent; 1 accepted"."""
        count = self.verdicts
        parts = [
            counted(count[verdict], verdict) if verdict in _NOUNS else f"{count[verdict]} {verdict}"
            for verdict in map(str, Verdict)
            if count[verdict] or (verdict in _ALWAYS and not (self.in_brief and verdict not in _NOUNS))
        ]
        asides = [f"{self.accepted} accepted"] if self.accepted else []
        asides += [
            f"{number} {standing} {'acceptance' if number == 1 else 'acceptances'}"
            for standing, number in sorted(self.stale.items(), reverse=True)
        ]
        if self.left_out:
            asides.append(f"{counted(self.left_out, 'input')} left out")
        line = f"{counted(self.articles, 'article')}, {counted(self.rules, 'rule')}: {', '.join(parts)}"
        if self.in_brief:
            line = ", ".join(parts) + f" among {counted(self.articles, 'article')}, the others not counted"
        return "; ".join([line, *asides])


def tally(run: Run) -> Tally:
    """Count what a run came to."""
    still = open_findings(run)
    verdicts = Counter(str(finding.verdict) for finding in still if finding.verdict in _BY_FINDING)
    verdicts.update(
        str(row.verdict) for row in run.coverage if row.verdict in (Verdict.SINGLE, Verdict.ABSENT)
    )
    return Tally(
        articles=articles(run),
        rules=len(run.rules),
        verdicts=verdicts,
        accepted=len(run.findings) - len(still),
        stale=Counter(str(one.standing) for one in run.stale),
        left_out=len(run.problems),
        in_brief=run.in_brief,
    )


def closing_line(run: Run) -> str:
    """Return the run in one line, which every report ends with."""
    return str(tally(run))


def articles(run: Run) -> int:
    """Return how many articles the run read; a page whose stories belong to several events counts once."""
    return len({(dossier.id.split("#")[0], one.id) for dossier in run.dossiers for one in dossier.articles})


def open_findings(run: Run) -> list[Finding]:
    """Return the findings that nobody has accepted."""
    accepted = run.acceptances
    return [finding for finding in run.findings if finding.fingerprint not in accepted]


def worst_severity(run: Run) -> Severity | None:
    """Return the gravest severity of what disagrees and is not accepted; stale acceptances are warnings."""
    found = {finding.severity for finding in open_findings(run) if finding.verdict in DISAGREEMENTS}
    if run.stale:
        found.add(Severity.WARNING)
    return next((severity for severity in Severity if severity in found), None)


def compared(run: Run) -> bool:
    """Say whether any claim of the run stood against another article's."""
    return any(row.compared for row in run.coverage)


def why_nothing_compared(run: Run) -> str:
    """Return in one sentence why no claim of the run stood against another."""
    number = articles(run)
    if not number:
        return "nothing was compared: no article could be read"
    if not run.rules:
        return "nothing was compared: no rule was given"
    if all(len(dossier.articles) < 2 for dossier in run.dossiers):
        return f"nothing was compared: {counted(number, 'article')}, and no event has two"
    singles = sorted({row.rule for row in run.coverage if row.verdict is Verdict.SINGLE})
    if singles:
        return f"nothing was compared: only one independent article says anything about {listed(singles)}"
    return f"nothing was compared: no rule finds a claim in {counted(number, 'article')}"
