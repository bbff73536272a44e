"""The closing line, and what a run counts as."""

from __future__ import annotations

from dataclasses import replace

import pytest

from atodds.model.acceptance import Acceptance, Standing
from atodds.model.article import Article, Dossier
from atodds.model.finding import Coverage, Run, Severity, Verdict
from atodds.report.tally import closing_line, compared, why_nothing_compared, worst_severity

NOTHING = Run((), (), (), (), ())


def _run(*verdicts: Verdict, articles: int = 2) -> Run:
    dossier = Dossier("e", tuple(Article(id=str(number), text="") for number in range(articles)))
    rules = tuple(f"rule-{number}" for number in range(len(verdicts)))
    coverage = tuple(
        Coverage(rule, "e", verdict, 0, ()) for rule, verdict in zip(rules, verdicts, strict=True)
    )
    return Run(rules, (dossier,), (), (), coverage)


def test_the_closing_line_is_in_good_english(dock_fire: Run) -> None:
    one = replace(dock_fire, findings=dock_fire.findings[:1], rules=("displaced",), coverage=())

    assert closing_line(one) == "5 articles, 1 rule: 1 conflict, 0 tensions, 0 agree, 0 single, 0 absent"


def test_updates_are_counted_where_there_are_any(dock_fire: Run) -> None:
    later = tuple(replace(finding, verdict=Verdict.UPDATE) for finding in dock_fire.findings)

    assert ": 0 conflicts, 0 tensions, 3 updates, 0 agree, " in closing_line(
        replace(dock_fire, findings=later)
    )


def test_a_page_with_two_stories_is_one_article(dock_fire: Run) -> None:
    (dossier,) = dock_fire.dossiers
    run = replace(dock_fire, dossiers=(dossier, Dossier("dock-fire#2", dossier.articles[:1])))

    assert closing_line(run).startswith("5 articles, ")


def test_a_finding_of_one_article_counts_once_as_single(dock_fire: Run) -> None:
    """A single figure may be a finding of its own; its rule is single all the same, once."""
    single = replace(dock_fire.findings[1], rule="boats-sunk", verdict=Verdict.SINGLE)

    assert "1 single" in closing_line(replace(dock_fire, findings=(*dock_fire.findings, single)))


@pytest.mark.parametrize(
    ("run", "sentence"),
    [
        (NOTHING, "no article could be read"),
        (replace(_run(), rules=()), "no rule was given"),
        (_run(Verdict.SINGLE, articles=1), "1 article, and no event has two"),
        (
            _run(Verdict.SINGLE, Verdict.ABSENT, Verdict.SINGLE),
            "only one independent article says anything about rule-0 and rule-2",
        ),
        (_run(Verdict.ABSENT), "no rule finds a claim in 2 articles"),
    ],
)
def test_a_run_that_compared_nothing_says_why(run: Run, sentence: str) -> None:
    assert not compared(run)
    assert why_nothing_compared(run) == f"nothing was compared: {sentence}"


def test_the_worst_severity_is_that_of_what_disagrees(dock_fire: Run) -> None:
    notes = tuple(replace(finding, severity=Severity.NOTE) for finding in dock_fire.findings)
    agreed = tuple(replace(finding, verdict=Verdict.AGREE) for finding in dock_fire.findings)

    assert worst_severity(dock_fire) is Severity.ERROR
    assert worst_severity(replace(dock_fire, findings=notes)) is Severity.NOTE
    assert worst_severity(replace(dock_fire, findings=agreed)) is None


def test_what_is_accepted_weighs_nothing_unless_it_is_stale(dock_fire: Run) -> None:
    accepted = tuple(Acceptance(one.rule, one.event, one.fingerprint) for one in dock_fire.findings)
    stale = Acceptance("killed", "dock-fire", "gone", standing=Standing.EXPIRED)

    assert worst_severity(replace(dock_fire, accepted=accepted)) is None
    assert worst_severity(replace(dock_fire, accepted=(*accepted, stale))) is Severity.WARNING
