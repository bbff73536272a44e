"""The columns of the claims table and of the articles beside it, as docs/claims-table.md has them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from atodds.model.claim import Choice, Claim, DateValue, Name
from atodds.model.quantity import Quantity
from atodds.report.shapes import claim_shape
from atodds.store.codec import to_json

if TYPE_CHECKING:
    from atodds.model.article import Article
    from atodds.model.interval import Number

FORMAT: Final = "atodds/claims/2"
PROBLEM: Final = "problem"
_WORDS: Final = pa.string()
_OFTEN: Final = pa.dictionary(pa.int32(), pa.string())  # columns of few values

CLAIMS: Final = pa.schema(
    [
        pa.field("event", _OFTEN, nullable=False),
        pa.field("article", _OFTEN, nullable=False),
        pa.field("rule", _OFTEN, nullable=False),
        pa.field("kind", _OFTEN, nullable=False),
        pa.field("low", pa.float64()),
        pa.field("high", pa.float64()),
        pa.field("low_open", pa.bool_()),
        pa.field("high_open", pa.bool_()),
        pa.field("implied_low", pa.float64()),
        pa.field("implied_high", pa.float64()),
        pa.field("first", pa.date32()),
        pa.field("last", pa.date32()),
        pa.field("value", _WORDS),
        pa.field("hedge", _OFTEN),
        pa.field("words", _WORDS, nullable=False),
        pa.field("text", _WORDS, nullable=False),
        pa.field("start", pa.int64()),
        pa.field("end", pa.int64()),
        pa.field("counted", _WORDS, nullable=False),
        pa.field("place", _WORDS, nullable=False),
        pa.field("source", _WORDS, nullable=False),
        pa.field("as_of", pa.date32()),
        pa.field("part", _OFTEN, nullable=False),
        pa.field("asserted", pa.bool_(), nullable=False),
        pa.field("reason", _WORDS, nullable=False),
        pa.field("story", pa.int32(), nullable=False),
        pa.field("section", _OFTEN, nullable=False),
        pa.field("paragraph", pa.int32(), nullable=False),
        pa.field("key", _WORDS, nullable=False),
        pa.field("claim", _WORDS, nullable=False),
    ]
)
ARTICLES: Final = pa.schema(
    [
        pa.field("event", _OFTEN, nullable=False),
        pa.field("article", _WORDS, nullable=False),
        pa.field("key", _WORDS, nullable=False),
        pa.field("title", _WORDS, nullable=False),
        pa.field("outlet", _OFTEN, nullable=False),
        pa.field("outlet_guess", _OFTEN, nullable=False),
        pa.field("published", pa.date32()),
        pa.field("url", _WORDS, nullable=False),
        pa.field("path", _OFTEN, nullable=False),
        pa.field("text", pa.large_string(), nullable=False),
        pa.field("stories", _WORDS, nullable=False),
    ]
)
PAGES: Final = pa.schema(
    [
        pa.field("id", _WORDS),
        pa.field("text", _WORDS),
        pa.field("title", _WORDS),
        pa.field("outlet", _WORDS),
        pa.field("published", pa.date32()),
        pa.field("url", _WORDS),
        pa.field("event", _WORDS),
        pa.field("path", _WORDS),
        pa.field("captions", pa.list_(_WORDS)),
        pa.field("problem", _WORDS),
    ]
)
"""Articles as they are published: the columns of any table of articles, and what pages have beside them."""

_KINDS: Final = {Quantity: "quantity", DateValue: "date", Choice: "choice", Name: "name"}


def claim_row(claim: Claim, event: str, key: str) -> dict[str, Any]:
    """Return a claim as a row; `event` is its dossier, `key` that of its article."""
    shape = claim_shape(claim)
    value, implied = shape.pop("value"), shape.pop("implied") or {}
    return {
        **shape,
        "event": event,
        "kind": _KINDS.get(type(claim.value), "quote"),
        "low": _double(value.get("low")),
        "high": _double(value.get("high")),
        "low_open": value.get("low_open"),
        "high_open": value.get("high_open"),
        "implied_low": _double(implied.get("low")),
        "implied_high": _double(implied.get("high")),
        "first": _day(value.get("first")),
        "last": _day(value.get("last")),
        "value": value.get("category") or value.get("name") or value.get("text"),
        "as_of": claim.as_of,
        "reason": claim.reason,
        "key": key,
        "claim": to_json(claim),
    }


def problem_row(article: str, message: str, *, event: str = "", key: str = "") -> dict[str, Any]:
    """Return what went wrong with an article as a row among claims; it asserts nothing."""
    words = {field.name: "" for field in CLAIMS if not field.nullable and plain_type(field.type) == _WORDS}
    return {
        **words,
        "event": event,
        "article": article,
        "key": key,
        "kind": PROBLEM,
        "reason": message,
        "asserted": False,
        "story": 0,
        "paragraph": 0,
    }


def article_row(article: Article, key: str) -> dict[str, Any]:
    """Return an article as a row, with all that comparing and reporting need of it."""
    return {
        "event": article.event,
        "article": article.id,
        "key": key,
        "title": article.title,
        "outlet": article.outlet,
        "outlet_guess": article.outlet_guess,
        "published": article.published,
        "url": article.url,
        "path": article.path,
        "text": article.text,
        "stories": to_json(article.stories),
    }


def _double(number: Number | None) -> float | None:
    """Return the floating-point number nearest to one as worded: from 2^53 on not every count is one."""
    return None if number is None else float(number)


def plain(schema: pa.Schema) -> pa.Schema:
    """Return a schema without dictionaries and large strings, which not every engine takes."""
    return pa.schema([field.with_type(plain_type(field.type)) for field in schema])


def plain_type(kind: pa.DataType) -> pa.DataType:
    """Return the type of a column's values, however they are packed."""
    if pa.types.is_dictionary(kind):
        return kind.value_type
    return _WORDS if pa.types.is_large_string(kind) else kind


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
