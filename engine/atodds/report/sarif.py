"""SARIF 2.1.0, the format in which code hosts and editors take findings."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from atodds.model.finding import Finding, Severity
from atodds.report.names import names_of
from atodds.report.order import DISAGREEMENTS, widest_first
from atodds.report.places import Atlas
from atodds.report.sides import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from atodds.model.acceptance import Acceptance
    from atodds.model.claim import Claim
    from atodds.model.finding import Run

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
STALE = "stale-acceptance"

Shape = dict[str, Any]


def as_sarif(run: Run) -> str:
    """
    Return one SARIF run with a result for each disagreement.

    The first claim of the first side is the location of a result; all other claims are related locations,
    each with its side and wording. An accepted finding carries a suppression with its reason.
    """
    atlas = Atlas(run)
    names = names_of(run)
    accepted = run.acceptances
    rules = [*run.rules, STALE]
    index = {rule: number for number, rule in enumerate(rules)}
    results = [
        _result(finding, index, atlas, names[finding.event], accepted.get(finding.fingerprint))
        for finding in widest_first(run.findings)
        if finding.verdict in DISAGREEMENTS
    ]
    results += [_stale_result(one, index) for one in run.stale]
    document = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "atodds",
                        "semanticVersion": version("atodds"),
                        "rules": [_rule(rule, run.questions.get(rule, "")) for rule in rules],
                    }
                },
                "invocations": [
                    {
                        "executionSuccessful": True,
                        "toolExecutionNotifications": [
                            {"level": "warning", "message": {"text": f"{one.path}: {one.message}"}}
                            for one in run.problems
                        ],
                    }
                ],
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: str, question: str) -> Shape:
    text = "An acceptance that lets nothing stand any more" if rule == STALE else question or rule
    return {
        "id": rule,
        "shortDescription": {"text": text},
        "defaultConfiguration": {"level": str(Severity.WARNING if rule == STALE else Severity.ERROR)},
    }


def _result(
    finding: Finding,
    index: Mapping[str, int],
    atlas: Atlas,
    names: Mapping[str, str],
    acceptance: Acceptance | None,
) -> Shape:
    sides = list(_sides(finding))
    locations = [
        {
            "id": number,
            "message": {"text": f"{label}: {claim.words} ({names.get(claim.article, claim.article)})"},
        }
        | _location(claim, atlas)
        for number, (label, claim) in enumerate(sides)
    ]
    primary = {key: value for key, value in locations[0].items() if key != "id"} if locations else {}
    shape: Shape = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": str(finding.severity),
        "message": {"text": finding.message},
        "locations": [primary] if primary else [],
        "relatedLocations": locations[1:],
        "partialFingerprints": {"atodds/v1": finding.fingerprint},
        "properties": {
            "event": finding.event,
            "verdict": str(finding.verdict),
            "positions": [position.value for position in finding.positions],
        },
    }
    if acceptance is not None:
        shape["suppressions"] = [
            {
                "kind": "external",
                "status": "accepted",
                "justification": acceptance.reason or acceptance.where,
            }
        ]
    return shape


def _sides(finding: Finding) -> Iterator[tuple[str, Claim]]:
    for number, position in enumerate(finding.positions):
        for claim in position.claims:
            yield label_of(number), claim
    for claim in finding.bystanders:
        yield "fits every side", claim


def _location(claim: Claim, atlas: Atlas) -> Shape:
    place = atlas.place(claim)
    shape: Shape = {
        "logicalLocations": [{"name": claim.article, "fullyQualifiedName": f"{claim.event}/{claim.article}"}]
    }
    if place.path:
        physical: Shape = {"artifactLocation": {"uri": _uri(place.path)}}
        if place.line:
            physical["region"] = {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
                "snippet": {"text": claim.words},
            }
        shape["physicalLocation"] = physical
    return shape


def _uri(path: str) -> str:
    """Return a path as URI: relative paths stay relative, so that they mean the checkout wherever it lies."""
    return f"file://{quote(path)}" if path.startswith("/") else quote(path.removeprefix("./"))


def _stale_result(acceptance: Acceptance, index: Mapping[str, int]) -> Shape:
    path, _, line = acceptance.where.rpartition(":")
    shape: Shape = {
        "ruleId": STALE,
        "ruleIndex": index[STALE],
        "level": str(Severity.WARNING),
        "message": {"text": f"{acceptance.standing} acceptance of {acceptance.rule} [{acceptance.event}]"},
        "properties": {"event": acceptance.event, "rule": acceptance.rule},
    }
    if path:
        region = {"region": {"startLine": int(line)}} if line.isdecimal() else {}
        shape["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": _uri(path)}} | region}]
    return shape
