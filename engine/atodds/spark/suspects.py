"""Suspects: the events whose claims may disagree, told by sums and bounds before any Python runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyspark.sql import functions as f

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

_EXACT: Final = 2.0**53  # above it a column of doubles does not tell all whole numbers apart

_SLACK: Final = 1 + 1e-9  # as much may a sum of doubles round off

COLUMNS: Final = (
    "event",
    "article",
    "rule",
    "kind",
    "low",
    "high",
    "implied_low",
    "implied_high",
    "first",
    "last",
    "value",
    "hedge",
    "words",
    "part",
    "asserted",
    "reason",
)
"""The columns of the claims table that are asked."""


def suspects(claims: DataFrame, by: str = "event") -> DataFrame:
    """
    Return the events of a claims table that may hold a conflict, a tension or an update, each once.

    `by` is the column that names the events; it is the only column of what is returned.

    Never leaves out one that does: comparing can only set claims apart further. All is sums, least and
    greatest values by event and rule, so that little is shuffled.
    """
    # What `compare` never holds against anything: denied, feared and background figures.
    said = f.col("asserted") | f.col("reason").startswith("short for")
    kept = claims.where(said & (f.col("part") != "background"))
    exact = f.col("hedge") == "exact"
    implied_low = f.when(exact, f.col("low")).otherwise(f.col("implied_low"))
    implied_high = f.when(exact, f.col("high")).otherwise(f.col("implied_high"))
    answer = f.when(f.col("kind") == "choice", f.col("value")).otherwise(f.col("words"))
    bounds = kept.groupBy(by, "rule").agg(
        *_ends("allowed", f.col("low"), f.col("high")),
        *_ends("implied", implied_low, implied_high),
        *_ends("day", f.col("first"), f.col("last")),
        f.sum(f.when(f.col("part") == "part", f.greatest("low", f.lit(0.0)))).alias("parts"),
        f.max(f.greatest(f.abs("low"), f.abs("high"))).alias("largest"),
        *_ends("answer", answer, answer),
        *_ends("article", f.col("article"), f.col("article")),
        f.min("kind").alias("kind"),
    )
    clash = [_apart("allowed"), _apart("implied"), _apart("day")]
    clash.append(f.col("parts") * _SLACK > f.col("allowed_least"))
    clash.append(f.col("largest") >= _EXACT)
    clash.append(f.col("kind").isin("choice", "name") & _apart("answer"))
    clash.append((f.col("kind") == "quote") & _apart("article"))
    return bounds.where(f.greatest(*clash)).select(by).distinct()  # what is null is passed over


def _ends(name: str, low: Column, high: Column) -> tuple[Column, Column]:
    """Return the highest low and the lowest high of a column; what is unbounded is null, and passed over."""
    return f.max(low).alias(f"{name}_most"), f.min(high).alias(f"{name}_least")


def _apart(name: str) -> Column:
    return f.col(f"{name}_most") > f.col(f"{name}_least")
