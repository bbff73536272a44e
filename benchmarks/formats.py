"""Reading alone: the same articles as text files, tables, pages, feeds and web archives."""

from __future__ import annotations

import csv
import gzip
import json
import tempfile
from html import escape
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Final

from corpus import articles

from atodds.read.articles import read_articles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from clock import Result

Row = dict[str, str]


def read(form: Path, thousands: int, _: float) -> Result:
    """Read that many thousand characters of articles of one format."""
    with tempfile.TemporaryDirectory() as folder:
        WRITERS[form.name](Path(folder), articles("ordinary", 1e-3))
        list(read_articles(folder))  # loads the library that the format needs
    with tempfile.TemporaryDirectory() as folder:
        WRITERS[form.name](Path(folder), articles("ordinary", thousands / 1_000))
        size = stories = 0
        start = process_time()
        for article in read_articles(folder):
            size += len(article.text)
            stories += len(article.stories)
        spent = process_time() - start
    return {"MB/s": size / 1e6 / spent, "stories/MB": stories / size * 1e6}


def _text(folder: Path, rows: Iterable[Row]) -> None:
    for row in rows:
        Path(folder, f"{row['id']}.txt").write_text(row["text"], encoding="utf-8")


def _jsonl(folder: Path, rows: Iterable[Row]) -> None:
    with Path(folder, "a.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _csv(folder: Path, rows: Iterable[Row]) -> None:
    with Path(folder, "a.csv").open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, ["id", "event", "outlet", "published", "text"])
        table.writeheader()
        table.writerows(rows)


def _parquet(folder: Path, rows: Iterable[Row]) -> None:
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415 - same

    pq.write_table(pa.Table.from_pylist(list(rows)), Path(folder, "a.parquet"))


def _page(row: Row) -> str:
    head, *paragraphs = (escape(line) for line in row["text"].splitlines())
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    links = "\n".join(f'<li><a href="/{number}">More of this sort</a></li>' for number in range(12))
    return (
        f'<!doctype html><html lang="en"><head><title>{head}</title><meta charset="utf-8">'
        f'<meta property="article:published_time" content="{row["published"]}">'
        f'<meta property="og:site_name" content="{row["outlet"]}"></head><body>'
        f"<nav><ul>{links}</ul></nav><article><h1>{head}</h1>\n{body}</article>"
        f"<footer>All rights reserved</footer></body></html>"
    )


def _html(folder: Path, rows: Iterable[Row]) -> None:
    for row in rows:
        Path(folder, f"{row['id']}.html").write_text(_page(row), encoding="utf-8")


def _feed(folder: Path, rows: Iterable[Row]) -> None:
    told = "\n".join(
        f"<item><guid>{row['id']}</guid><title>{escape(row['text'].partition(chr(10))[0])}</title>"
        f"<description>{escape(row['text'])}</description></item>"
        for row in rows
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Herald</title>{told}</channel></rss>'
    Path(folder, "a.rss").write_text(feed, encoding="utf-8")


def _warc(folder: Path, rows: Iterable[Row]) -> None:
    with Path(folder, "a.warc.gz").open("wb") as out:
        for row in rows:
            page = _page(row).encode()
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{int(row['id'][1:]):012d}>\r\n"
                f"WARC-Target-URI: https://herald.example/{row['id']}\r\n"
                f"WARC-Date: {row['published']}T00:00:00Z\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
            )
            out.write(gzip.compress(head.encode() + http + b"\r\n\r\n", 1))


WRITERS: Final[dict[str, Callable[[Path, Iterable[Row]], None]]] = {
    "text": _text,
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
    "html": _html,
    "feed": _feed,
    "warc": _warc,
}
