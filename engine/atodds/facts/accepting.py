"""Lay what is accepted over a run: a finding stands as long as its sides say what was accepted."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from atodds.model.acceptance import Acceptance, Standing
from atodds.report.order import DISAGREEMENTS
from atodds.report.words import printable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from atodds.facts.file import FactsFile
    from atodds.facts.schema import Accept
    from atodds.model.finding import Finding, Position, Run

_LEFT_OUT = re.compile(r"…|\.\.\.")


def accepted(run: Run, acceptances: Iterable[Acceptance], today: date) -> Run:
    """
    Return the run with acceptances by fingerprint laid over it.

    One is unused where no finding has its fingerprint although rule and event were checked, and expired
    after its last day; of rules or events that the run did not check nothing is known, and nothing said.
    """
    found = {finding.fingerprint for finding in run.findings if finding.verdict in DISAGREEMENTS}
    checked = {(row.rule, row.event) for row in run.coverage}
    laid = []
    for acceptance in acceptances:
        if acceptance.fingerprint in found:
            standing = _standing(acceptance.until, today)
        elif (acceptance.rule, acceptance.event) in checked:
            standing = Standing.UNUSED
        else:
            continue
        laid.append(replace(acceptance, standing=standing))
    return replace(run, accepted=(*run.accepted, *laid))


def accepted_by_file(run: Run, file: FactsFile, today: date) -> Run:
    """Return the run with the `accept` entries of a facts file laid over it."""
    laid: list[Acceptance] = []
    for index, entry in enumerate(file.facts.accept):
        if entry.rule not in run.rules:
            continue
        unused = Acceptance(
            rule=entry.rule,
            event=entry.event or next((row.event for row in run.coverage), ""),
            fingerprint="",
            reason=entry.reason,
            where=f"{file.path.name}:{file.line('accept', index)}",
            until=entry.until,
            standing=Standing.UNUSED,
        )
        standing = _standing(entry.until, today)
        laid += [
            replace(unused, event=finding.event, fingerprint=finding.fingerprint, standing=standing)
            for finding in run.findings
            if _named(entry, finding) and _pinned(entry, finding)
        ] or [unused]
    return replace(run, accepted=(*run.accepted, *laid))


def _standing(until: date | None, today: date) -> Standing:
    return Standing.EXPIRED if until is not None and until < today else Standing.USED


def _named(entry: Accept, finding: Finding) -> bool:
    same_event = not entry.event or entry.event == finding.event
    return entry.rule == finding.rule and same_event and finding.verdict in DISAGREEMENTS


def _pinned(entry: Accept, finding: Finding) -> bool:
    """Say whether the entry names every side of a finding and nothing that no side says."""
    pins = [_pattern(value) for value in entry.values]
    sides = [_wordings(position) for position in finding.positions]
    every_side = all(any(pin.fullmatch(words) for pin in pins for words in side) for side in sides)
    every_pin = all(any(pin.fullmatch(words) for side in sides for words in side) for pin in pins)
    return every_side and every_pin


def _wordings(position: Position) -> set[str]:
    words = {position.value, *(claim.words for claim in position.claims)}
    return {printable(one).casefold() for one in words}


def _pattern(value: str) -> re.Pattern[str]:
    parts = (re.escape(part.strip()) for part in _LEFT_OUT.split(printable(value).casefold()))
    return re.compile(r".*".join(parts), re.DOTALL)
