"""The whole flow, top to bottom: articles to claims, claims to findings; the reports are made of the run."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from atodds.compare.events import choose_events
from atodds.compare.pile.parts import found_choices, parts_of
from atodds.compare.reconcile import reconcile
from atodds.errors import InputError
from atodds.extract.claims import claims_of
from atodds.model.article import Article, Dossier
from atodds.model.finding import DISAGREEMENTS, Coverage, Finding, Problem, Run
from atodds.read.articles import read_article
from atodds.rulebook.load import load_rulebook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from atodds.model.article import Story
    from atodds.model.claim import Claim
    from atodds.model.event import EventChoice
    from atodds.rulebook.book import Rulebook


def check(
    articles: Iterable[Article],
    rulebook: Rulebook | None = None,
    *,
    problems: Iterable[Problem] = (),
    watch: Callable[[int, int], None] | None = None,
) -> Run:
    """
    Reconcile articles by the rules of a rulebook, by default the shipped one.

    Articles of one `event` are one dossier. `problems` are inputs that could not be read; they are noted in
    the run. `watch` is told after each article how many of how many have been read. The order of the
    articles does not matter. Raises InputError if two articles of a dossier share an id.
    """
    rules = load_rulebook() if rulebook is None else rulebook
    slow: list[Problem] = []  # is filled while the articles are read, and looked at after that
    read = _read(dossiers_of(articles), rules, watch, slow.append)
    return reconciled(read, rules, problems=chain(problems, slow))


def _read(
    dossiers: Sequence[Dossier],
    rules: Rulebook,
    watch: Callable[[int, int], None] | None,
    tell: Callable[[Problem], None],
) -> Iterator[tuple[Dossier, list[Claim]]]:
    total = sum(len(dossier.articles) for dossier in dossiers)
    done = 0
    for dossier in dossiers:
        claims: list[Claim] = []
        for article in dossier.articles:
            claims += claims_of(article, rules, tell)
            done += 1
            if watch is not None:
                watch(done, total)
        yield dossier, claims


def reconciled(
    read: Iterable[tuple[Dossier, Sequence[Claim]]],
    rules: Rulebook,
    *,
    problems: Iterable[Problem] = (),
    texts: bool = True,
    only: Mapping[str, frozenset[str]] | None = None,
) -> Run:
    """
    Return the run on dossiers, in order of their ids, whose claims have been read.

    A dossier about many events falls into one for each of them, as if somebody had named the event of each
    article; each is compared by itself.

    Without `texts` the run has articles without theirs, which is enough for most reports. `only` names the
    rules that can disagree on each dossier; then the run is in brief: it compares by these alone and holds
    nothing but what disagrees.
    """
    parts = ((whole.id, part, own) for whole, claims in read for part, own in parts_of(whole, claims))
    return compared(parts, rules, problems=problems, texts=texts, only=only)


def compared(
    parts: Iterable[tuple[str, Dossier, Sequence[Claim]]],
    rules: Rulebook,
    *,
    problems: Iterable[Problem] = (),
    texts: bool = True,
    only: Mapping[str, frozenset[str]] | None = None,
) -> Run:
    """
    Return the run on dossiers that have been taken apart, as `reconciled` does on whole ones.

    Each is a part with its claims, and before them the id of the whole, by which `only` knows it.
    """
    dossiers: list[Dossier] = []
    claims: list[Claim] = []
    findings: list[Finding] = []
    coverage: list[Coverage] = []
    chosen: dict[frozenset[str], Rulebook] = {}
    for whole, dossier, found in parts:
        if only is None:
            placed, said, covered = reconcile(dossier, found, rules)
        else:
            asked = only[whole]
            if asked not in chosen:
                chosen[asked] = rules.select(asked)
            placed, said, covered = _in_brief(*reconcile(dossier, found, chosen[asked]))
            if not said:
                continue
        dossiers.append(dossier if texts else dossier.bare())
        claims += placed
        findings += said
        coverage += covered
    return Run(
        rules=tuple(rule.id for rule in rules.rules),
        dossiers=tuple(dossiers),
        claims=tuple(claims),
        findings=tuple(findings),
        coverage=tuple(coverage),
        problems=tuple(problems),
        questions={rule.id: rule.question for rule in rules.rules},
        in_brief=only is not None,
    )


def _in_brief(
    claims: Sequence[Claim], findings: Sequence[Finding], coverage: Sequence[Coverage]
) -> tuple[tuple[Claim, ...], tuple[Finding, ...], tuple[Coverage, ...]]:
    """Return what disagrees, with the claims and coverage of its rules and events."""
    said = tuple(finding for finding in findings if finding.verdict in DISAGREEMENTS)
    about = {(finding.rule, finding.event) for finding in said}
    return (
        tuple(claim for claim in claims if (claim.rule, claim.event) in about),
        said,
        tuple(row for row in coverage if (row.rule, row.event) in about),
    )


def event_choices(run: Run) -> list[EventChoice]:
    """Return why each story of a run was put under its event, in order of dossiers, articles and stories."""
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in run.claims:
        claims[claim.event].append(claim)
    further: defaultdict[str, list[str]] = defaultdict(list)
    for event in claims:
        further[event.rpartition("#")[0]].append(event)
    found = {event: found_choices(dossier) for event, dossier in _wholes(run).items()}
    choices: list[EventChoice] = []
    for dossier in run.dossiers:
        own = [claim for event in (dossier.id, *further[dossier.id]) for claim in claims[event]]
        for choice in choose_events(dossier, own).choices:
            of_pile = found[dossier.articles[0].event].get((choice.article, choice.story))
            choices.append(of_pile if of_pile and of_pile.event == choice.event else choice)
    return choices


def _wholes(run: Run) -> dict[str, Dossier]:
    """Return the dossiers as they were before those about many events fell apart, by id."""
    stories: defaultdict[tuple[str, str], set[Story]] = defaultdict(set)
    articles = {(one.event, one.id): one for dossier in run.dossiers for one in dossier.articles}
    for dossier in run.dossiers:
        for article in dossier.articles:
            stories[article.event, article.id].update(article.stories)
    wholes = dossiers_of(
        replace(article, stories=tuple(sorted(stories[key], key=lambda story: story.index)))
        for key, article in articles.items()
    )
    return {dossier.id: dossier for dossier in wholes}


def find_claims(text: str, rulebook: Rulebook | None = None) -> list[Claim]:
    """Return every claim of one text, set-aside ones included, in reading order."""
    rules = load_rulebook() if rulebook is None else rulebook
    return claims_of(read_article(text), rules)


def dossiers_of(articles: Iterable[Article]) -> tuple[Dossier, ...]:
    """Gather articles by event, both in order of their ids; raises InputError if two share an id."""
    by_event: defaultdict[str, dict[str, Article]] = defaultdict(dict)
    for article in articles:
        event = by_event[article.event]
        if article.id in event:
            raise InputError(f"two articles of {article.event or 'one dossier'} share the id {article.id!r}")
        event[article.id] = article
    return tuple(
        Dossier(event, tuple(by_event[event][key] for key in sorted(by_event[event])))
        for event in sorted(by_event)
    )
