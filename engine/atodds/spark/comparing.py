"""Findings from a claims table: suspects by SQL, and only their dossiers compared, each by one worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
from pyspark.sql import functions as f

from atodds.spark.columns import article_rows, need, spark_schema
from atodds.spark.shipping import Shipment
from atodds.spark.suspects import COLUMNS, suspects
from atodds.store.comparing import FINDINGS, compare_rows
from atodds.store.schema import PROBLEM

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from atodds.rulebook.book import Rulebook

_OF_CLAIMS = ("event", "article", "key", "claim")


def reconcile(
    claims: DataFrame, articles: DataFrame, rulebook: Rulebook | None = None, *, coverage: bool = False
) -> DataFrame:
    """
    Return where articles of one event disagree, in the columns of `atodds.store.comparing.FINDINGS`.

    `claims` is what `claims` made of `articles` by the same rules; both should be on disk, since each is read
    more than once. Events that cannot disagree are told by their bounds and not compared. With `coverage` all
    are: agreements and lone figures come too, and a row of coverage for each rule and event. Ordered by
    `dossier`, `row` and `place`, findings are those of `atodds check` in its order, `json` a line of its
    `--format jsonl`. A dossier is compared in the memory of one worker. What could not be read or compared is
    a row "problem". Raises InputError if a column is missing.
    """
    need(claims, "claims", {*COLUMNS, *_OF_CLAIMS})
    texts = article_rows(articles, ("id", "text", "event"))
    said = claims.where(f.col("kind") != PROBLEM)
    lines = said.select(*_OF_CLAIMS)
    if not coverage:
        asked = suspects(said)
        lines = lines.join(asked, "event", "left_semi")
        texts = texts.join(asked, "event", "left_semi")
    shipment = Shipment.of(rulebook)

    def compare(event: tuple[pa.Scalar, ...], lines: pa.Table, texts: pa.Table) -> pa.Table:
        rows = compare_rows(
            event[0].as_py(),
            lines.to_pylist(),
            texts.to_pylist(),
            shipment.unpack(),
            everything=coverage,
        )
        return pa.Table.from_pylist(rows, FINDINGS)

    return (
        lines.groupBy("event").cogroup(texts.groupBy("event")).applyInArrow(compare, spark_schema(FINDINGS))
    )
