"""What a file is by its name, and which extra of atodds reads it."""

from __future__ import annotations

from enum import StrEnum
from importlib.util import find_spec
from typing import Final


class Format(StrEnum):
    """How a file is read."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"
    PARQUET = "parquet"
    WARC = "warc"
    FEED = "feed"

    @property
    def is_table(self) -> bool:
        """Say whether one file holds many articles, each a row."""
        return self not in (Format.TEXT, Format.HTML)


STDIN: Final = "-"
READ: Final = ".txt, .md, .html, .jsonl, .csv, .parquet, .warc, .rss"
"""The formats as a message lists them."""

_SUFFIXES: Final = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.TEXT,
    ".markdown": Format.TEXT,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".parquet": Format.PARQUET,
    ".warc": Format.WARC,
    ".warc.gz": Format.WARC,
    ".rss": Format.FEED,
    ".atom": Format.FEED,
    ".xml": Format.FEED,
}
# The modules that an extra brings; the extra is called like the format.
_MODULES: Final = {
    Format.HTML: ("trafilatura", "lxml"),
    Format.PARQUET: ("pyarrow",),
    Format.WARC: ("fastwarc", "resiliparse"),
    Format.FEED: ("feedparser", "resiliparse"),
}


def format_of(name: str) -> Format | None:
    """Return how a file of this name is read, None for a suffix that says nothing."""
    suffix = suffix_of(name)
    return _SUFFIXES.get(suffix) if suffix else Format.TEXT


def suffix_of(name: str) -> str:
    """Return the suffix of a file's name, lower case, ".warc.gz" as a whole, "" where there is none."""
    lowered = name.lower()
    if lowered.endswith(".warc.gz"):
        return ".warc.gz"
    stem, dot, last = lowered.rpartition(".")
    return dot + last if stem and last else ""


def stem_of(name: str) -> str:
    """Return a file's name without its suffix."""
    return name[: len(name) - len(suffix_of(name))]


def missing_extra(kind: Format) -> str:
    """Return the extra that must be installed before a format can be read, "" if none is missing."""
    missing = any(find_spec(module) is None for module in _MODULES.get(kind, ()))
    return str(kind) if missing else ""
