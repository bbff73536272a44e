"""Web archives become a table of articles, each archive read by one task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.errors import AtoddsError
from atodds.read.formats import Format, missing_extra
from atodds.spark.columns import spark_schema
from atodds.store.pages import page_batches
from atodds.store.schema import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession


def read_warcs(
    spark: SparkSession, names: Iterable[str], *, fetch: Callable[[str], Path] | None = None
) -> DataFrame:
    """
    Return the HTML pages of web archives as articles, in the columns of `atodds.store.schema.PAGES`.

    `id` and `url` are the address of a page, `path` the archive's name, `event` is empty. Each archive is one
    task, read page by page. Names are paths that every worker can open, or whatever `fetch` makes a local
    copy of; the copy is deleted when it has been read. What cannot be read is a row with `problem` and
    without `text`. Raises AtoddsError if the extra atodds[warc] is missing.
    """
    if extra := missing_extra(Format.WARC):
        raise AtoddsError(f"web archives need the extra atodds[{extra}]")
    archives = list(names)

    def pages(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return page_batches(batches, fetch)

    rows = spark.sparkContext.parallelize([(name,) for name in archives], max(1, len(archives)))
    return spark.createDataFrame(rows, "path string").mapInArrow(pages, spark_schema(PAGES))
