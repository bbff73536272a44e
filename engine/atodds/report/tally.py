"""The closing line of every report: how much was compared, and what came of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from atodds.model.acceptance import Standing
from atodds.model.finding import Severity, Verdict
from atodds.report.order import DISAGREEMENTS
from atodds.report.words import counted, listed

if TYPE_CHECKING:
    from atodds.model.finding import Finding, Run

# Conflicts are things and take a plural, agreement is said of a rule: "2 conflicts, 3 agree".
_NOUNS = (Verdict.CONFLICT, Verdict.TENSION, Verdict.UPDATE)
_ALWAYS = (Verdict.CONFLICT, Verdict.TENSION, Verdict.AGREE, Verdict.SINGLE, Verdict.ABSENT)


def closing_line(run: Run) -> str:
    """
    Return the run in one line: "5 articles, 6 rules: 2 conflicts, 1 tension, 3 agree, 4 single, 9 absent".

    Conflicts, tensions, updates and agreements are counted by finding, single and absent by rule and event.
    What was accepted counts only as that.
    """
    count = verdicts(run)
    parts = [
        counted(count[verdict], str(verdict)) if verdict in _NOUNS else f"{count[verdict]} {verdict}"
        for verdict in Verdict
        if count[verdict] or verdict in _ALWAYS
    ]
    line = f"{counted(articles(run), 'article')}, {counted(len(run.rules), 'rule')}: {', '.join(parts)}"
    asides = []
    if accepted := len(run.findings) - len(open_findings(run)):
        asides.append(f"{accepted} accepted")
    stale = Counter(one.standing for one in run.stale)
    asides += [
        f"{stale[standing]} {standing} {'acceptance' if stale[standing] == 1 else 'acceptances'}"
        for standing in (Standing.UNUSED, Standing.EXPIRED)
        if stale[standing]
    ]
    if run.problems:
        asides.append(f"{counted(len(run.problems), 'input')} left out")
    return "; ".join([line, *asides])


def articles(run: Run) -> int:
    """Return how many articles the run read; a page whose stories belong to several events counts once."""
    return len({(dossier.id.split("#")[0], one.id) for dossier in run.dossiers for one in dossier.articles})


def verdicts(run: Run) -> Counter[Verdict]:
    """Return how often each verdict was given, accepted findings left out."""
    count = Counter(finding.verdict for finding in open_findings(run))
    count.update(row.verdict for row in run.coverage if row.verdict in (Verdict.SINGLE, Verdict.ABSENT))
    return count


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
