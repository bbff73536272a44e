"""Events of stories: sketches made by all workers, the events of a dossier found by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import functions as f

from atodds.spark.columns import article_rows, spark_schema
from atodds.store.pile import EVENTS, SKETCHES, events_in, sketch_batches

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame


def events(articles: DataFrame) -> DataFrame:
    """
    Return the event of each story of a table of articles, in the columns of `atodds.store.pile.EVENTS`.

    `dossier` is the `event` of the article as given, `event` the one that `atodds check` finds: of a dossier
    of many stories about many events one that is named after it and its first story, else the dossier itself.
    `story` counts from 0, and is null for an article that has none. The stories of a dossier are looked at
    together, in the memory of one worker: docs/scale.md says how much that is, and what to do if it is too
    much. Raises InputError if `id`, `text` or `event` is missing.
    """
    return events_among(article_rows(articles, ("id", "text", "event")))


def events_among(rows: DataFrame) -> DataFrame:
    """Return the event of each story of articles that `article_rows` has prepared."""

    def found(event: tuple[pa.Scalar, ...], sketches: pa.Table) -> pa.Table:
        return events_in(event[0].as_py(), sketches)

    sketches = rows.mapInArrow(sketch_batches, spark_schema(SKETCHES))
    return sketches.groupBy("event").applyInArrow(found, spark_schema(EVENTS))


def parted(rows: DataFrame, found: DataFrame, keys: dict[str, str]) -> DataFrame:
    """
    Return rows of claims or articles with `part`, their event as found, or their `event` if nothing is found.

    `keys` are the columns of the rows by the columns of `found` that they must equal.
    """
    own = [column for column in found.columns if column not in {"event", *keys}]
    named = found.select(
        *(f.col(column).alias(f"_{column}") for column in keys), f.col("event").alias("_part"), *own
    )
    same = [rows[column] == named[f"_{key}"] for key, column in keys.items()]
    joined = rows.join(named, same, "left").withColumn("part", f.coalesce("_part", "event"))
    return joined.drop("_part", *(f"_{key}" for key in keys))
