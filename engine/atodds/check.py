"""The whole flow, top to bottom: articles to claims, claims to findings; the reports are made of the run."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from atodds.compare.events import choose_events
from atodds.compare.reconcile import reconcile
from atodds.errors import InputError
from atodds.extract.claims import claims_of
from atodds.model.article import Article, Dossier
from atodds.model.finding import Coverage, Finding, Problem, Run
from atodds.read.articles import read_article
from atodds.rulebook.load import load_rulebook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

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
    read: Iterable[tuple[Dossier, Sequence[Claim]]], rules: Rulebook, *, problems: Iterable[Problem] = ()
) -> Run:
    """Return the run on dossiers, in order of their ids, whose claims have been read."""
    dossiers: list[Dossier] = []
    claims: list[Claim] = []
    findings: list[Finding] = []
    coverage: list[Coverage] = []
    for dossier, found in read:
        placed, said, covered = reconcile(dossier, found, rules)
        dossiers.append(dossier)
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
    )


def event_choices(run: Run) -> list[EventChoice]:
    """Return why each story of a run was put under its event, in order of dossiers, articles and stories."""
    choices: list[EventChoice] = []
    for dossier in run.dossiers:
        own = [claim for claim in run.claims if claim.event.partition("#")[0] == dossier.id]
        choices += choose_events(dossier, own).choices
    return choices


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
