"""`assert_agrees`: articles that disagree fail a Python test with their table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from atodds.check import check
from atodds.model.article import Article
from atodds.model.finding import Verdict
from atodds.read.articles import read_article, read_articles
from atodds.report.table import as_table
from atodds.report.tally import compared, open_findings, why_nothing_compared
from atodds.rulebook.book import Rulebook
from atodds.rulebook.load import load_rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atodds.model.finding import Run


class Agreement(Protocol):
    """The signature of `assert_agrees`, for those who use the fixture."""

    def __call__(
        self,
        articles: str | Path | Mapping[str, str] | Iterable[str | Path | Article],
        rules: Rulebook | str | Path | Iterable[str | Path] | None = None,
        *,
        fail_on: Iterable[str] = (Verdict.CONFLICT,),
        allow_empty: bool = False,
    ) -> Run:
        """See `assert_agrees`."""


def assert_agrees(
    articles: str | Path | Mapping[str, str] | Iterable[str | Path | Article],
    rules: Rulebook | str | Path | Iterable[str | Path] | None = None,
    *,
    fail_on: Iterable[str] = (Verdict.CONFLICT,),
    allow_empty: bool = False,
) -> Run:
    """
    Check articles and return the run.

    `articles` are paths, articles, or texts by outlet: {"Herald": "12 people were killed.", …}. `rules` is a
    rulebook or the paths of one, by default the shipped rules. Raises AssertionError with the table where a
    finding has one of the verdicts of `fail_on`, or where no claim stood against another.
    """
    __tracebackhide__ = True
    rulebook = rules if isinstance(rules, Rulebook) else load_rulebook(rules)
    run = check(_articles(articles), rulebook)
    failing = {Verdict(verdict) for verdict in fail_on}
    if any(finding.verdict in failing for finding in open_findings(run)):
        raise AssertionError(f"the articles disagree\n\n{as_table(run)}")
    if not (allow_empty or compared(run)):
        raise AssertionError(why_nothing_compared(run))
    return run


def _articles(
    given: str | Path | Mapping[str, str] | Iterable[str | Path | Article],
) -> Iterable[Article]:
    if isinstance(given, Mapping):
        return [read_article(text, id=outlet, outlet=outlet) for outlet, text in given.items()]
    if isinstance(given, (str, Path)):
        return read_articles(given)
    members = list(given)
    paths = [one for one in members if isinstance(one, (str, Path))]
    return [*(one for one in members if isinstance(one, Article)), *(read_articles(paths) if paths else ())]
