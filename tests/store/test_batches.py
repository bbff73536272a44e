"""Batches of articles become batches of claims; what is wrong with one is a row and costs no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from atodds.extract.claims import claims_of
from atodds.store import batches, reading
from atodds.store.batches import CLAIM_ROWS, claim_batches
from atodds.store.ledger import key_of
from atodds.store.schema import CLAIMS, PAGES, claim_row

if TYPE_CHECKING:
    import pytest

    from atodds.model.article import Article
    from atodds.model.claim import Claim
    from atodds.rulebook.book import Rulebook


def batch(articles: list[Article]) -> pa.RecordBatch:
    names = ("id", "text", "event", "path")
    rows = [{name: getattr(article, name) for name in names} for article in articles]
    return pa.RecordBatch.from_pylist(rows, PAGES)


def read(given: list[pa.RecordBatch], rulebook: Rulebook) -> list[dict[str, Any]]:
    return [row for found in claim_batches(given, rulebook) for row in found.to_pylist()]


def test_rows_are_those_of_the_claims_table(articles: list[Article], rulebook: Rulebook) -> None:
    rows = [
        claim_row(claim, article.event, key_of(article, rulebook))
        for article in articles
        for claim in claims_of(article, rulebook)
    ]
    expected = pa.Table.from_pylist(rows, CLAIMS).to_pylist()

    assert read([batch(articles[:2]), batch(articles[2:])], rulebook) == expected


def test_batches_that_go_out_stay_small(
    articles: list[Article], rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = read([batch(articles)], rulebook)
    monkeypatch.setattr(batches, "_ROWS", 1)

    sizes = [found.num_rows for found in claim_batches([batch(articles)], rulebook)]

    assert sizes == [1] * len(whole)


def test_an_article_that_breaks_the_reading_is_a_row_and_the_others_are_read(
    articles: list[Article], rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def poisoned(article: Article, rulebook: Rulebook, *_: object) -> list[Claim]:
        if article.id == "courier":
            raise ValueError("two\nlines")
        return claims_of(article, rulebook)

    monkeypatch.setattr(reading, "claims_of", poisoned)
    rows = read([batch(articles)], rulebook)
    (problem,) = [row for row in rows if row["kind"] == "problem"]

    assert {row["article"] for row in rows} == {"herald", "courier"}
    assert [row["kind"] for row in rows if row["article"] == "courier"] == ["problem"]
    assert (problem["event"], problem["asserted"], problem["rule"]) == ("karvo", False, "")
    assert problem["reason"] == "internal error: ValueError: two lines; the article is left out"


def test_a_row_that_is_no_article_says_why(rulebook: Rulebook) -> None:
    too_large = "page 3: is larger than 10 MB, more than any report; left out"
    rows = [
        {"id": "a", "text": None},
        {"id": None, "text": "Twelve people were killed."},
        {"path": "x.warc.gz", "problem": too_large},
        {"id": "b", "text": "Twelve people were killed.", "published": "03/04/2022"},
    ]
    columns = {"id": pa.string(), "text": pa.string(), "path": pa.string(), "problem": pa.string()}
    schema = pa.schema({**columns, "published": pa.string()})

    found = read([pa.RecordBatch.from_pylist(rows, schema)], rulebook)

    assert [(row["article"], row["reason"]) for row in found if row["kind"] == "problem"] == [
        ("a", "has no text; the row is left out"),
        ("", "has no id; the row is left out"),
        ("x.warc.gz", too_large),
        ("b", "published '03/04/2022' names no day, or two; taken as unknown"),
    ]
    assert [row["article"] for row in found if row["kind"] == "quantity"] == ["b"]


def test_a_text_of_another_type_is_told(rulebook: Rulebook) -> None:
    given = pa.RecordBatch.from_pydict({"id": ["a"], "text": [["Twelve people were killed."]]})

    assert [row["reason"] for row in read([given], rulebook)] == [
        "text is list, not a string; the row is left out"
    ]


def test_no_column_is_packed() -> None:
    assert CLAIM_ROWS.names == CLAIMS.names
    assert not any(pa.types.is_dictionary(field.type) for field in CLAIM_ROWS)
