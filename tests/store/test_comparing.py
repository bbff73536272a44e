"""A dossier handed over as rows, in whatever order, is compared as `check` compares it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from atodds.check import check
from atodds.read.articles import read_article
from atodds.report.json_lines import as_jsonl
from atodds.rulebook.load import load_rulebook
from atodds.store import comparing
from atodds.store.batches import claim_batches
from atodds.store.comparing import FINDINGS, Compared, compare_rows
from atodds.store.schema import PAGES

if TYPE_CHECKING:
    import pytest

    from atodds.rulebook.book import Rulebook

RULES = load_rulebook()
ARTICLES: list[dict[str, Any]] = [
    {"id": "herald", "text": "The mine blast in Karvo killed 12 people on Monday. Dozens were injured."},
    {"id": "courier", "text": "At least 40 people were killed by the blast in Karvo on Monday."},
    {"id": "echo", "text": "The blast in Karvo killed 12 people and injured 30. The mine stays shut."},
]
Rows = list[dict[str, Any]]


def claims_in(articles: Rows, rulebook: Rulebook = RULES) -> Rows:
    batch = pa.RecordBatch.from_pylist(articles, PAGES)
    return [row for found in claim_batches([batch], rulebook) for row in found.to_pylist()]


def compared(claims: Rows, articles: Rows, *, everything: bool = True) -> Rows:
    rows = compare_rows(
        Compared("karvo", "karvo"), claims, [dict(row) for row in articles], RULES, everything=everything
    )
    found: Rows = pa.Table.from_pylist(rows, FINDINGS).to_pylist()
    return found


def findings(rows: Rows) -> str:
    return "".join(f"{row['json']}\n" for row in rows if row["row"] == "finding")


def problems(rows: Rows) -> list[str]:
    return [row["message"] for row in rows if row["row"] == "problem"]


def expected(articles: Rows) -> str:
    return as_jsonl(
        check([read_article(row["text"], id=row["id"], event="karvo") for row in articles], RULES)
    )


CLAIMS = claims_in(ARTICLES)


@settings(deadline=None, max_examples=30)  # each example compares a whole dossier
@given(st.permutations(CLAIMS), st.permutations(ARTICLES))
def test_the_order_of_rows_changes_nothing(claims: Rows, articles: Rows) -> None:
    assert findings(compared(claims, articles)) == expected(ARTICLES)


def test_without_everything_only_disagreements_come() -> None:
    whole, brief = compared(CLAIMS, ARTICLES), compared(CLAIMS, ARTICLES, everything=False)

    assert {row["verdict"] for row in whole if row["row"] == "finding"} > {"conflict"}
    assert {row["verdict"] for row in brief} == {"conflict"}
    assert [row["json"] for row in brief] == [
        row["json"] for row in whole if row["row"] == "finding" and row["verdict"] == "conflict"
    ]


def test_one_article_twice_is_compared_once() -> None:
    twice = [*ARTICLES, ARTICLES[1]]

    rows = compared(claims_in(twice), twice)

    assert findings(rows) == expected(ARTICLES)
    assert problems(rows) == []


def test_two_articles_of_one_id_are_told_and_one_is_compared() -> None:
    articles = [*ARTICLES, {"id": "echo", "text": "In Karvo the blast killed 90 people, it is said."}]

    rows = compared(claims_in(articles), articles)

    assert problems(rows) == ["id 'echo' is used 2 times; one of them is compared"]
    assert findings(rows) in (expected(ARTICLES), expected([*ARTICLES[:2], articles[3]]))


def test_claims_of_another_text_or_by_other_rules_are_told_and_left_out() -> None:
    changed = [*ARTICLES[:2], {"id": "echo", "text": "The blast in Karvo killed nobody."}]
    by_others = claims_in(ARTICLES[1:2], RULES.select(["killed"]))
    claims = [*(row for row in CLAIMS if row["article"] != "courier"), *by_others]

    rows = compared(claims, changed)

    assert problems(rows) == [
        f"{name}: its claims are of another text or by other rules; it is left out"
        for name in ("courier", "echo")
    ]
    assert findings(rows) == expected(ARTICLES[:1])


def test_a_dossier_that_breaks_the_comparing_is_told_and_raises_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(comparing, "compared", broken)

    assert problems(compared(CLAIMS, ARTICLES)) == [
        "internal error: ZeroDivisionError: by zero; the dossier is left out"
    ]
