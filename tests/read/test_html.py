"""Web pages: the report, its head's data, captions told apart, offsets into the extracted text."""

from __future__ import annotations

import warnings
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atodds.check import find_claims
from atodds.errors import InputError
from atodds.model.article import Article, Section
from atodds.read.articles import read_articles
from atodds.read.html import decode_page, read_page

if TYPE_CHECKING:
    from collections.abc import Callable

FERRY = Path(__file__).parents[2] / "fixtures" / "inputs" / "ferry.html"
CAPTION = "The ferry Santa Rosa on Monday; 40 people were on board. Photo: Jane Roe"


@pytest.fixture(scope="module")
def ferry() -> Article:
    [article] = read_articles(FERRY)
    return article


def words(article: Article, section: Section) -> list[str]:
    return [article.words_of(b) for story in article.stories for b in story.blocks if b.section is section]


def test_the_head_of_a_page_gives_title_outlet_day_and_address(ferry: Article) -> None:
    assert (ferry.title, ferry.outlet, ferry.published, ferry.url) == (
        "Ferry runs aground off Port Nadir",
        "The Harbour Herald",
        date(2031, 3, 2),
        "https://herald.example/ferry",
    )
    assert (ferry.id, ferry.event) == ("ferry.html", "inputs")


def test_a_caption_is_told_from_the_report_and_stands_below_it(ferry: Article) -> None:
    assert words(ferry, Section.HEADLINE) == ["Ferry runs aground off Port Nadir"]
    assert words(ferry, Section.CAPTION) == [CAPTION]
    assert ferry.text.endswith(f"\n{CAPTION}")
    assert words(ferry, Section.BODY)[0].startswith("At least 12 people were killed")


@pytest.mark.parametrize("left_out", ["Home", "Storm kills 7", "99 dead", "Contact us", "Related"])
def test_navigation_links_comments_and_footer_are_left_out(ferry: Article, left_out: str) -> None:
    assert left_out not in ferry.text


def test_offsets_of_claims_point_into_the_extracted_text(ferry: Article) -> None:
    evidence = [claim.evidence for claim in find_claims(ferry.text) if claim.rule == "killed"]

    assert evidence
    assert any(ferry.text[one.start : one.end].startswith("At least 12") for one in evidence)


def test_a_page_of_two_short_paragraphs_keeps_them_apart() -> None:
    page = (
        b"<html><body><article><h1>Mine closed</h1>"
        b"<p>The mine of Karvo was closed after a fire killed four.</p>"
        b"<figure><figcaption>The gate</figcaption></figure><p>No date was set for its opening.</p></article>"
    )

    assert read_page(page).text.splitlines() == [
        "Mine closed",
        "The mine of Karvo was closed after a fire killed four.",
        "No date was set for its opening.",
        "The gate",
    ]


@pytest.mark.parametrize(
    ("head", "raw"),
    [
        ('<meta charset="windows-1252">', "Fähre – “12”".encode("cp1252")),
        ("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>", "“12”".encode("cp1252")),
        ('<meta charset="windows-1251">', "двенадцать".encode("cp1251")),
        ('<meta charset="windows-1252">', "“12” – in truth UTF-8".encode()),
        ('<meta charset="no-such-code">', "“12”".encode()),
        ("", "Fähre".encode("utf-16")),
    ],
)
def test_a_page_is_decoded_as_it_says_unless_its_bytes_belie_that(head: str, raw: bytes) -> None:
    if raw.startswith(b"\xff\xfe"):
        assert decode_page(raw) == "Fähre"
    else:
        assert decode_page(head.encode() + raw).endswith(("“12”", "двенадцать", "in truth UTF-8"))


def test_a_page_without_a_report_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<html><head><title>x</title></head><body></body></html>", encoding="utf-8"
    )
    (tmp_path / "b.html").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "c.html").write_bytes(FERRY.read_bytes())
    told: list[str] = []

    articles = list(read_articles(tmp_path, on_problem=lambda problem: told.append(problem.message)))

    assert [article.id for article in articles] == ["c.html"]
    assert told == [
        "holds no report that can be told from the rest of the page",
        "is a PNG picture, not text",
    ]


@pytest.mark.usefixtures("without_extras")
def test_a_page_without_its_extra_is_one_line_that_names_it() -> None:
    with pytest.raises(InputError, match=r"ferry\.html: \.html files need the extra atodds\[html\]"):
        list(read_articles(FERRY, on_problem=lambda _: None))


PIECES = [
    "<p>",
    "</p>",
    "<div>",
    "<figcaption>",
    "<meta charset=",
    "<!--",
    "12 died.",
    "\0",
    "&#0;",
    "<table><td>",
    "é",
]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=30).map("".join))
def test_no_page_breaks_reading(page: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            found = read_page(page.encode("utf-8", "surrogatepass"))
        except InputError:
            return
        assert found.text.strip()


def test_a_page_nested_ten_thousand_deep_breaks_nothing() -> None:
    page = b"<div>" * 10_000 + b"<p>Twelve people died in the fire of the mine.</p>"

    with pytest.raises(InputError, match="is no HTML page that can be read"):
        read_page(page)


def test_reading_a_page_is_the_same_twice(outline: Callable[..., list[str]]) -> None:
    [one], [two] = list(read_articles(FERRY)), list(read_articles(FERRY))

    assert outline(one) == outline(two)
    assert one == two
