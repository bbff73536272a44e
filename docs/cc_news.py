"""
From web archives to findings on Spark, slice by slice; docs/scale.md says how to run it.

A step goes on where it was interrupted: slices that are finished are passed over.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

import atodds
import atodds.spark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pyspark.sql import DataFrame

GROUP = (
    16 << 20
)  # bytes of articles that one task reads claims from: minutes of work, which is what a loss costs


def main() -> None:
    """Run one of the steps: articles, claims, findings."""
    given = _arguments()
    spark = SparkSession.builder.appName(f"atodds {given.step}").getOrCreate()
    spark.conf.set("spark.sql.files.maxPartitionBytes", GROUP)
    rules = atodds.load_rulebook(given.rules)
    out = given.out.rstrip("/")
    if given.step == "articles":
        names = Path(given.archives).read_text(encoding="utf-8").split()
        for number, start in enumerate(range(0, len(names), given.slice)):
            own = names[start : start + given.slice]
            archives = atodds.spark.read_warcs(spark, own, fetch=_fetch_from(given.root))
            _write(spark, archives, f"{out}/articles/slice={number:05d}")
    elif given.step == "claims":
        for place in _slices(spark, f"{out}/articles"):
            articles = spark.read.parquet(f"{out}/articles/{place}")
            _write(spark, atodds.spark.claims(articles, rules), f"{out}/claims/{place}")
    else:
        pages = spark.read.parquet(f"{out}/articles")
        dossiers = spark.read.parquet(given.events) if given.events else _stretches(pages, given.days)
        articles = pages.drop("event").join(dossiers, "id")
        claims = spark.read.parquet(f"{out}/claims").drop("event")
        claims = claims.join(dossiers.withColumnRenamed("id", "article"), "article")
        _write(spark, atodds.spark.events(articles), f"{out}/events")
        events = spark.read.parquet(f"{out}/events")
        _write(spark, atodds.spark.reconcile(claims, articles, rules, events=events), f"{out}/findings")


def _stretches(pages: DataFrame, days: int) -> DataFrame:
    """
    Return for each `id` as its `event` the first day of the stretch in which it was published.

    Events are looked for within a stretch, by one worker. Pages of which no day is known are a stretch, too.
    """
    pages = pages.where("text is not null")
    first = f.min("published").alias("day")  # one address may have been read twice
    start = f.date_from_unix_date(f.unix_date("day") - f.pmod(f.unix_date("day"), f.lit(days)))
    event = f.coalesce(start.cast("string"), f.lit("undated"))
    return pages.groupBy("id").agg(first).select("id", event.alias("event"))


def _fetch_from(root: str) -> Callable[[str], Path]:
    """Return a function that brings an archive to the disk of a worker."""

    def fetch(name: str) -> Path:
        with (
            urlopen(root + name, timeout=300) as source,  # noqa: S310 - the root is the user's own choice
            tempfile.NamedTemporaryFile(suffix=".warc.gz", delete=False) as copy,
        ):
            shutil.copyfileobj(source, copy, 1 << 20)
        return Path(copy.name)

    return fetch


def _write(spark: SparkSession, rows: DataFrame, path: str) -> None:
    """Write a table unless it has been written whole before."""
    if not _exists(spark, f"{path}/_SUCCESS"):
        files = rows.write.mode("overwrite").option("compression", "zstd")
        files.option("parquet.block.size", GROUP).parquet(path)


def _slices(spark: SparkSession, path: str) -> Iterable[str]:
    """Return the finished slices of a table, in order."""
    place, files = _hadoop(spark, path)
    names = sorted(status.getPath().getName() for status in files.listStatus(place))
    return [name for name in names if _exists(spark, f"{path}/{name}/_SUCCESS")]


def _exists(spark: SparkSession, path: str) -> bool:
    place, files = _hadoop(spark, path)
    return bool(files.exists(place))


def _hadoop(spark: SparkSession, path: str) -> tuple[Any, Any]:
    """Return a path and its file system as Spark's own library sees them, local, HDFS or S3."""
    context: Any = spark.sparkContext
    place = context._jvm.org.apache.hadoop.fs.Path(path)  # noqa: SLF001 - PySpark has no other way to ask
    return place, place.getFileSystem(context._jsc.hadoopConfiguration())  # noqa: SLF001 - same


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=["articles", "claims", "findings"])
    parser.add_argument("--out", required=True, help="folder of the run, on a disk that all workers share")
    parser.add_argument("--archives", help="file with the names of the archives, one a line")
    parser.add_argument("--root", default="https://data.commoncrawl.org/", help="what stands before a name")
    parser.add_argument("--slice", type=int, default=64, help="archives that are written together")
    parser.add_argument("--events", help="table with the columns id and event; else they are found")
    parser.add_argument("--days", type=int, default=1, help="days of a stretch in which events are found")
    parser.add_argument("--rules", help="file or folder of rules; by default those that come with atodds")
    return parser.parse_args()


if __name__ == "__main__":
    main()
