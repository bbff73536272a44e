"""Reading many articles: one at fault costs no other, and what is finished is kept."""

from __future__ import annotations

import multiprocessing
import os
from typing import TYPE_CHECKING

import pytest

from atodds.extract.claims import claims_of
from atodds.model.finding import Problem
from atodds.store import extracting, reading
from atodds.store.codec import claims_from_json
from atodds.store.extracting import Tally, extract
from atodds.store.ledger import Ledger, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from atodds.model.article import Article
    from atodds.model.claim import Claim
    from atodds.rulebook.book import Rulebook

FORKS = multiprocessing.get_start_method() == "fork"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "ledger") as opened:
        yield opened


def run(
    articles: list[Article], rulebook: Rulebook, ledger: Ledger, jobs: int = 1
) -> tuple[Tally, list[str]]:
    told: list[Problem] = []
    tally = extract(articles, rulebook, ledger, jobs=jobs, tell=told.append, note=lambda *_: None)
    return tally, [f"{problem.path}: {problem.message}" for problem in told]


@pytest.mark.parametrize("jobs", [1, 2])
def test_claims_of_all_articles_are_kept(
    articles: list[Article], rulebook: Rulebook, ledger: Ledger, jobs: int
) -> None:
    assert run(articles, rulebook, ledger, jobs) == (Tally(articles=3), [])

    for article in articles:
        assert claims_from_json(ledger.claims(key_of(article, rulebook))) == claims_of(article, rulebook)


def test_known_articles_are_not_read_again(
    articles: list[Article], rulebook: Rulebook, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(articles[:2], rulebook, ledger)
    read: list[str] = []

    def noted(article: Article, rulebook: Rulebook, *_: object) -> list[Claim]:
        read.append(article.id)
        return claims_of(article, rulebook)

    monkeypatch.setattr(reading, "claims_of", noted)

    assert run(articles, rulebook, ledger) == (Tally(articles=3, known=2), [])
    assert read == ["echo"]


def test_an_article_that_breaks_the_reading_is_told_and_the_others_are_kept(
    articles: list[Article], rulebook: Rulebook, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def poisoned(article: Article, rulebook: Rulebook, *_: object) -> list[Claim]:
        if article.id == "courier":
            raise ValueError("two\nlines")
        return claims_of(article, rulebook)

    monkeypatch.setattr(reading, "claims_of", poisoned)

    tally, told = run(articles, rulebook, ledger)

    assert (tally.articles, tally.lost) == (3, 1)
    assert told == ["courier.txt: courier: internal error: ValueError: two lines; the article is left out"]
    assert [ledger.holds(key_of(article, rulebook)) for article in articles] == [True, False, True]


def test_an_article_that_lost_a_claim_is_kept_for_this_run_and_read_and_told_again_by_the_next(
    articles: list[Article], rulebook: Rulebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(article: Article, rulebook: Rulebook, tell: Callable[[Problem], None]) -> list[Claim]:
        if article.id == "courier":
            tell(Problem(article.path, "courier: a pattern took too long"))
        return claims_of(article, rulebook)

    monkeypatch.setattr(reading, "claims_of", slow)
    runs = []
    for _ in range(2):
        with Ledger(tmp_path / "lasting") as lasting:
            tally, told = run(articles, rulebook, lasting)
            known = [claims_from_json(lasting.claims(key_of(article, rulebook))) for article in articles]
            runs.append((tally.known, told, known == [claims_of(article, rulebook) for article in articles]))

    told = ["courier.txt: courier: a pattern took too long"]
    assert runs == [(0, told, True), (2, told, True)]


@pytest.mark.skipif(not FORKS, reason="a process that is spawned does not see the patch")
def test_an_article_that_kills_its_process_is_found_and_the_others_are_kept(
    articles: list[Article], rulebook: Rulebook, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deadly(article: Article, rulebook: Rulebook, *_: object) -> list[Claim]:
        if article.id == "courier":
            os._exit(9)
        return claims_of(article, rulebook)

    monkeypatch.setattr(reading, "claims_of", deadly)
    monkeypatch.setattr(extracting, "_ARTICLES", 1)

    tally, told = run(articles, rulebook, ledger, jobs=2)

    assert (tally.articles, tally.lost) == (3, 1)
    assert told == ["courier.txt: courier: the process that read it was killed; the article is left out"]
    assert [ledger.holds(key_of(article, rulebook)) for article in articles] == [True, False, True]


def test_an_interrupt_loses_no_finished_batch(
    articles: list[Article], rulebook: Rulebook, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(article: Article, rulebook: Rulebook, *_: object) -> list[Claim]:
        if article.id == "echo":
            raise KeyboardInterrupt
        return claims_of(article, rulebook)

    monkeypatch.setattr(reading, "claims_of", interrupted)
    monkeypatch.setattr(extracting, "_ARTICLES", 1)

    with pytest.raises(KeyboardInterrupt):
        run(articles, rulebook, ledger)

    assert [ledger.holds(key_of(article, rulebook)) for article in articles] == [True, True, False]


def test_one_text_in_two_dossiers_is_read_once(
    articles: list[Article], rulebook: Rulebook, ledger: Ledger
) -> None:
    assert run([*articles, *articles], rulebook, ledger)[0].articles == 6
    assert all(ledger.holds(key_of(article, rulebook)) for article in articles)
