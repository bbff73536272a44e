"""Claims and findings of a cluster are those of `atodds claims`, `reconcile` and `check`, field by field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest

from atodds.check import check
from atodds.read.articles import read_articles
from atodds.report.order import DISAGREEMENTS
from atodds.report.shapes import run_shape
from atodds.rulebook.load import load_rulebook
from atodds.store.export import Files, export

if TYPE_CHECKING:
    from types import ModuleType

    from pyspark.sql import DataFrame, SparkSession

    from atodds.model.article import Article
    from atodds.model.finding import Run

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "seeds" / "kazakhstan-2022", ROOT / "fixtures" / "dossiers")


@pytest.fixture(scope="module")
def read() -> list[Article]:
    return [article for folder in FOLDERS for article in read_articles(folder, on_problem=print)]


@pytest.fixture(scope="module")
def articles(spark: SparkSession, read: list[Article]) -> DataFrame:
    names = ("id", "text", "title", "outlet", "url", "event", "path", "published")
    rows = [tuple(getattr(article, name) or None for name in names) for article in read]
    schema = ", ".join(f"{name} string" for name in names[:-1]) + ", published date"
    return spark.createDataFrame(rows, schema).repartition(4).cache()


@pytest.fixture(scope="module")
def claims(engine: ModuleType, articles: DataFrame) -> DataFrame:
    found: DataFrame = engine.claims(articles)
    return found.cache()


@pytest.fixture(scope="module")
def run(read: list[Article]) -> Run:
    return check(read)


def test_claims_are_those_of_the_local_table(claims: DataFrame, read: list[Article], tmp_path: Path) -> None:
    path = tmp_path / "claims.parquet"
    export(read, load_rulebook(), Files(parquet=[path]), tell=print)
    local = pq.read_table(path).to_pylist()

    found = [row.asDict() for row in claims.collect()]

    assert found[0].keys() == local[0].keys()
    assert sorted(map(_line, found)) == sorted(map(_line, local))
    assert found


def test_findings_and_coverage_are_those_of_check(
    engine: ModuleType, claims: DataFrame, articles: DataFrame, run: Run
) -> None:
    rows = engine.reconcile(claims, articles, coverage=True).orderBy("dossier", "row", "place").collect()
    found = [json.loads(row.json) for row in rows if row.row == "finding"]
    covered = [json.loads(row.json) for row in rows if row.row == "coverage"]
    expected = run_shape(run)

    assert {row.row for row in rows} == {"finding", "coverage"}
    assert found == expected["findings"]
    assert covered == expected["coverage"]


def test_without_coverage_disagreements_come_and_nothing_else(
    engine: ModuleType, claims: DataFrame, articles: DataFrame, run: Run
) -> None:
    rows = engine.reconcile(claims, articles).orderBy("dossier", "row", "place").collect()
    disagreeing = [finding for finding in run.findings if finding.verdict in DISAGREEMENTS]

    assert [row.fingerprint for row in rows] == [finding.fingerprint for finding in disagreeing]
    assert [row.message for row in rows] == [finding.message for finding in disagreeing]


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, default=str, sort_keys=True)
