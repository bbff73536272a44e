"""Events found in sketches, as rows in any order, are those that `check` finds in the articles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compare.pile.conftest import HAPPENINGS, MONDAY, PAGE
from tests.store.test_comparing import RULES, claims_in, findings

from atodds.check import check
from atodds.compare.pile.parts import parts_of
from atodds.model.article import Dossier
from atodds.read.articles import read_article
from atodds.report.json_lines import as_jsonl
from atodds.store.comparing import Compared, compare_rows
from atodds.store.pile import SKETCHES, events_in, sketch_batches
from atodds.store.schema import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atodds.model.article import Article

Rows = list[dict[str, Any]]

ARTICLES = [
    read_article(text, id=f"{number}-{happening}", published=MONDAY, event="archive")
    for happening, texts in HAPPENINGS.items()
    for number, text in enumerate(texts)
]
TWO_EVENTS = read_article(PAGE, id="page", published=MONDAY, event="archive")


def page_rows(articles: Iterable[Article]) -> Rows:
    return [
        {"id": one.id, "text": one.text, "published": one.published, "event": one.event} for one in articles
    ]


def sketched(articles: Iterable[Article]) -> Rows:
    batch = pa.RecordBatch.from_pylist(page_rows(articles), PAGES)
    return [row for found in sketch_batches([batch]) for row in found.to_pylist()]


def found(rows: Rows) -> dict[tuple[str, int | None], str]:
    events = events_in("archive", pa.Table.from_pylist(rows, SKETCHES)).to_pylist()
    assert {row["dossier"] for row in events} == {"archive"}
    return {(row["article"], row["story"]): row["event"] for row in events}


def expected(articles: Iterable[Article]) -> dict[tuple[str, int | None], str]:
    whole = Dossier("archive", tuple(articles))
    return {
        (article.id, story): part.id
        for part, _ in parts_of(whole, [])
        for article in part.articles
        for story in ([one.index for one in article.stories] if article.stories else [None])
    }


SKETCHED = sketched([*ARTICLES, TWO_EVENTS])


@settings(deadline=None, max_examples=20)  # each example looks for all events
@given(st.permutations(SKETCHED))
def test_the_order_of_rows_changes_nothing(rows: Rows) -> None:
    events = found(rows)

    assert events == expected([*ARTICLES, TWO_EVENTS])
    assert (events["page", 0], events["page", 1]) == (events["1-ferry", 0], events["1-tunnel", 0])
    assert len(set(events.values())) == len(HAPPENINGS)


def test_stories_of_a_dossier_that_is_no_pile_keep_its_name() -> None:
    few = ARTICLES[::2]

    assert found(sketched(few)) == expected(few) == dict.fromkeys(((one.id, 0) for one in few), "archive")


def test_an_article_without_a_story_is_an_event_of_its_own() -> None:
    (row,) = [{**row, "article": "blank", "story": None} for row in SKETCHED if row["article"] == "1-ferry"]
    blank = replace(ARTICLES[0], id="blank", stories=())

    assert found([*SKETCHED, row]) == expected([*ARTICLES, TWO_EVENTS, blank])


def test_an_article_twice_counts_once() -> None:
    assert found([*SKETCHED, *SKETCHED[3:]]) == found(SKETCHED)


def test_of_two_texts_under_one_id_the_events_are_those_of_the_one_that_is_compared() -> None:
    other = read_article(HAPPENINGS["tunnel"][0], id="page", published=MONDAY, event="archive")
    pair = [TWO_EVENTS, other]
    rows = page_rows(pair)
    told = findings(
        compare_rows(Compared("archive", "archive"), claims_in(rows), rows, RULES, everything=True)
    )

    (compared,) = [one for one in pair if told == as_jsonl(check([one]))]
    assert found(sketched([*ARTICLES, *pair])) == expected([*ARTICLES, compared])
