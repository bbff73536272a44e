"""What a web page's head says of it: title, outlet and day, from JSON-LD and from meta tags."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_TITLES: Final = ("og:title", "twitter:title", "dc.title")
_OUTLETS: Final = ("og:site_name", "application-name", "dc.publisher")
_DAYS: Final = ("article:published_time", "og:published_time", "date", "dc.date", "dc.date.issued", "pubdate")
_REPORTS: Final = ("Article", "Report", "BlogPosting")  # also NewsArticle, ReportageNewsArticle …
_DEEPEST: Final = 6  # levels of JSON-LD that are looked through


@dataclass(frozen=True, slots=True)
class PageHead:
    """Title, outlet and day of publication as a page's head gives them, "" where it does not."""

    title: str = ""
    outlet: str = ""
    published: str = ""


def head_of(linked: Iterable[str], metas: Mapping[str, str], title: str = "") -> PageHead:
    """
    Return what a page says of itself.

    `linked` are its JSON-LD scripts, `metas` the contents of its meta tags by lower-case name or property,
    `title` its title element. JSON-LD that names a report goes before meta tags, those before the title.
    """
    report = next((found for script in linked for found in _reports(_parsed(script))), {})
    return PageHead(
        title=_words(report.get("headline")) or _first(metas, _TITLES) or " ".join(title.split()),
        outlet=_name(report.get("publisher")) or _first(metas, _OUTLETS),
        published=_words(report.get("datePublished")) or _first(metas, _DAYS),
    )


def _parsed(script: str) -> object:
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _reports(found: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the reports of a JSON-LD script, in a list or in a @graph as well."""
    if depth > _DEEPEST:
        return
    if isinstance(found, list):
        for one in found:
            yield from _reports(one, depth + 1)
    elif isinstance(found, dict):
        kinds = found.get("@type")
        if any(str(kind).endswith(_REPORTS) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield found
        yield from _reports(found.get("@graph"), depth + 1)


def _name(publisher: object) -> str:
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    return _words(publisher.get("name") if isinstance(publisher, dict) else publisher)


def _words(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _first(metas: Mapping[str, str], names: Iterable[str]) -> str:
    return next((words for name in names if (words := " ".join(metas.get(name, "").split()))), "")
