"""The whole flow on seeds/kazakhstan-2022: what the table must say, and what may not change it."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import atodds
from atodds.check import event_choices
from atodds.errors import InputError
from atodds.model.finding import Verdict

if TYPE_CHECKING:
    from atodds.model.article import Article
    from atodds.model.claim import Claim
    from atodds.model.finding import Finding, Run

SEEDS = Path(__file__).parents[1] / "seeds" / "kazakhstan-2022"

RULES = ("detained", "killed", "quote-wording", "troops-sent", "un-personnel")

# One line a finding: rule, verdict, the positions from the lowest to the highest, and who stands by.
GOLDEN = """\
detained conflict: gulf-courier (Nearly 8,000) | hilltop-brief (nearly 10,000); beside levant-wire (Thousands)
killed tension: levant-wire (Dozens) | eastern-digest (at least 164), gulf-courier (164, more than 160), \
hilltop-brief (at least 164)
quote-wording conflict: gulf-courier, levant-wire | eastern-digest | rundblick-english
quote-wording conflict: levant-wire | gulf-courier | hilltop-brief | eastern-digest
troops-sent single: rundblick-english (2,500)
un-personnel single: eastern-digest (More than 86,000), gulf-courier (More than 86,000)
"""


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return list(atodds.read_articles(SEEDS))


@pytest.fixture(scope="module")
def run(articles: list[Article]) -> Run:
    return atodds.check(articles)


def told(run: Run) -> list[str]:
    """Return the findings of the main event, one line each, sorted."""
    return sorted(
        line(finding) for finding in run.findings if "#" not in finding.event and finding.rule in RULES
    )


def line(finding: Finding) -> str:
    sides = " | ".join(side(finding.rule, position.claims) for position in finding.positions)
    beside = side(finding.rule, finding.bystanders)
    return f"{finding.rule} {finding.verdict}: {sides}" + (f"; beside {beside}" if beside else "")


def side(rule: str, claims: tuple[Claim, ...]) -> str:
    words: dict[str, set[str]] = {}
    for claim in claims:
        words.setdefault(claim.article.removesuffix(".txt"), set()).add(claim.words)
    if rule == "quote-wording":
        return ", ".join(sorted(words))
    return ", ".join(f"{article} ({', '.join(sorted(said))})" for article, said in sorted(words.items()))


def test_the_table_says_what_the_reports_disagree_on(run: Run) -> None:
    assert told(run) == GOLDEN.splitlines()


def test_the_pakistani_soldiers_are_another_event(run: Run) -> None:
    """The second story of levant-wire: 13 killed, around 10 wounded, on their own page of the run."""
    apart = {line(finding) for finding in run.findings if finding.event == "kazakhstan-2022#2"}

    assert apart >= {"killed single: levant-wire (At least 13)", "injured single: levant-wire (Around 10)"}
    main = [claim.words for claim in run.claims if claim.event == "kazakhstan-2022"]
    assert not {"At least 13", "Around 10", "13"} & set(main)


def test_every_rule_has_a_row_for_every_event(run: Run) -> None:
    """What was not compared is said, with its reason."""
    rows = [(row.rule, row.event) for row in run.coverage]

    assert sorted(rows) == sorted({(rule, row.event) for rule in run.rules for row in run.coverage})
    reasons = {row.rule: row.reason for row in run.coverage if row.event == "kazakhstan-2022"}
    assert reasons["missing"] == "no article makes a claim"
    assert reasons["troops-sent"] == "only rundblick-english.txt makes a claim"
    assert reasons["un-personnel"] == "one origin"


def test_the_order_of_the_articles_is_irrelevant(articles: list[Article], run: Run) -> None:
    shuffled = random.Random(11).sample(articles, len(articles))  # noqa: S311 - no secret

    assert atodds.check(shuffled) == run
    assert atodds.check(reversed(articles)) == run


def test_every_claim_points_at_its_words(run: Run) -> None:
    for claim in run.claims:
        assert claim.evidence.start is not None
        article = run.article("kazakhstan-2022", claim.article)
        words = " ".join(article.text[claim.evidence.start : claim.evidence.end].split())
        if claim.rule != "quote-wording":
            assert words in claim.evidence.sentence
        assert claim.words.split()[0] in words


@pytest.mark.parametrize(
    "rule",
    [
        "killed",
        "un-personnel",
        pytest.param(
            "quote-wording",
            marks=pytest.mark.xfail(reason="copied reports count as origins of a quotation", strict=True),
        ),
    ],
)
def test_a_copy_under_another_name_adds_no_voice(articles: list[Article], run: Run, rule: str) -> None:
    """The same text twice is two articles, but one origin, and no new disagreement."""
    copy = replace(articles[0], id="copy.txt", outlet="The Copy")
    twice = atodds.check([*articles, copy])

    assert verdicts(twice) == verdicts(run)
    assert origins(twice, rule) == origins(run, rule)


def origins(run: Run, rule: str) -> list[list[int]]:
    found = [finding for finding in run.findings if finding.rule == rule]
    return [[position.origins for position in finding.positions] for finding in found]


def test_one_report_alone_is_compared_with_nothing(articles: list[Article]) -> None:
    for article in articles:
        found = {finding.verdict for finding in atodds.check([article]).findings}
        assert found <= {Verdict.SINGLE}


def test_a_report_more_adds_its_position_and_leaves_the_others(articles: list[Article], run: Run) -> None:
    text = "Some 12,500 people have been detained across Kazakhstan after the riots in Almaty, the UN said."
    late = atodds.read_article(text, id="late", event="kazakhstan-2022")

    (found,) = [line for line in told(atodds.check([*articles, late])) if line.startswith("detained")]
    (before,) = [line for line in told(run) if line.startswith("detained")]
    sides, _, beside = before.partition("; ")
    assert found == f"{sides} | late (Some 12,500); {beside}"


def test_a_later_higher_toll_is_an_update() -> None:
    """A toll grows; a lower one, later, is none."""
    early, late = (
        atodds.read_article(f"{toll} people were killed in the flood.", id=toll, published=date(2022, 1, day))
        for toll, day in (("12", 9), ("40", 11))
    )

    (rising,) = atodds.check([early, late]).findings
    (falling,) = atodds.check(
        [replace(early, published=late.published), replace(late, published=early.published)]
    ).findings
    assert (rising.verdict, falling.verdict) == (Verdict.UPDATE, Verdict.CONFLICT)


def test_two_articles_of_one_name_are_refused(articles: list[Article]) -> None:
    with pytest.raises(InputError, match=r"share the id"):
        atodds.check([articles[0], articles[0]])


def verdicts(run: Run) -> dict[tuple[str, str], Verdict]:
    return {(row.rule, row.event): row.verdict for row in run.coverage}


def test_each_story_says_why_it_is_about_its_event(run: Run) -> None:
    """The page with a second report has two stories under two events, each with a reason."""
    choices = {(choice.article, choice.story): choice for choice in event_choices(run)}

    assert choices["levant-wire.txt", 0].event == "kazakhstan-2022"
    assert choices["levant-wire.txt", 1].event == "kazakhstan-2022#2"
    assert "levant-wire.txt" in str(choices["levant-wire.txt", 1])
