"""How much a verdict matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atodds.compare.severities import severity_of
from atodds.model.finding import Severity, Verdict

if TYPE_CHECKING:
    from tests.compare.conftest import Says


@pytest.mark.parametrize(
    ("verdict", "of_conflict", "severity"),
    [
        (Verdict.CONFLICT, Severity.ERROR, Severity.ERROR),
        (Verdict.CONFLICT, Severity.NOTE, Severity.NOTE),
        (Verdict.TENSION, Severity.ERROR, Severity.WARNING),
        (Verdict.TENSION, Severity.WARNING, Severity.NOTE),
        (Verdict.UPDATE, Severity.ERROR, Severity.NOTE),
        (Verdict.AGREE, Severity.ERROR, Severity.NOTE),
        (Verdict.SINGLE, Severity.ERROR, Severity.NOTE),
    ],
)
def test_a_tension_is_a_step_milder_than_a_conflict(
    verdict: Verdict, of_conflict: Severity, severity: Severity
) -> None:
    assert severity_of(verdict, of_conflict) is severity


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("The police have revised down the death toll from 29 to 26.", Severity.NOTE),
        ("The death toll was lowered to 26 after three were found alive.", Severity.NOTE),
        ("The ministry corrected its figure to 26.", Severity.NOTE),
        ("The crash killed 26 people.", Severity.ERROR),
        ("The death toll was put at 26. Prices were lowered.", Severity.ERROR),
    ],
)
def test_who_says_that_it_corrects_contradicts_nobody(says: Says, sentence: str, severity: Severity) -> None:
    claims = [says("a", "29"), says("b", "26", sentence=sentence)]

    assert severity_of(Verdict.CONFLICT, Severity.ERROR, claims) is severity
