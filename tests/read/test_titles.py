from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.read.articles import read_article

TITLE = "Ferry runs aground off Port Nadir"


def printed(text: str, title: str = TITLE) -> list[str]:
    article = read_article(text, title=title)
    return [
        f"{block.section}: {article.words_of(block)}" + (" (title)" if block.in_title else "")
        for block in article.stories[0].blocks
    ]


def test_a_title_that_the_text_does_not_print_is_a_headline_of_its_own() -> None:
    assert printed("Twelve people died.") == [f"headline: {TITLE} (title)", "body: Twelve people died."]


@pytest.mark.parametrize(
    "line",
    [
        TITLE,
        TITLE.upper(),
        f"{TITLE}.",
        "Ferry runs  aground off Port Nadir",
        "‘Ferry runs aground off Port Nadir’",
    ],
)
def test_a_title_that_the_text_prints_is_no_second_headline(line: str) -> None:
    assert printed(f"{line}\n\nTwelve people died.") == [f"headline: {line}", "body: Twelve people died."]


@pytest.mark.parametrize("tail", [" - Harbour TV", " | The Strait", " — KPNR 5", " - FOX5 Nadir - KPNR"])
def test_the_outlet_behind_a_title_need_not_be_printed(tail: str) -> None:
    assert printed(f"{TITLE}\n\nTwelve people died.", TITLE + tail) == [
        f"headline: {TITLE}",
        "body: Twelve people died.",
    ]


def test_a_page_flattened_to_one_line_is_cut_at_its_title() -> None:
    text = f"Sunday 2 March 2031 {TITLE} . Twelve people died when the ferry ran onto rocks."

    assert printed(text) == [
        "boilerplate: Sunday 2 March 2031",
        f"headline: {TITLE} .",
        "body: Twelve people died when the ferry ran onto rocks.",
    ]


def test_a_date_line_glued_to_the_headline_is_cut_off_and_read() -> None:
    article = read_article(f"{TITLE} Posted: Sunday, March 2, 2031 1:50 PM EST\n\nTwelve died.", title=TITLE)

    assert [str(block.section) for block in article.stories[0].blocks] == ["headline", "boilerplate", "body"]
    assert str(article.published) == "2031-03-02"


@pytest.mark.parametrize(
    "text",
    [
        "Ferry runs aground off Port Nadir on Sunday, killing twelve people.",
        "Ferry runs aground off Port Nadirs rocks.",
        "Witnesses say that Ferry runs aground off Port Nadir is a song.",
    ],
)
def test_a_sentence_that_begins_like_the_title_stays_whole(text: str) -> None:
    assert printed(text) == [f"headline: {TITLE} (title)", f"body: {text}"]


def test_space_around_a_title_is_no_part_of_its_block() -> None:
    assert printed("Twelve died.", f"  {TITLE}\n")[0] == f"headline: {TITLE} (title)"


@pytest.mark.parametrize("title", ["", "  ", "\n"])
def test_an_empty_title_is_none(title: str) -> None:
    assert printed("Twelve died.", title) == ["body: Twelve died."]


def test_an_article_may_have_nothing_but_a_title() -> None:
    assert printed("") == [f"headline: {TITLE} (title)"]


# Any title over any text, and titles that stand somewhere in the first line.
TITLED = st.tuples(st.text(max_size=200), st.text(max_size=80)) | st.builds(
    lambda before, title, after: (before + title + after, title),
    st.text(max_size=20),
    st.sampled_from([TITLE, "A – “b” c", "x y"]),
    st.text(max_size=60),
)


@given(TITLED)
def test_blocks_are_in_order_apart_and_cover_the_text_under_any_title(titled: tuple[str, str]) -> None:
    text, title = titled
    article = read_article(text, title=title)

    end = 0
    for story in article.stories:
        for block in story.blocks:
            if block.in_title:
                assert article.words_of(block) == title.strip()
                continue
            assert end <= block.start < block.end <= len(article.text)
            assert not article.text[end : block.start].strip()
            end = block.end
    assert not article.text[end:].strip()
