"""What goes wrong on a cluster is a row or one line, and rules reach workers that have no rule files."""

from __future__ import annotations

import sys
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from atodds.errors import AtoddsError, InputError
from atodds.read.articles import read_article
from atodds.rulebook.load import load_rulebook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from types import ModuleType

    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

    from atodds.model.article import Article
    from atodds.rulebook.book import Rulebook

RULE = """
id: felled
kind: quantity
question: How many trees were felled?
severity: warning
find:
  counts: [$trees]
  triggers: [fell]
tests:
  - text: Workers felled 40 oaks.
    claims: ["40"]
  - text: Workers planted 40 oaks.
    claims: []
"""


def poisoned(batches: Iterable[pa.RecordBatch], rulebook: Rulebook) -> Iterator[pa.RecordBatch]:
    """Read claims as ever, but for an article about snakes."""
    from unittest.mock import patch  # noqa: PLC0415 - runs on a worker

    from atodds.extract.claims import claims_of  # noqa: PLC0415
    from atodds.store.batches import claim_batches  # noqa: PLC0415

    def deadly(article: Article, rulebook: Rulebook, *_: object) -> object:
        if "snake" in article.text:
            raise ValueError("bitten")
        return claims_of(article, rulebook)

    with patch("atodds.store.reading.claims_of", deadly):
        yield from claim_batches(batches, rulebook)


def test_a_poisoned_article_is_a_row_and_the_job_goes_on(
    engine: ModuleType,
    table: Callable[[Iterable[Article]], DataFrame],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    articles = [
        read_article("Police said 12 people were killed.", id="herald", event="e"),
        read_article("A snake killed 40 people.", id="courier", event="e"),
    ]
    # Workers cannot import this file: the function goes to them as it stands.
    monkeypatch.setattr(poisoned, "__module__", "__main__")
    monkeypatch.setattr("atodds.spark.extracting.claim_batches", poisoned)

    given = table(articles)
    claims = engine.claims(given).cache()
    rows = {row.article: row for row in claims.collect()}
    covered = engine.reconcile(claims, given, coverage=True).where("row = 'coverage' and rule = 'killed'")

    assert (rows["herald"].kind, rows["herald"].low) == ("quantity", 12)
    assert (rows["courier"].kind, rows["courier"].reason) == (
        "problem",
        "internal error: ValueError: bitten; the article is left out",
    )
    assert [row.message for row in covered.collect()] == ["only herald makes a claim"]


def test_rules_of_a_folder_reach_workers_that_do_not_have_it(
    engine: ModuleType, spark: SparkSession, tmp_path: Path
) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "felled.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "lexicon" / "trees.yaml").write_text("words: [oak, ash]\n", encoding="utf-8")
    rules = load_rulebook(tmp_path)
    for file in [*tmp_path.rglob("*.yaml")]:
        file.unlink()

    rows = engine.claims(spark.createDataFrame([(1, "They felled 30 oaks.")], "ID int, Text string"), rules)

    assert [(row.article, row.rule, row.low) for row in rows.collect()] == [("1", "felled", 30)]


def test_a_column_that_is_missing_is_named_before_anything_runs(
    engine: ModuleType, spark: SparkSession
) -> None:
    articles = spark.createDataFrame([], "id string, body string")
    whole = spark.createDataFrame([], "id string, text string")

    with pytest.raises(InputError, match=r'^articles: no column "text"; the columns are: id, body$'):
        engine.claims(articles)
    with pytest.raises(InputError, match=r'^articles: no column "event"; the columns are: id, text$'):
        engine.reconcile(engine.claims(whole), whole)
    with pytest.raises(InputError, match=r'^claims: no column "\w+"; the columns are: id, text$'):
        engine.reconcile(whole, whole)


def test_archives_become_articles(engine: ModuleType, spark: SparkSession, tmp_path: Path) -> None:
    from tests.read.test_warc import RECORDS, URL  # noqa: PLC0415 - writes archives

    path = tmp_path / "harbour.warc"
    path.write_bytes(b"".join(RECORDS))

    rows = engine.read_warcs(spark, [str(path), str(tmp_path / "none.warc")]).collect()

    assert {row.id for row in rows if row.text} == {URL, "https://herald.example/again"}
    assert sorted(row.path for row in rows if row.problem) == sorted([str(path), str(tmp_path / "none.warc")])


def test_a_worker_with_another_version_refuses(engine: ModuleType) -> None:
    shipment = import_module(f"{engine.__name__}.shipping").Shipment.of(None)

    assert shipment.unpack() is shipment.unpack()
    with pytest.raises(AtoddsError, match=r"this worker has atodds .*, the driver 0\.0; install the same"):
        replace(shipment, version="0.0").unpack()


@pytest.mark.parametrize("missing", ["pyspark", "pyarrow", "pandas"])
def test_without_the_extra_the_import_is_one_line_that_names_it(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    for name in [name for name in sys.modules if name.startswith("atodds.spark")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)

    with pytest.raises(ImportError, match=r"^atodds\.spark needs the extra atodds\[spark\]: pip install"):
        import_module("atodds.spark")
