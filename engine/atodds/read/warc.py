"""WARC archives of web pages: each answer in HTML is a row, its report found in one fast pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atodds.read.html import with_captions
from atodds.read.page_heads import head_of
from atodds.read.tables import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from fastwarc.warc import WarcRecord
    from resiliparse.parse.html import HTMLTree

_LARGEST: Final = 10_000_000  # bytes of one page; what is larger is no report, and takes memory
_PAGES: Final = ("text/html", "application/xhtml+xml")
_OK: Final = 200
_LINKED: Final = 'script[type="application/ld+json"]'


def warc_rows(path: Path, tell: Callable[[str], None]) -> Iterator[Row]:
    """
    Yield the HTML pages of an archive, plain or gzipped, one in memory at a time; a row's id is its address.

    Of a page, resiliparse's main content is read: fast, and not as careful as the reading of .html files.
    Requests, pictures, redirects and errors of servers are passed over. What is broken goes to `tell`.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - an extra

    number = 0
    try:
        for number, record in enumerate(
            ArchiveIterator(
                str(path),
                record_types=WarcRecordType.response,
                auto_decode="all",
                fsspec_args=False,
            ),
            1,
        ):
            if (record.http_content_type or "").lower() not in _PAGES or not _is_answer(record):
                continue
            raw = record.reader.read(_LARGEST + 1)  # decoded, so that a packed page cannot fill the memory
            if len(raw) > _LARGEST:
                tell(f"page {number}: is larger than {_LARGEST // 10**6} MB, more than any report; left out")
                continue
            yield Row(number, _cells(record, raw), "page")
    except (OSError, ValueError, EOFError) as error:
        # An archive cut in its middle; what stood before the cut has been read.
        tell(f"page {number + 1}: the archive cannot be read further: {str(error).splitlines()[0]}")


def _is_answer(record: WarcRecord) -> bool:
    headers = record.http_headers
    return headers is None or headers.status_code in (None, _OK)


def _cells(record: WarcRecord, raw: bytes) -> dict[str, object]:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - an extra
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding  # noqa: PLC0415
    from resiliparse.parse.html import HTMLTree  # noqa: PLC0415

    encoding = record.http_charset or detect_encoding(raw, from_html_meta=True) or "utf-8"
    tree = HTMLTree.parse(bytes_to_str(raw, encoding, errors="replace"))
    address = record.headers.get("WARC-Target-URI") or ""
    report = extract_plain_text(
        tree,
        preserve_formatting=True,
        main_content=True,
        list_bullets=False,
        alt_texts=False,
        comments=False,
        skip_elements=["figcaption", "aside"],
    )
    page = with_captions(report, _captions(tree))
    head = head_of(*_head(tree))
    return {
        "id": address,
        "url": address,
        "text": page.text,
        "title": head.title,
        "outlet": head.outlet,
        "published": head.published,
        "captions": page.captions,
    }


def _captions(tree: HTMLTree) -> list[str]:
    return [" ".join(words.split()) for words in _texts(tree, "figcaption")]


def _texts(tree: HTMLTree, selector: str) -> list[str]:
    page = tree.document
    return [element.text or "" for element in page.query_selector_all(selector)] if page else []


def _head(tree: HTMLTree) -> tuple[list[str], dict[str, str], str]:
    metas: dict[str, str] = {}
    page = tree.document
    for meta in page.query_selector_all("meta[content]") if page else ():
        name = meta.getattr("property") or meta.getattr("name") or meta.getattr("itemprop")
        if name:
            metas.setdefault(name.lower(), meta.getattr("content") or "")
    return _texts(tree, _LINKED), metas, tree.title or ""
