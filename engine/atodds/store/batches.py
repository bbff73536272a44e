"""Arrow batches in, Arrow batches out: the claims of articles, for Spark and whatever else takes batches."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from atodds.model.finding import Problem
from atodds.read.articles import article_of
from atodds.read.rows import record_of
from atodds.read.tables import Row
from atodds.store.ledger import key_of
from atodds.store.reading import Keyed, read_batch
from atodds.store.schema import CLAIMS, claim_row, plain, problem_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from atodds.model.article import Article
    from atodds.model.claim import Claim
    from atodds.rulebook.book import Rulebook

CLAIM_ROWS: Final = plain(CLAIMS)
_ROWS: Final = 2_000  # of a batch that goes out
_TEXT: Final = 4_000_000  # characters of its texts


def claim_batches(batches: Iterable[pa.RecordBatch], rulebook: Rulebook) -> Iterator[pa.RecordBatch]:
    """
    Yield the claims of articles in the columns of the claims table; articles are rows as in `PAGES`.

    What could not be read, and an article that breaks the reading, is a row of kind "problem" that says why.
    """
    return in_batches((row for batch in batches for row in _claims(batch, rulebook)), CLAIM_ROWS)


def read_rows(rows: Iterable[dict[str, Any]], tell: Callable[[Problem], None]) -> Iterator[Article]:
    """Yield the articles of rows as in `PAGES`; what is wrong with a row goes to `tell` with the row's id."""
    for cells in rows:
        name = str(cells.get("id") or cells.get("path") or "")
        if cells.get("problem"):
            tell(Problem(name, cells["problem"]))
            continue
        row = Row(0, cells | {"captions": frozenset(cells.get("captions") or ())}, "page")
        record = record_of(row, partial(_told, tell, name))
        if record and record.id:
            yield article_of(record, path=cells.get("path") or "")
        elif record:
            tell(Problem(name, "has no id; the row is left out"))


def in_batches(rows: Iterable[dict[str, Any]], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Yield rows in batches that stay small in memory."""
    batch: list[dict[str, Any]] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += len(row.get("text") or "")
        if len(batch) >= _ROWS or size >= _TEXT:
            yield pa.RecordBatch.from_pylist(batch, schema)
            batch, size = [], 0
    if batch:
        yield pa.RecordBatch.from_pylist(batch, schema)


def _claims(batch: pa.RecordBatch, rulebook: Rulebook) -> Iterator[dict[str, Any]]:
    problems: list[Problem] = []
    articles = read_rows(batch.to_pylist(), problems.append)
    keyed = (Keyed(key_of(article, rulebook), article) for article in articles)
    for (key, article), rows, fault, lost in read_batch(keyed, rulebook, _rows):
        yield from rows or ()
        if fault:
            yield problem_row(article.id, f"{fault}; the article is left out", event=article.event, key=key)
        yield from (problem_row(one.path, one.message, event=article.event, key=key) for one in lost)
    yield from (problem_row(problem.path, problem.message) for problem in problems)


def _rows(keyed: Keyed, claims: list[Claim]) -> list[dict[str, Any]]:
    return [claim_row(claim, keyed.article.event, keyed.key) for claim in claims]


def _told(tell: Callable[[Problem], None], name: str, message: str) -> None:
    tell(Problem(name, message))
