"""The tests inside rule files, run: each ends as passed, missing, noisy or wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from atodds.check import check, find_claims
from atodds.model.claim import Choice, Claim, DateValue, Name
from atodds.model.finding import Verdict
from atodds.model.interval import Interval
from atodds.model.quantity import Quantity
from atodds.read.articles import read_article
from atodds.rulebook.case import ArticleText, DossierTest, TextTest
from atodds.rulebook.expected import Expected, read_expected
from atodds.rulebook.rule import QuantityRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from atodds.model.finding import Finding, Run
    from atodds.rulebook.book import Rulebook
    from atodds.rulebook.rule import Rule

DISAGREEMENTS = frozenset({Verdict.CONFLICT, Verdict.TENSION, Verdict.UPDATE})
COMPARED = DISAGREEMENTS | {Verdict.AGREE}


class Outcome(StrEnum):
    """How a test of a rule ended."""

    PASSED = "passed"
    MISSING = "missing"  # something expected was not found
    NOISY = "noisy"  # something was found that nobody expects
    WRONG = "wrong"  # something else was found than expected


@dataclass(frozen=True, slots=True)
class CaseResult:
    """
    How one test ended; `index` counts the rule's tests from 0.

    `missing` and `noisy` say in words what was expected in vain and what was found instead; `aside` names
    the claims that were seen and set aside, with the reason.
    """

    rule: str
    index: int
    title: str
    missing: tuple[str, ...] = ()
    noisy: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """Return how the test ended."""
        if self.missing:
            return Outcome.WRONG if self.noisy else Outcome.MISSING
        return Outcome.NOISY if self.noisy else Outcome.PASSED


def run_tests(rule: Rule, rulebook: Rulebook) -> list[CaseResult]:
    """Run all tests of a rule; the rulebook holds it, and the rules it leans on."""
    book = needed(rule, rulebook)
    results = []
    for index, test in enumerate(rule.tests):
        if isinstance(test, TextTest):
            results.append(_run_text(rule, book, index, test))
        else:
            results.append(_run_dossier(rule, book, index, test))
    return results


def needed(rule: Rule, rulebook: Rulebook) -> Rulebook:
    """Return a rulebook of a rule and the one its undecided verbs may mean."""
    known = {one.id for one in rulebook.rules}
    other = rule.find.or_else if isinstance(rule, QuantityRule) else ""
    return rulebook.select({rule.id, other} & known)


def compared(articles: Mapping[str, ArticleText], rulebook: Rulebook) -> Run:
    """Reconcile the articles of a test."""
    return check(
        (
            read_article(
                article.text,
                id=name,
                title=article.title,
                outlet=article.outlet,
                published=article.published,
                event="test",
            )
            for name, article in articles.items()
        ),
        rulebook,
    )


def disagreements(run: Run, rule_id: str) -> list[Finding]:
    """Return the findings of a rule in which articles disagree."""
    return [
        finding for finding in run.findings if finding.rule == rule_id and finding.verdict in DISAGREEMENTS
    ]


def describe(claim: Claim) -> str:
    """Put a claim into a few words: its wording, its value and, where it is no total, what it is."""
    words = f"“{' '.join(claim.words.split())}”"
    if isinstance(claim.value, Quantity):
        words += f" {claim.allowed}"
    if str(claim.part) != "total":
        words += f" ({claim.part})"
    return words


def _run_text(rule: Rule, book: Rulebook, index: int, test: TextTest) -> CaseResult:
    claims = [claim for claim in find_claims(test.text, book) if claim.rule == rule.id]
    found = [claim for claim in claims if claim.asserted]
    missing = []
    for words in test.claims:
        expected = read_expected(rule.kind, words)
        same = next((claim for claim in found if _is(expected, claim)), None)
        if same is None:
            missing.append(words)
        else:
            found.remove(same)
    return CaseResult(
        rule.id,
        index,
        test.name or test.text,
        tuple(missing),
        tuple(map(describe, found)),
        tuple(f"{describe(claim)}: {claim.reason or 'set aside'}" for claim in claims if not claim.asserted),
    )


def _is(expected: Expected, claim: Claim) -> bool:
    """Say whether a claim is the expected one; an interval may be the allowed or the implied one."""
    if expected.part is not claim.part:
        return False
    value = claim.value
    if isinstance(value, Quantity):
        assert isinstance(expected.value, Interval)  # noqa: S101 - a quantity rule expects intervals
        return _whole(expected.value) in (_whole(value.allowed), _whole(value.implied))
    if isinstance(value, DateValue):
        return expected.value == (value.first, value.last)
    if isinstance(value, Choice):
        return expected.value == value.category
    if isinstance(value, Name):
        return expected.value in (value.identity, value.words)
    return expected.value == claim.words


def _whole(interval: Interval) -> Interval:
    """Close an interval's whole-numbered bounds, where "> 3" and ">= 4" are one."""
    low, high = interval.low, interval.high
    if interval.low_open and isinstance(low, int):
        low += 1
    if interval.high_open and isinstance(high, int):
        high -= 1
    low_open = interval.low_open and low == interval.low
    high_open = interval.high_open and high == interval.high
    if low is not None and high is not None and low > high:
        return interval
    return Interval(low, high, low_open, high_open)


def _run_dossier(rule: Rule, book: Rulebook, index: int, test: DossierTest) -> CaseResult:
    run = compared(test.dossier, book)
    said = [
        (finding.verdict, _participants(finding))
        for finding in run.findings
        if finding.rule == rule.id and finding.verdict in COMPARED
    ]
    silent, single = _silent_and_single(run, rule.id)
    missing = []
    for verdict, names in test.expect.verdicts.items():
        wanted = (verdict, frozenset(names))
        if verdict is Verdict.ABSENT:
            fulfilled = silent >= wanted[1]
        elif verdict is Verdict.SINGLE:
            fulfilled = single == wanted[1]
        else:
            fulfilled = wanted in said
        if fulfilled and wanted in said:
            said.remove(wanted)
        elif not fulfilled:
            missing.append(wanted)
    # An agreement nobody asked about disturbs nobody, unless it stands in for what was expected.
    noisy = [one for one in said if one[0] in DISAGREEMENTS or missing]
    return CaseResult(
        rule.id,
        index,
        test.name or " / ".join(test.articles),
        tuple(_sides(verdict, names) for verdict, names in missing),
        tuple(_sides(verdict, names) for verdict, names in noisy),
        tuple(_read_of(run, rule.id)) if missing or noisy else (),
    )


def _participants(finding: Finding) -> frozenset[str]:
    return frozenset(claim.article for position in finding.positions for claim in position.claims)


def _silent_and_single(run: Run, rule_id: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the articles without a claim of the rule, and those that alone speak of an event."""
    speaking: set[str] = set()
    single: set[str] = set()
    everybody = {article.id for dossier in run.dossiers for article in dossier.articles}
    for row in run.coverage:
        if row.rule == rule_id:
            own = {article.article for article in row.articles if article.claims}
            speaking |= own
            if row.verdict is Verdict.SINGLE:
                single |= own
    return frozenset(everybody - speaking), frozenset(single)


def _sides(verdict: Verdict, names: Iterable[str]) -> str:
    return f"{verdict}: {', '.join(sorted(names))}"


def _read_of(run: Run, rule_id: str) -> Iterable[str]:
    """Yield what was read in each article, to see why the verdict came out so."""
    for claim in run.claims:
        if claim.rule == rule_id:
            reason = f" — set aside: {claim.reason}" if not claim.asserted else ""
            yield f"{claim.article}: {describe(claim)}{reason}"
