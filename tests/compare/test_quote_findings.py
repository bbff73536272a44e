"""Findings about quoted wording: who prints an utterance how."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from atodds.compare.reconcile import reconcile
from atodds.model.article import Dossier, Section
from atodds.model.claim import Claim, Evidence
from atodds.model.finding import Severity, Verdict
from atodds.model.quote import Grade, Quote
from atodds.rulebook.book import Rulebook
from atodds.rulebook.rule import Kind, QuoteCompare, QuoteFind, QuoteRule

if TYPE_CHECKING:
    from tests.compare.conftest import Prints

    from atodds.model.finding import Finding

WORDING = QuoteRule(
    id="wording",
    kind=Kind.QUOTE,
    question="Do the articles quote the same words?",
    find=QuoteFind(),
    compare=QuoteCompare(
        severities={
            Grade.CUT: Severity.NOTE,
            Grade.REWORDED: Severity.WARNING,
            Grade.MEANING_CHANGED: Severity.ERROR,
        }
    ),
)
FULL = "The bridge may be used only when the river is low, as it was in May"
CUT = "The bridge may be used only when the river is low"
TURNED = "The bridge may not be used when the river is low"


def found(prints: Prints, *quoted: tuple[str, str, str], rule: QuoteRule = WORDING) -> list[Finding]:
    """Reconcile quotations, each of an article, its words and its speaker."""
    claims = [
        Claim(
            rule.id,
            Quote(text, (0, len(text)), speaker=speaker),
            Evidence(name, 0, Section.BODY, 1, 0, len(text), f'"{text}," {speaker} said.'),
        )
        for name, text, speaker in quoted
    ]
    names = dict.fromkeys(name for name, _, _ in quoted)
    return list(
        reconcile(Dossier("river", tuple(prints(name) for name in names)), claims, Rulebook((rule,)))[1]
    )


def test_the_same_words_agree(prints: Prints) -> None:
    findings = found(prints, ("a", FULL, "Ana Ruiz"), ("b", FULL, "Ms Ruiz"))

    assert [(finding.verdict, finding.message) for finding in findings] == [
        (Verdict.AGREE, 'wording ("The bridge may be used only when the…"): alike in a and b')
    ]


def test_a_cut_that_the_rule_takes_for_a_note_agrees(prints: Prints) -> None:
    findings = found(prints, ("a", FULL, "Ana Ruiz"), ("b", CUT, "Ana Ruiz"))

    assert [(finding.verdict, finding.severity) for finding in findings] == [(Verdict.AGREE, Severity.NOTE)]
    assert [position.grade for position in findings[0].positions] == [None, Grade.CUT]


def test_a_cut_that_the_rule_takes_for_more_is_a_tension(prints: Prints) -> None:
    strict = replace(WORDING, compare=QuoteCompare(severities={Grade.CUT: Severity.WARNING}))

    findings = found(prints, ("a", FULL, "Ana Ruiz"), ("b", CUT, "Ana Ruiz"), rule=strict)

    assert [(finding.verdict, finding.severity) for finding in findings] == [
        (Verdict.TENSION, Severity.WARNING)
    ]


def test_a_changed_meaning_is_a_conflict_and_the_fullest_wording_stands_first(prints: Prints) -> None:
    findings = found(prints, ("a", TURNED, "Ana Ruiz"), ("b", CUT, "Ana Ruiz"), ("c", FULL, "Ana Ruiz"))

    assert [(finding.verdict, finding.severity) for finding in findings] == [
        (Verdict.CONFLICT, Severity.ERROR)
    ]
    assert [[claim.article for claim in position.claims] for position in findings[0].positions] == [
        ["c"],
        ["b"],
        ["a"],
    ]
    assert "only" in findings[0].positions[2].diff


def test_two_speakers_of_one_utterance_contradict_each_other(prints: Prints) -> None:
    findings = found(prints, ("a", FULL, "engineer Ana Ruiz"), ("b", FULL, "the mayor, Tom Dale"))

    assert [(finding.verdict, finding.severity) for finding in findings] == [
        (Verdict.CONFLICT, Severity.ERROR)
    ]
    assert findings[0].message == (
        'wording ("The bridge may be used only when the…"): in full in a, said by engineer Ana Ruiz; word '
        "for word in b, and said by the mayor, Tom Dale"
    )


def test_what_one_article_quotes_is_no_finding(prints: Prints) -> None:
    other = "Nobody has asked the ferrymen what they would do in winter"

    assert found(prints, ("a", FULL, "Ana Ruiz"), ("b", other, "Tom Dale")) == []


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_articles_changes_nothing(prints: Prints, order: tuple[int, ...]) -> None:
    quoted = [("a", TURNED, "Ana Ruiz"), ("b", CUT, "Ana Ruiz"), ("c", FULL, "Ana Ruiz")]

    assert found(prints, *(quoted[index] for index in order)) == found(prints, *quoted)
