"""The JSON shapes of a run that scripts rely on: claims, findings and coverage as plain objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from atodds.model.claim import Choice, Claim, DateValue, Name, Value
from atodds.model.quantity import Quantity
from atodds.report.names import events_of

if TYPE_CHECKING:
    from datetime import date

    from atodds.model.acceptance import Acceptance
    from atodds.model.finding import Coverage, Finding, Position, Run
    from atodds.model.interval import Interval

Shape = dict[str, Any]

SCHEMA = "atodds/run/1"


def claim_shape(claim: Claim) -> Shape:
    """
    Return a claim as `claims --format jsonl` prints it.

    Offsets are characters into the article's text, None where the claim stands in a separate title. `reason`
    is there only for a claim that was set aside or is not the total.
    """
    shape: Shape = {
        "article": claim.article,
        "story": claim.evidence.story,
        "event": claim.event,
        "rule": claim.rule,
        "value": value_shape(claim.value),
        "implied": interval_shape(claim.implied) if isinstance(claim.value, Quantity) else None,
        "hedge": None if claim.hedge is None else str(claim.hedge),
        "words": claim.words,
        "text": claim.evidence.sentence,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "counted": claim.counted,
        "place": claim.place,
        "source": claim.source,
        "as_of": _iso(claim.as_of),
        "part": str(claim.part),
        "asserted": claim.asserted,
        "section": str(claim.evidence.section),
        "paragraph": claim.evidence.paragraph,
    }
    if claim.reason:
        shape["reason"] = claim.reason
    return shape


def value_shape(value: Value) -> Shape:
    """Return the value of a claim in the shape of its kind: bounds, days, category, name or quote."""
    if isinstance(value, Quantity):
        return interval_shape(value.allowed)
    if isinstance(value, DateValue):
        return {"first": _iso(value.first), "last": _iso(value.last)}
    if isinstance(value, Choice):
        return {"category": value.category}
    if isinstance(value, Name):
        return {"name": value.identity}
    return {"text": value.text, "speaker": value.speaker, "cue": value.cue, "fragment": value.fragment}


def interval_shape(interval: Interval) -> Shape:
    """Return an interval's bounds; None is unbounded."""
    return {
        "low": interval.low,
        "high": interval.high,
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }


def finding_shape(finding: Finding, acceptance: Acceptance | None = None) -> Shape:
    """Return a finding with the claims of every side; `accepted` is there only where somebody accepted it."""
    shape: Shape = {
        "rule": finding.rule,
        "event": finding.event,
        "verdict": str(finding.verdict),
        "severity": str(finding.severity),
        "message": finding.message,
        "positions": [_position_shape(position) for position in finding.positions],
        "bystanders": [claim_shape(claim) for claim in finding.bystanders],
        "range": None,
        "fingerprint": finding.fingerprint,
    }
    if finding.range is not None:
        shape["range"] = {
            "low": finding.range.low,
            "best": finding.range.best,
            "high": finding.range.high,
        }
    if finding.group:
        shape["group"] = finding.group
    if acceptance is not None:
        shape["accepted"] = acceptance_shape(acceptance)
    return shape


def acceptance_shape(acceptance: Acceptance) -> Shape:
    """Return an acceptance with its standing: used, unused or expired."""
    return {
        "rule": acceptance.rule,
        "event": acceptance.event,
        "fingerprint": acceptance.fingerprint,
        "reason": acceptance.reason,
        "where": acceptance.where,
        "until": _iso(acceptance.until),
        "standing": str(acceptance.standing),
    }


def run_shape(run: Run) -> Shape:
    """
    Return a whole run.

    `problems` (inputs left out) and `stale` (acceptances that let nothing stand any more) are there only
    where there are any, `in_brief` only where agreements were not looked at.
    """
    accepted = run.acceptances
    shape: Shape = {
        "schema": SCHEMA,
        "rules": list(run.rules),
        "events": [{"id": event, "articles": own} for event, own in _articles_by_event(run).items()],
        "findings": [finding_shape(finding, accepted.get(finding.fingerprint)) for finding in run.findings],
        "coverage": [coverage_shape(row) for row in run.coverage],
    }
    if run.in_brief:
        shape["in_brief"] = True
    if run.problems:
        shape["problems"] = [{"path": one.path, "message": one.message} for one in run.problems]
    if run.stale:
        shape["stale"] = [acceptance_shape(acceptance) for acceptance in run.stale]
    return shape


def _articles_by_event(run: Run) -> dict[str, list[str]]:
    """Return the ids of the articles of each event; those of "fire#2" are the pages that report on it."""
    dossiers = {dossier.id: [article.id for article in dossier.articles] for dossier in run.dossiers}
    covered = {row.event: [one.article for one in row.articles] for row in run.coverage}
    return {event: dossiers.get(event, covered.get(event, [])) for event in events_of(run)}


def _position_shape(position: Position) -> Shape:
    shape: Shape = {
        "value": position.value,
        "claims": [claim_shape(claim) for claim in position.claims],
        "origins": position.origins,
    }
    if position.grade is not None:
        shape["grade"] = str(position.grade)
        shape["diff"] = position.diff
    return shape


def coverage_shape(row: Coverage) -> Shape:
    """Return what was compared of one rule on one event, and why an article was silent."""
    shape: Shape = {
        "rule": row.rule,
        "event": row.event,
        "verdict": str(row.verdict),
        "compared": row.compared,
        "articles": [
            {"article": one.article, "claims": one.claims, "reason": one.reason} for one in row.articles
        ],
    }
    if row.reason:
        shape["reason"] = row.reason
    return shape


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
