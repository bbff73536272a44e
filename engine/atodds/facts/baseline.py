"""A baseline: the disagreements that were there when checking began, so that only new ones count."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from atodds.errors import InputError
from atodds.model.acceptance import Acceptance
from atodds.report.order import DISAGREEMENTS

if TYPE_CHECKING:
    from pathlib import Path

    from atodds.model.finding import Run


class Entry(BaseModel):
    """One finding of a baseline; `reason` and `until` are for people to add."""

    model_config = ConfigDict(extra="forbid")

    fingerprint: str
    rule: str
    event: str
    message: str = ""
    reason: str = ""
    until: date | None = None


class Baseline(BaseModel):
    """A baseline file."""

    model_config = ConfigDict(extra="forbid")

    format: Literal["atodds/baseline/1"] = "atodds/baseline/1"
    findings: tuple[Entry, ...] = ()


def read_baseline(path: Path) -> Baseline:
    """Read a baseline file; raises InputError, with the place where it is wrong, if it is none."""
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except FileNotFoundError as error:
        raise InputError(f"{path}: there is no such baseline; --update-baseline makes one") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"])) or "the file"
        raise InputError(f"{path}: is no baseline: {place}: {first['msg']}") from error


def acceptances_of(baseline: Baseline, path: Path) -> list[Acceptance]:
    """Return what a baseline lets stand."""
    return [
        Acceptance(
            rule=entry.rule,
            event=entry.event,
            fingerprint=entry.fingerprint,
            reason=entry.reason or "in the baseline",
            where=str(path),
            until=entry.until,
        )
        for entry in baseline.findings
    ]


def as_baseline(run: Run, before: Baseline | None = None) -> str:
    """
    Return a baseline of all disagreements of a run, sorted, as JSON.

    Entries of the baseline before keep their reason and last day; those on rules or events that the run did
    not check are kept as they are.
    """
    known = {entry.fingerprint: entry for entry in before.findings} if before else {}
    checked = {(row.rule, row.event) for row in run.coverage}
    entries = {
        fingerprint: entry for fingerprint, entry in known.items() if (entry.rule, entry.event) not in checked
    }
    for finding in run.findings:
        if finding.verdict in DISAGREEMENTS:
            old = known.get(finding.fingerprint)
            entries[finding.fingerprint] = Entry(
                fingerprint=finding.fingerprint,
                rule=finding.rule,
                event=finding.event,
                message=finding.message,
                reason=old.reason if old else "",
                until=old.until if old else None,
            )
    ordered = sorted(entries.values(), key=lambda entry: (entry.event, entry.rule, entry.fingerprint))
    return Baseline(findings=tuple(ordered)).model_dump_json(indent=2) + "\n"
