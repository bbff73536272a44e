"""GitLab's code quality report: one issue for each disagreement."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from atodds.model.finding import Finding, Severity
from atodds.report.order import DISAGREEMENTS, widest_first
from atodds.report.places import Atlas

if TYPE_CHECKING:
    from atodds.model.acceptance import Acceptance
    from atodds.model.finding import Run

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def as_gitlab(run: Run) -> str:
    """Return a JSON list; what was accepted is there as "info", with its reason."""
    atlas = Atlas(run)
    accepted = run.acceptances
    issues = [
        _issue(finding, atlas, accepted.get(finding.fingerprint))
        for finding in widest_first(run.findings)
        if finding.verdict in DISAGREEMENTS
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Finding, atlas: Atlas, acceptance: Acceptance | None) -> dict[str, Any]:
    claims = [claim for position in finding.positions for claim in position.claims]
    place = atlas.place(claims[0])
    description, severity = finding.message, _SEVERITIES[finding.severity]
    if acceptance is not None:
        description, severity = f"{description} (accepted: {acceptance.reason or acceptance.where})", "info"
    return {
        "description": description,
        "check_name": f"atodds/{finding.rule}",
        "fingerprint": finding.fingerprint,
        "severity": severity,
        "location": {"path": place.path, "lines": {"begin": max(1, place.line)}},
    }
