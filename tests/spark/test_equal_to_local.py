"""Claims and findings of a cluster are those of `atodds claims`, `reconcile` and `check`, byte for byte."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest
from tests.compare.pile.conftest import HAPPENINGS, MONDAY, PAGE

from atodds.check import check
from atodds.read.articles import read_article, read_articles
from atodds.report.json_lines import as_jsonl
from atodds.report.order import DISAGREEMENTS
from atodds.report.shapes import run_shape
from atodds.rulebook.load import load_rulebook
from atodds.store.export import Files, export

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import ModuleType

    from pyspark.sql import DataFrame

    from atodds.model.article import Article
    from atodds.model.finding import Run

ORDER = ("dossier", "row", "part", "place")
ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "seeds" / "kazakhstan-2022", ROOT / "fixtures" / "dossiers")
SENTENCES = (
    "{hedge}{n} people were killed in Karvo on {day}, police said.",
    "{hedge}{n} protesters were arrested, among them {m} students.",
    "The mine fire in Karvo on {day} left {hedge}{n} people injured, {m} of them badly.",
    "The strike began on {day}. It lasted {m} days.",
)


@pytest.fixture(scope="module")
def read() -> list[Article]:
    found = [article for folder in FOLDERS for article in read_articles(folder, on_problem=print)]
    return [*found, *made_up(Random(8), 60), *pile()]  # noqa: S311 - chance for tests


def made_up(random: Random, events: int) -> Iterator[Article]:
    """Yield small dossiers, of which some agree, some contradict themselves and some say nothing."""
    for event in range(events):
        for outlet in range(random.randint(1, 3)):
            text = "The mine in Karvo burned.\n" + random.choice(SENTENCES).format(
                hedge=random.choice(("", "At least ", "About ", "Nearly ", "Dozens, perhaps ")),
                n=random.choice((3, 12, 12, 14, 40)),
                m=random.choice((2, 5, 20)),
                day=random.choice(("Monday", "Tuesday")),
            )
            yield read_article(text, id=f"paper-{outlet}", event=f"mine-{event}", path="made-up")


def pile() -> Iterator[Article]:
    """Yield an archive without events, and a page of it that is about two of them."""
    for happening, texts in HAPPENINGS.items():
        for number, text in enumerate(texts):
            day = MONDAY + timedelta(days=number // 2)
            yield read_article(text, id=f"{number}-{happening}", published=day, event="archive")
    yield read_article(PAGE, id="page", published=MONDAY, event="archive")


@pytest.fixture(scope="module")
def articles(table: Callable[[Iterable[Article]], DataFrame], read: list[Article]) -> DataFrame:
    return table(read).cache()


@pytest.fixture(scope="module")
def claims(engine: ModuleType, articles: DataFrame) -> DataFrame:
    found: DataFrame = engine.claims(articles)
    return found.cache()


@pytest.fixture(scope="module")
def run(read: list[Article]) -> Run:
    return check(read)


@pytest.fixture(scope="module")
def events(engine: ModuleType, articles: DataFrame) -> DataFrame:
    found: DataFrame = engine.events(articles)
    return found.cache()


def test_claims_are_those_of_the_local_table(claims: DataFrame, read: list[Article], tmp_path: Path) -> None:
    path = tmp_path / "claims.parquet"
    export(read, load_rulebook(), Files(parquet=[path]), tell=print)
    local = pq.read_table(path).to_pylist()

    found = [row.asDict() for row in claims.collect()]

    assert found[0].keys() == local[0].keys()
    assert sorted(map(_line, found)) == sorted(map(_line, local))


def test_events_are_the_dossiers_that_check_makes(events: DataFrame, read: list[Article], run: Run) -> None:
    rows = events.collect()
    of_archive = {row.event for row in rows if row.dossier == "archive"}
    of_page = {row.event for row in rows if row.article == "page"}

    assert len(rows) == sum(max(1, len(article.stories)) for article in read)
    assert {row.event for row in rows} == {dossier.id for dossier in run.dossiers}
    assert of_archive == {f"archive#0-{happening}" for happening in HAPPENINGS}
    assert of_page == {"archive#0-ferry", "archive#0-tunnel"}


def test_findings_and_coverage_are_those_of_check(
    engine: ModuleType, claims: DataFrame, articles: DataFrame, events: DataFrame, run: Run
) -> None:
    rows = engine.reconcile(claims, articles, events=events, coverage=True).orderBy(*ORDER).collect()
    covered = [json.loads(row.json) for row in rows if row.row == "coverage"]

    assert {row.row for row in rows} == {"finding", "coverage"}
    assert "".join(f"{row.json}\n" for row in rows if row.row == "finding") == as_jsonl(run)
    assert covered == run_shape(run)["coverage"]


def test_without_coverage_disagreements_come_and_nothing_else(
    engine: ModuleType, claims: DataFrame, articles: DataFrame, run: Run
) -> None:
    rows = engine.reconcile(claims, articles).orderBy(*ORDER).collect()
    disagreeing = [finding for finding in run.findings if finding.verdict in DISAGREEMENTS]

    assert [(row.event, row.rule, row.message, row.fingerprint) for row in rows] == [
        (finding.event, finding.rule, finding.message, finding.fingerprint) for finding in disagreeing
    ]


def test_some_dossiers_are_known_to_agree_without_being_compared(
    claims: DataFrame, read: list[Article], run: Run
) -> None:
    from atodds.spark.suspects import suspects  # noqa: PLC0415 - needs the extra

    suspected = {row.event for row in suspects(claims).collect()}
    disagreeing = {
        finding.event.partition("#")[0] for finding in run.findings if finding.verdict in DISAGREEMENTS
    }

    assert disagreeing <= suspected < {article.event for article in read}


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, default=str, sort_keys=True)
