"""One small cluster for all tests of Spark: two executors, each a process of its own."""

from __future__ import annotations

import os
import shutil
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import ModuleType

    from pyspark.sql import DataFrame, SparkSession

    from atodds.model.article import Article

REQUIRED = "ATODDS_REQUIRE_SPARK"
"""Set by .ci/run: a machine that cannot run these tests fails them instead of passing them over."""

_JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.locality.wait": "0",
    # On a busy machine a worker may be late; what a killed one held is given up at once.
    "spark.network.timeout": "600s",
    # Each table that the lost one held may cost an attempt.
    "spark.stage.maxConsecutiveAttempts": "16",
    "spark.shuffle.io.maxRetries": "1",
    "spark.shuffle.io.retryWait": "100ms",
    "spark.driver.extraJavaOptions": _JAVA,
    "spark.executor.extraJavaOptions": _JAVA,
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
}


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    if missing := _missing():
        if os.environ.get(REQUIRED):
            pytest.fail(f"{missing}, and {REQUIRED} is set")
        pytest.skip(missing)
    from pyspark.sql import SparkSession  # noqa: PLC0415 - needs the extra

    home = _home(tmp_path_factory.mktemp("spark-home"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_HOME", str(home))
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("SPARK_LOCAL_DIRS", str(home / "local"))
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("atodds")
        for name, value in _SETTINGS.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        yield session
        session.stop()


@pytest.fixture(scope="session")
def table(spark: SparkSession) -> Callable[[Iterable[Article]], DataFrame]:
    """Return a function that makes a DataFrame of articles, in several parts."""
    names = ("id", "text", "title", "outlet", "url", "event", "path", "published")

    def made(articles: Iterable[Article]) -> DataFrame:
        rows = [tuple(getattr(article, name) or None for name in names) for article in articles]
        schema = ", ".join(f"{name} string" for name in names[:-1]) + ", published date"
        return spark.createDataFrame(rows, schema).repartition(4)

    return made


@pytest.fixture(scope="session")
def engine(spark: SparkSession) -> ModuleType:  # noqa: ARG001 - skips where there is no Spark
    """Return `atodds.spark`, which cannot be imported without its extra."""
    return import_module("atodds.spark")


def _missing() -> str:
    try:
        import_module("atodds.spark")
    except ImportError as error:
        return str(error)
    java = os.environ.get("JAVA_HOME")
    found = (Path(java) / "bin" / "java").exists() if java else shutil.which("java")
    return "" if found else "Spark needs Java 17 or later; there is no java on this machine"


def _home(folder: Path) -> Path:
    """Return a home in which Spark can write; else its executors' logs go into the installed package."""
    import pyspark  # noqa: PLC0415 - needs the extra

    for entry in Path(pyspark.__file__).parent.iterdir():
        if entry.name != "work":
            (folder / entry.name).symlink_to(entry)
    return folder
