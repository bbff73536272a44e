"""Pages of web archives as Arrow batches: names of archives in, articles out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from atodds.read.rows import named, record_of
from atodds.store.batches import in_batches
from atodds.store.schema import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import pyarrow as pa

    from atodds.read.rows import Record


def page_batches(
    batches: Iterable[pa.RecordBatch], fetch: Callable[[str], Path] | None = None
) -> Iterator[pa.RecordBatch]:
    """
    Yield the pages of web archives, whose names are the first column of the batches, in the columns of PAGES.

    `fetch` brings an archive to this machine and returns the copy, which is deleted when it has been read;
    without it names are paths. What cannot be read is a row with `problem` and without `text`.
    """
    names = (name for batch in batches for name in batch.column(0).to_pylist())
    return in_batches((row for name in names for row in _pages(name, fetch)), PAGES)


def _pages(name: str, fetch: Callable[[str], Path] | None) -> Iterator[dict[str, Any]]:
    if fetch is None:
        yield from _of_archive(name, Path(name))
        return
    try:
        copy = fetch(name)
    except Exception as error:  # noqa: BLE001 - whatever a caller's function raises costs one archive, no more
        yield {"path": name, "problem": f"cannot be fetched: {' '.join(str(error).split())}"}
        return
    try:
        yield from _of_archive(name, copy)
    finally:
        copy.unlink(missing_ok=True)


def _of_archive(name: str, path: Path) -> Iterator[dict[str, Any]]:
    from atodds.read.warc import warc_rows  # noqa: PLC0415 - needs the extra

    told: list[str] = []
    for row in warc_rows(path, told.append):
        record = record_of(row, named(row, told.append))
        yield from _problems(name, told)
        if record:
            yield _page(record, name)
    yield from _problems(name, told)


def _problems(name: str, told: list[str]) -> list[dict[str, Any]]:
    problems = [{"path": name, "problem": message} for message in told]
    told.clear()
    return problems


def _page(record: Record, name: str) -> dict[str, Any]:
    return {
        "id": record.id,
        "text": record.text,
        "title": record.title,
        "outlet": record.outlet,
        "published": record.published,
        "url": record.url,
        "event": record.event,
        "path": name,
        "captions": sorted(record.captions),
    }
