"""The dossiers of a claims table with their claims, a few at a time, however large the table is."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, Final

import pyarrow.compute as pc

from atodds.errors import InputError
from atodds.model.article import Article, Dossier
from atodds.store.codec import from_json
from atodds.store.schema import ARTICLES
from atodds.store.tables import batches, beside, made, weight

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    import pyarrow as pa

    from atodds.model.claim import Claim

_AT_ONCE: Final = 128_000_000  # bytes of articles, as they lie in the file unpacked


def read_dossiers(
    path: Path, events: Collection[str] | None = None, *, at_once: int = _AT_ONCE
) -> Iterator[tuple[Dossier, list[Claim]]]:
    """
    Yield the dossiers of a table, or some of them, with their claims, both in order of their ids.

    About `at_once` bytes of articles are held in memory. A table whose articles stand in order of their
    events is read once, another one as often as it takes. Raises InputError if the articles beside the table
    are missing or belong to another one.
    """
    articles = _articles_of_events(beside(path))
    if articles.total() != made(path).articles:
        raise InputError(f"{beside(path)}: belongs to another claims table than {path.name}")
    own = sorted(articles if events is None else articles.keys() & events)
    most = max(1, at_once * articles.total() // max(1, weight(beside(path))))
    for stretch in _stretches(own, articles, most):
        yield from _read(path, stretch)


def _articles_of_events(path: Path) -> Counter[str]:
    """Return how many articles each event has."""
    found: Counter[str] = Counter()
    for batch in batches(path, ["event"]):
        for one in pc.value_counts(batch.column("event")).to_pylist():
            found[one["values"]] += one["counts"]
    return found


def _stretches(events: list[str], articles: Counter[str], most: int) -> Iterator[list[str]]:
    """Cut events into stretches of so many articles, or of one event that has more."""
    stretch: list[str] = []
    size = 0
    for event in events:
        if stretch and size + articles[event] > most:
            yield stretch
            stretch, size = [], 0
        stretch.append(event)
        size += articles[event]
    if stretch:
        yield stretch


def _read(path: Path, events: list[str]) -> Iterator[tuple[Dossier, list[Claim]]]:
    articles: defaultdict[str, dict[str, Article]] = defaultdict(dict)
    for batch in batches(beside(path), ARTICLES.names, events=events):
        for row in batch.to_pylist():
            articles[row["event"]][row["article"]] = _article(row)
    lines: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for batch in batches(path, ["event", "article", "claim"], events=events):
        for event, article, line in zip(*_columns(batch), strict=True):
            lines[event, article].append(line)
    for event in events:
        own = articles.pop(event)
        found = [from_json(line) for key in sorted(own) for line in lines.pop((event, key), ())]
        yield Dossier(event, tuple(own[key] for key in sorted(own))), found


def _columns(batch: pa.RecordBatch) -> list[list[Any]]:
    return [column.to_pylist() for column in batch.columns]


def _article(row: dict[str, Any]) -> Article:
    return Article(
        id=row["article"],
        text=row["text"],
        title=row["title"],
        outlet=row["outlet"],
        outlet_guess=row["outlet_guess"],
        published=row["published"],
        url=row["url"],
        event=row["event"],
        path=row["path"],
        stories=from_json(row["stories"]),
    )
