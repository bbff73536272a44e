"""A web page becomes text: its report as trafilatura finds it, its captions below, its head's data beside."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from atodds.errors import InputError
from atodds.read.encoding import decode

if TYPE_CHECKING:
    from configparser import ConfigParser
    from datetime import date

_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,40})""", re.IGNORECASE)
_HEAD: Final = 2048  # bytes in which a page names its encoding
# Characters of a report; of less, trafilatura makes one line of all text on the page.
_SHORTEST: Final = "40"
_LAST_DAY: Final = "9999-12-31"  # without one, htmldate asks the clock and refuses later dates


@dataclass(frozen=True, slots=True)
class Page:
    """The readable text of a web page, one paragraph a line, its captions at the end."""

    text: str
    title: str = ""
    outlet: str = ""
    published: str | date = ""
    url: str = ""
    captions: frozenset[str] = frozenset()


def read_page(raw: bytes) -> Page:
    """
    Return the report on a page, with title, outlet, day and address where its head gives them.

    Navigation, related links and readers' comments are left out, as far as trafilatura tells them from the
    report. Raises InputError for bytes that are no text and for a page without a report.
    """
    import trafilatura  # noqa: PLC0415 - heavy, and an extra
    from trafilatura.settings import Document  # noqa: PLC0415

    tree = trafilatura.load_html(decode_page(raw))
    if tree is None:
        raise InputError("is no HTML page that can be read")
    captions = []
    for caption in list(tree.iter("figcaption")):
        captions.append(" ".join(caption.text_content().split()))
        caption.drop_tree()
    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_formatting=False,
        with_metadata=True,
        config=_settings(),
        date_extraction_params={"max_date": _LAST_DAY, "extensive_search": False},
    )
    if not isinstance(found, Document) or not found.text:
        raise InputError("holds no report that can be told from the rest of the page")
    return with_captions(
        found.text,
        captions,
        title=found.title or "",
        outlet=found.sitename or "",
        published=found.date or "",
        url=found.url or "",
    )


def with_captions(report: str, captions: list[str], **head: Any) -> Page:  # noqa: ANN401 - fields of Page
    """Return a page of a report and the captions of its pictures, each said once, below it."""
    printed = set(report.splitlines())
    own = [caption for caption in dict.fromkeys(captions) if caption]
    below = [caption for caption in own if caption not in printed]
    return Page("\n".join([report, *below]), captions=frozenset(own), **head)


@cache
def _settings() -> ConfigParser:
    """Return trafilatura's settings, but that a flash of two sentences counts as a report."""
    from trafilatura.settings import use_config  # noqa: PLC0415 - heavy, and an extra

    settings = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", _SHORTEST)
    return settings


def decode_page(raw: bytes) -> str:
    """Return the text of a page's bytes, by the encoding that it names unless its bytes belie that."""
    named = _CHARSET.search(raw[:_HEAD])
    if named and not _is_utf8(raw) and (encoding := _known(named[1].decode("ascii"))):
        return raw.decode(encoding, errors="replace")
    return decode(raw)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _known(encoding: str) -> str:
    """Return the encoding by Python's name, "" for one it does not have; Latin-1 means Windows-1252."""
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        return ""
    return "cp1252" if name in ("iso8859-1", "ascii") else "" if name.startswith("utf") else name
