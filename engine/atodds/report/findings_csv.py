"""Findings as CSV: one row for each claim of each side, for those who count in a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from atodds.report.names import names_of
from atodds.report.order import widest_first
from atodds.report.sides import label_of, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atodds.model.finding import Finding, Run

COLUMNS = (
    "event",
    "rule",
    "verdict",
    "severity",
    "group",
    "position",
    "value",
    "article",
    "name",
    "words",
    "source",
    "as_of",
    "place",
    "sentence",
    "message",
    "fingerprint",
    "accepted",
)


def as_csv(run: Run) -> str:
    """Return the findings, agreements included; `position` is "-" for a claim that fits every side."""
    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, COLUMNS, lineterminator="\n")
    writer.writeheader()
    names = names_of(run)
    accepted = run.acceptances
    for finding in widest_first(run.findings):
        acceptance = accepted.get(finding.fingerprint)
        reason = (acceptance.reason or "accepted") if acceptance else ""
        for row in _rows(finding, names[finding.event]):
            writer.writerow({**row, "accepted": reason})
    return sheet.getvalue()


def _rows(finding: Finding, names: dict[str, str]) -> Iterator[dict[str, str]]:
    sides = [(label_of(index), one.value, one.claims) for index, one in enumerate(finding.positions)]
    for label, value, claims in [*sides, ("-", "", finding.bystanders)]:
        for claim in claims:
            yield {
                "event": finding.event,
                "rule": finding.rule,
                "verdict": str(finding.verdict),
                "severity": str(finding.severity),
                "group": finding.group,
                "position": label,
                "value": value,
                "article": claim.article,
                "name": names.get(claim.article, claim.article),
                "words": claim.words,
                "source": source_of(claim),
                "as_of": claim.as_of.isoformat() if claim.as_of else "",
                "place": claim.evidence.place,
                "sentence": claim.evidence.sentence,
                "message": finding.message,
                "fingerprint": finding.fingerprint,
            }
