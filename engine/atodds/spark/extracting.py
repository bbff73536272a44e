"""Claims of a table of articles, read by all workers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.spark.columns import article_rows, spark_schema
from atodds.spark.shipping import Shipment
from atodds.store.batches import claim_batches
from atodds.store.schema import CLAIMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa
    from pyspark.sql import DataFrame

    from atodds.rulebook.book import Rulebook


def claims(articles: DataFrame, rulebook: Rulebook | None = None) -> DataFrame:
    """
    Return every claim of a table of articles, in the columns of the claims table (docs/claims-table.md).

    `articles` has `id` and `text` and, where known, `title`, `outlet`, `published`, `url`, `event`, `path`
    and `captions`; other columns do not matter. The rulebook is the shipped one by default, and goes to the
    workers with the work. An article that breaks the reading is a row of kind "problem" whose `reason` says
    why, and costs no other. Raises InputError if a column is missing.
    """
    shipment = Shipment.of(rulebook)

    def read(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return claim_batches(batches, shipment.unpack())

    return article_rows(articles, ("id", "text")).mapInArrow(read, spark_schema(CLAIMS))
