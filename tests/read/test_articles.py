from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import atodds
from atodds.errors import InputError
from atodds.read.articles import read_article, read_articles

if TYPE_CHECKING:
    from pathlib import Path

    from atodds.model.article import Article


def test_a_text_file_is_an_article_with_nothing_taken_from_it_but_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf\r\n  Ferry aground\r\n\r\nTwelve died.\0\r\n")

    [article] = read_articles(path)

    assert article.text == "\r\n  Ferry aground\r\n\r\nTwelve died.\0\r\n"
    assert [article.words_of(block) for block in article.stories[0].blocks] == [
        "Ferry aground",
        "Twelve died.\0",
    ]
    assert (article.id, article.event, article.path) == ("a.txt", tmp_path.name, path.as_posix())


def test_articles_come_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "a", "text": "Twelve died."}\n', encoding="utf-8")
    articles = read_articles([path])

    assert next(articles).id == "a"


def test_without_a_listener_a_problem_is_a_warning_and_reading_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").write_text("Twelve died.", encoding="utf-8")

    with pytest.warns(UserWarning, match=r"a\.txt: is empty"):
        articles = list(read_articles(tmp_path))

    assert [article.id for article in articles] == ["b.txt"]


def test_a_problem_that_leaves_nothing_is_told_once(tmp_path: Path) -> None:
    told: list[str] = []

    with pytest.raises(InputError, match=r"missing\.txt: no such file or folder"):
        list(read_articles(tmp_path / "missing.txt", on_problem=lambda problem: told.append(problem.path)))

    assert told == []


def test_problems_are_told_in_their_order_whatever_else_there_is(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text("A ferry sank.")
    paths = [tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "ferry.txt"]
    told: list[str] = []

    articles = list(read_articles(paths, on_problem=lambda problem: told.append(problem.path)))

    assert told == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert len(articles) == 1


def test_one_id_may_be_used_in_two_events(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"id": 1, "text": "A.", "event": "x"}\n{"id": 1, "text": "A.", "event": "y"}\n', encoding="utf-8"
    )

    assert [article.event for article in read_articles(path)] == ["x", "y"]


def test_reading_is_part_of_the_public_face() -> None:
    assert atodds.read_articles is read_articles
    assert atodds.read_article is read_article


def test_a_text_without_words_has_no_story() -> None:
    assert read_article(" \n ").stories == ()


@pytest.mark.parametrize(
    "text",
    [
        "a" * 5_000_000,
        "Twelve died. " * 200_000,
        "Twelve died.\n" * 60_000,
        "A heading\n" * 60_000,
        "\n" * 1_000_000,
        "." * 1_000_000,
        "(" * 200_000 + "\n" + "A/" * 200_000,
        ("a short wrapped line that is nearly as long as all the others are here now\n" * 30_000),
    ],
    ids=["letters", "sentences", "lines", "headings", "gaps", "stops", "brackets", "wrapped"],
)
def test_large_texts_of_one_kind_are_read(text: str) -> None:
    """Work that grew with the square of the text would not end here."""
    article = read_article(text, title="A title of some words")

    assert article.text == text


@pytest.mark.parametrize(
    "title", ["a" + " " * 300_000 + "b", "A - B " * 60_000, "x" * 500_000, "- " * 200_000]
)
def test_large_titles_over_many_headings_are_read(title: str) -> None:
    text = "\n".join(f"Heading number {count} of many" for count in range(10_000))

    assert read_article(text, title=title).title == title


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(raw=st.binary(max_size=400), name=st.sampled_from(["a.txt", "a.jsonl", "a.csv", "a.tsv", "a.md"]))
def test_any_bytes_are_articles_or_one_clear_line(tmp_path: Path, raw: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    told: list[str] = []

    articles: list[Article] = []
    try:
        articles += read_articles(path, on_problem=lambda problem: told.append(problem.message))
    except InputError as error:
        told.append(str(error))

    assert articles or told
    assert all(message.splitlines() == [message] for message in told)
    for article in articles:
        article.text.encode()
        assert article.stories


# Rows that nearly are one: any cell in any column.
CELLS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.lists(st.text())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cells=st.dictionaries(st.sampled_from(["id", "text", "title", "published", "event", "outlet"]), CELLS))
def test_any_row_is_an_article_or_one_clear_line(tmp_path: Path, cells: dict[str, object]) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(cells) + "\n" + '{"id": "last", "text": "Twelve died."}\n', encoding="utf-8")
    told: list[str] = []

    articles = list(read_articles(path, on_problem=lambda problem: told.append(problem.message)))

    assert len(articles) == 2 or told
    assert all(message.splitlines() == [message] for message in told)
