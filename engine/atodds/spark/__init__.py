"""
Claims and findings of more articles than one machine reads, on Apache Spark.

`read_warcs` makes articles of web archives, `claims` reads claims out of articles, `events` finds what the
articles are about, `reconcile` compares them. All take and return DataFrames; the functions that do the work
are those of `atodds claims`, `check` and `reconcile`. docs/scale.md shows how to run them.
"""

from __future__ import annotations

from importlib.util import find_spec

if any(find_spec(module) is None for module in ("pyspark", "pyarrow", "pandas")):
    raise ImportError("atodds.spark needs the extra atodds[spark]: pip install 'atodds[spark]'")

from atodds.spark.archives import read_warcs
from atodds.spark.comparing import reconcile
from atodds.spark.events import events
from atodds.spark.extracting import claims

__all__ = ["claims", "events", "read_warcs", "reconcile"]
