"""GitHub annotations: one for each disagreement, the worst first, then the full table for the log."""

from __future__ import annotations

from atodds.model.finding import Finding, Run, Severity
from atodds.report.order import DISAGREEMENTS, widest_first
from atodds.report.places import Atlas
from atodds.report.table import as_table
from atodds.report.tally import open_findings
from atodds.report.words import counted

MOST = 10
"""GitHub shows ten annotations of a step and drops the rest without a word."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(run: Run) -> str:
    """Return at most ten annotations, the last saying how many more there are, and the table below them."""
    found = [one for one in widest_first(open_findings(run)) if one.verdict in DISAGREEMENTS]
    atlas = Atlas(run)
    shown = found if len(found) <= MOST else found[: MOST - 1]
    lines = [_annotation(finding, atlas) for finding in shown]
    if more := len(found) - len(shown):
        text = f"{counted(more, 'disagreement')} more; the log and the job summary have the full table"
        lines.append(f"::{_COMMANDS[found[len(shown)].severity]} title=atodds::{_message(text)}")
    return "".join(f"{line}\n" for line in lines) + as_table(run)


def _annotation(finding: Finding, atlas: Atlas) -> str:
    claims = [claim for position in finding.positions for claim in position.claims]
    place = atlas.place(claims[0])
    properties = {"title": f"atodds: {finding.rule} [{finding.event}]"}
    if place.path:
        properties["file"] = place.path
    if place.line:
        properties |= {"line": str(place.line), "endLine": str(place.end_line)}
        if place.line == place.end_line:
            properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    listed = ",".join(f"{name}={_property(value)}" for name, value in sorted(properties.items()))
    return f"::{_COMMANDS[finding.severity]} {listed}::{_message(finding.message)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
