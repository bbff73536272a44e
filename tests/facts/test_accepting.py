"""Acceptances laid over a run: in force, unused, expired, or none of this run's business."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from atodds.errors import InputError
from atodds.facts.accepting import accepted
from atodds.facts.baseline import acceptances_of, as_baseline, read_baseline
from atodds.model.acceptance import Acceptance, Standing
from atodds.model.article import Dossier
from atodds.model.finding import Coverage, Finding, Run, Severity, Verdict

TODAY = date(2031, 5, 7)
HERE = Path("known.json")


def _run(*findings: Finding) -> Run:
    coverage = tuple(Coverage(rule, "blast", Verdict.ABSENT, 0, ()) for rule in ("injured", "killed"))
    return Run(("injured", "killed"), (Dossier("blast", ()),), (), findings, coverage)


def _finding(fingerprint: str, verdict: Verdict = Verdict.CONFLICT) -> Finding:
    return Finding(
        "killed", "blast", verdict, Severity.ERROR, f"killed: {fingerprint}", (), fingerprint=fingerprint
    )


def _acceptance(
    fingerprint: str, rule: str = "killed", event: str = "blast", until: date | None = None
) -> Acceptance:
    return Acceptance(rule, event, fingerprint, until=until)


def test_an_acceptance_of_what_was_found_is_in_force() -> None:
    run = accepted(_run(_finding("one")), [_acceptance("one")], TODAY)

    assert list(run.acceptances) == ["one"]
    assert run.stale == ()


def test_an_acceptance_of_what_is_gone_is_unused() -> None:
    run = accepted(_run(_finding("one")), [_acceptance("two")], TODAY)

    assert [one.standing for one in run.stale] == [Standing.UNUSED]


@pytest.mark.parametrize(
    ("until", "standing"),
    [
        (date(2031, 5, 6), Standing.EXPIRED),
        (TODAY, Standing.USED),
        (date(2031, 5, 8), Standing.USED),
    ],
)
def test_the_last_day_still_counts(until: date, standing: Standing) -> None:
    run = accepted(_run(_finding("one")), [_acceptance("one", until=until)], TODAY)

    assert [one.standing for one in run.accepted] == [standing]


@pytest.mark.parametrize("elsewhere", [_acceptance("x", rule="missing"), _acceptance("x", event="flood")])
def test_of_what_the_run_did_not_check_nothing_is_said(elsewhere: Acceptance) -> None:
    """A run on some of the rules or articles must not call the rest of a baseline stale."""
    run = accepted(_run(_finding("one")), [elsewhere], TODAY)

    assert run.accepted == ()


def test_agreement_cannot_be_accepted() -> None:
    run = accepted(_run(_finding("one", Verdict.AGREE)), [_acceptance("one")], TODAY)

    assert [one.standing for one in run.accepted] == [Standing.UNUSED]


def test_a_baseline_holds_what_disagrees_and_can_be_read_again(tmp_path: Path) -> None:
    run = _run(_finding("two"), _finding("one", Verdict.TENSION), _finding("three", Verdict.AGREE))
    file = tmp_path / "known.json"
    file.write_text(as_baseline(run), encoding="utf-8")

    laid = acceptances_of(read_baseline(file), HERE)

    assert [one.fingerprint for one in laid] == ["one", "two"]
    assert {one.where for one in laid} == {"known.json"}


def test_an_update_keeps_what_the_run_did_not_check(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    file.write_text(
        '{"findings": [{"fingerprint": "x", "rule": "missing", "event": "flood", "until": "2031-12-31"},'
        ' {"fingerprint": "gone", "rule": "killed", "event": "blast"}]}',
        encoding="utf-8",
    )
    file.write_text(as_baseline(_run(_finding("one")), read_baseline(file)), encoding="utf-8")

    kept = acceptances_of(read_baseline(file), HERE)

    assert [(one.fingerprint, one.until) for one in kept] == [("one", None), ("x", date(2031, 12, 31))]


def test_the_same_run_makes_the_same_baseline() -> None:
    findings = [_finding(name) for name in ("c", "a", "b")]

    assert as_baseline(_run(*findings)) == as_baseline(_run(*reversed(findings)))


def test_a_folder_is_no_baseline(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_baseline(tmp_path)
