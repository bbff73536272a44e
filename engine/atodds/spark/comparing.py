"""Findings from a claims table: suspects by SQL, and only their events compared, each by one worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
from pyspark.sql import functions as f

from atodds.spark.columns import article_rows, need, spark_schema
from atodds.spark.events import events_among, parted
from atodds.spark.shipping import Shipment
from atodds.spark.suspects import COLUMNS, suspects
from atodds.store.comparing import FINDINGS, Compared, compare_rows
from atodds.store.pile import EVENTS
from atodds.store.schema import PROBLEM

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from atodds.rulebook.book import Rulebook

_OF_CLAIMS = ("event", "article", "key", "claim")


def reconcile(
    claims: DataFrame,
    articles: DataFrame,
    rulebook: Rulebook | None = None,
    *,
    events: DataFrame | None = None,
    coverage: bool = False,
) -> DataFrame:
    """
    Return where articles of one event disagree, in the columns of `atodds.store.comparing.FINDINGS`.

    `claims` is what `claims` made of `articles` by the same rules, and `events` what `events` found in them;
    all should be on disk, since each is read more than once. Without `events` they are found on the way.
    Events that cannot disagree are told by their bounds and not compared. With `coverage` all are: agreements
    and lone figures come too, and a row of coverage for each rule and event. Ordered by `dossier`, `row`,
    `part` and `place`, findings are those of `atodds check` in its order, `json` a line of its `--format
    jsonl`. An event is compared in the memory of one worker. What could not be read or compared is a row
    "problem". Raises InputError if a column is missing.
    """
    need(claims, "claims", {*COLUMNS, *_OF_CLAIMS, "story"})
    said = claims.where(f.col("kind") != PROBLEM)
    texts = article_rows(articles, ("id", "text", "event"))
    if events is not None:
        need(events, "events", EVENTS.names)
    elif coverage:
        events = events_among(texts)
    else:
        events = events_among(texts.join(suspects(said), "event", "left_semi"))
    stories = events.groupBy("dossier", "article", "event").agg(f.collect_list("story").alias("stories"))
    said = parted(said, events, {"dossier": "event", "article": "article", "story": "story"})
    texts = parted(texts, stories, {"dossier": "event", "article": "id"})
    if not coverage:
        asked = suspects(said, "part")
        said = said.join(asked, "part", "left_semi")
        texts = texts.join(asked, "part", "left_semi")
    shipment = Shipment.of(rulebook)

    def compare(event: tuple[pa.Scalar, ...], lines: pa.Table, texts: pa.Table) -> pa.Table:
        rows = compare_rows(
            Compared(event[0].as_py(), event[1].as_py()),
            lines.to_pylist(),
            texts.drop_columns(["part"]).to_pylist(),
            shipment.unpack(),
            everything=coverage,
        )
        return pa.Table.from_pylist(rows, FINDINGS)

    lines = said.select(*_OF_CLAIMS, "part").groupBy("event", "part")
    return lines.cogroup(texts.groupBy("event", "part")).applyInArrow(compare, spark_schema(FINDINGS))
