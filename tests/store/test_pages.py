"""Pages of web archives as batches are the articles that `read_articles` reads of the same files."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from tests.read.test_warc import RECORDS

from atodds.read.articles import read_articles
from atodds.store.batches import read_rows
from atodds.store.pages import page_batches

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from atodds.model.article import Article


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.warc"
    path.write_bytes(b"".join(RECORDS))
    return path


def pages(names: list[str], fetch: Callable[[str], Path] | None = None) -> list[dict[str, Any]]:
    given = pa.RecordBatch.from_pydict({"path": names})
    return [row for batch in page_batches([given], fetch) for row in batch.to_pylist()]


def told(rows: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(row["path"], row["problem"]) for row in rows if row["problem"]]


def test_articles_are_those_of_the_archive(archive: Path) -> None:
    def bare(article: Article) -> tuple[object, ...]:
        return article.id, article.text, article.title, article.outlet, article.published, article.stories

    rows = pages([str(archive)])
    articles = list(read_rows(rows, lambda _: None))

    assert list(map(bare, articles)) == [
        bare(article) for article in read_articles(archive, on_problem=lambda _: None)
    ]
    assert {article.path for article in articles} == {str(archive)}
    assert told(rows) == [(str(archive), "page 5: has no text; the row is left out")]


def test_a_fetched_copy_is_read_and_deleted(archive: Path, tmp_path: Path) -> None:
    copies: list[Path] = []

    def fetch(name: str) -> Path:
        copies.append(tmp_path / f"copy-of-{name}")
        shutil.copy(archive, copies[-1])
        return copies[-1]

    assert [row["text"] for row in pages(["harbour.warc"], fetch)] == [
        row["text"] for row in pages([str(archive)])
    ]
    assert [copy.exists() for copy in copies] == [False]


def test_an_archive_that_cannot_be_had_costs_no_other(archive: Path, tmp_path: Path) -> None:
    def fetch(name: str) -> Path:
        if name == "lost":
            raise OSError("no such\nobject")
        shutil.copy(archive, tmp_path / "copy.warc")
        return tmp_path / "copy.warc"

    rows = pages(["lost", "harbour"], fetch)

    assert told(rows)[0] == ("lost", "cannot be fetched: no such object")
    assert len([row for row in rows if row["text"]]) == 2


def test_a_path_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    ((path, problem),) = told(pages([str(tmp_path / "none.warc.gz")]))

    assert path == str(tmp_path / "none.warc.gz")
    assert "cannot be read further" in problem
