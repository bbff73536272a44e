"""Reconcile: claims of a dossier become findings, and coverage that says what was not compared and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from atodds.compare.bench import Bench
from atodds.compare.categories import compare_choices
from atodds.compare.coverage import cover
from atodds.compare.events import choose_events
from atodds.compare.figures import compare_figures
from atodds.compare.names import compare_names
from atodds.compare.quotes import compare_quotes
from atodds.compare.tellings import reading_order
from atodds.model.article import Dossier
from atodds.rulebook.rule import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from atodds.model.claim import Claim
    from atodds.model.finding import Coverage, Finding
    from atodds.rulebook.book import Rulebook
    from atodds.rulebook.rule import Rule


def reconcile(
    dossier: Dossier, claims: Sequence[Claim], rulebook: Rulebook
) -> tuple[tuple[Claim, ...], tuple[Finding, ...], tuple[Coverage, ...]]:
    """
    Compare the claims of a dossier by the rules of a rulebook.

    Returns the claims with their events and, where they were left out, the reason; the findings, singles
    included; and a row of coverage for every rule and event. Nothing depends on the order of the input.
    """
    events = choose_events(dossier, claims)
    by_event: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=reading_order):
        event = events.of(claim)
        by_event[event, claim.rule].append(claim.under(event))
    placed: list[Claim] = []
    findings: list[Finding] = []
    coverage: list[Coverage] = []
    for part in split_by_event(dossier, events.by_story):
        bench = Bench.of(part)
        articles = [article.id for article in part.articles]
        for rule in rulebook.rules:
            own = by_event[part.id, rule.id]
            found, aside = _compare(rule, own, bench)
            own = _with_reasons(own, aside)
            placed += own
            findings += found
            coverage.append(cover(rule.id, part.id, articles, own, found))
    return (
        tuple(sorted(placed, key=lambda claim: (*reading_order(claim), claim.rule))),
        tuple(
            sorted(
                findings,
                key=lambda found: (found.event, found.rule, found.group, found.fingerprint, found.message),
            )
        ),
        tuple(coverage),
    )


def split_by_event(dossier: Dossier, by_story: Mapping[tuple[str, int], str]) -> list[Dossier]:
    """
    Return a dossier for each event, the main one first, with the articles that have a story about it.

    An article without a story has nothing to say to the main event.
    """
    about: defaultdict[str, set[str]] = defaultdict(set)
    about[dossier.id] = {article.id for article in dossier.articles if not article.stories}
    for (article, _), event in by_story.items():
        about[event].add(article)
    return [
        Dossier(event, tuple(article for article in dossier.articles if article.id in ids))
        for event, ids in about.items()
    ]


def _compare(rule: Rule, claims: Sequence[Claim], bench: Bench) -> tuple[list[Finding], tuple[Claim, ...]]:
    """Return the findings of a rule on one event, and the claims left out with their reasons."""
    if not claims:
        return [], ()
    if rule.kind is Kind.QUOTE:
        return compare_quotes(rule, claims, bench), ()
    if rule.kind is Kind.CHOICE:
        return compare_choices(rule, claims, bench)
    if rule.kind is Kind.NAME:
        return compare_names(rule, claims, bench)
    return compare_figures(rule, claims, bench)


def _with_reasons(claims: Sequence[Claim], aside: Sequence[Claim]) -> list[Claim]:
    """Return the claims with the reasons for which some were left out."""
    if not aside:
        return list(claims)
    reasons = {replace(claim, reason=""): claim for claim in aside}
    return [reasons.get(replace(claim, reason=""), claim) for claim in claims]
