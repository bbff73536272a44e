"""RSS and Atom files: each entry is a row."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from atodds.errors import InputError
from atodds.read.encoding import sniff
from atodds.read.tables import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def feed_rows(path: Path) -> Iterator[Row]:
    """
    Yield the entries of a feed in its order; the text is the whole report where the feed carries it.

    Markup inside entries becomes plain paragraphs. Raises InputError for a file that is no feed.
    """
    import feedparser  # noqa: PLC0415 - an extra

    raw = path.read_bytes()
    sniff(raw)
    # feedparser would take a string for a name or an address and open it.
    feed = feedparser.parse(io.BytesIO(raw))
    if not feed.get("version"):
        raise InputError("is no RSS or Atom feed")
    outlet = feed.feed.get("title", "")
    for number, entry in enumerate(feed.entries, 1):
        yield Row(number, _cells(entry, outlet), "entry")


def _cells(entry: Any, outlet: str) -> dict[str, object]:  # noqa: ANN401 - feedparser has no types
    address = entry.get("link", "")
    return {
        "id": entry.get("id") or address,
        "url": address,
        "title": entry.get("title", ""),
        "outlet": (entry.get("source") or {}).get("title") or outlet,
        "published": entry.get("published") or entry.get("updated") or "",
        "text": _text(entry),
    }


def _text(entry: Any) -> str:  # noqa: ANN401 - feedparser has no types
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - an extra

    details = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    fullest = max(details, key=lambda detail: len(detail.get("value", "")))
    words: str = fullest.get("value", "")
    if fullest.get("type") == "text/plain":
        return words
    return str(extract_plain_text(words, preserve_formatting=True, list_bullets=False, alt_texts=False))
