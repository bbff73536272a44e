"""A folder that remembers the claims of articles between runs, so that only what is new is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.check import dossiers_of, reconciled
from atodds.store.codec import claims_from_json
from atodds.store.extracting import extract
from atodds.store.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from atodds.model.article import Article
    from atodds.model.claim import Claim
    from atodds.model.finding import Problem, Run
    from atodds.rulebook.book import Rulebook


def cache_of(folder: Path, rulebook: Rulebook, warn: Callable[[str], None] | None = None) -> Ledger:
    """Return the ledger of a rulebook in a cache folder, which is made where it is missing."""
    return Ledger(folder / f"{rulebook.fingerprint}.claims", warn)


def check_with_cache(  # noqa: PLR0913 - what goes in, and how
    articles: Iterable[Article],
    rulebook: Rulebook,
    ledger: Ledger,
    *,
    jobs: int = 1,
    tell: Callable[[Problem], None],
    problems: Iterable[Problem] = (),
) -> Run:
    """
    Return the run that `check` returns, with the claims of known articles taken from a ledger.

    `problems` are noted in the run; they are asked for when all articles have been read.
    """
    read: list[Article] = []
    keys: dict[tuple[str, str], str] = {}

    def note(article: Article, key: str) -> None:
        read.append(article)
        keys[article.event, article.id] = key

    extract(articles, rulebook, ledger, jobs=jobs, tell=tell, note=note)

    def claims_of(article: Article) -> list[Claim]:
        return claims_from_json(ledger.claims(keys[article.event, article.id]))

    dossiers = (
        (dossier, [claim for article in dossier.articles for claim in claims_of(article)])
        for dossier in dossiers_of(read)
    )
    return reconciled(dossiers, rulebook, problems=problems)
