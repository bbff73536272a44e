from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atodds.model.article import Section
from atodds.read.articles import read_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from atodds.model.article import Article

    Read = Callable[[str], Article]
    Outline = Callable[..., list[str]]


def sections_of(text: str, title: str = "") -> list[tuple[Section, bool]]:
    blocks = read_article(text, title=title).stories[0].blocks
    return [(block.section, block.repeated) for block in blocks if not block.in_title]


HEADLINE = (Section.HEADLINE, False)
BODY = (Section.BODY, False)
RELATED = (Section.RELATED, False)
BOILERPLATE = (Section.BOILERPLATE, False)


def test_a_page_is_told_apart_from_its_furniture(page: Read, outline: Outline) -> None:
    assert outline(page("one-report")) == [
        "headline Port Nadir ferry",
        "headline The ship was",
        "caption The ferry Anemone",
        "boilerplate Powered by automated",
        "body The ferry that",
        "body “Three faults were",
        "body Divers go down",
        "body More than 40",
        "related Ferry disaster leaves",
        "related again Ferry disaster leaves",
        "body The owner of",
        "body The search will",
        "boilerplate Updated: March 4,",
    ]


def test_a_tweet_is_body_and_its_signature_is_not(page: Read, outline: Outline) -> None:
    assert outline(page("single-breaks"))[3:5] == ["body No word yet", "boilerplate — Port of"]


def test_headings_under_a_label_are_links_until_the_report_goes_on(page: Read, outline: Outline) -> None:
    assert outline(page("comments"))[5:9] == [
        "boilerplate Related stories:",
        "related Ferry had passed",
        "related Divers find the",
        "body The trial is",
    ]


def test_what_readers_write_is_no_part_of_the_report(page: Read, outline: Outline) -> None:
    assert outline(page("comments"))[9:] == [
        "boilerplate Reader comments",
        "boilerplate Posted: Friday, March",
        "boilerplate My cousin was",
    ]


def test_body_paragraphs_are_counted_from_one_and_other_blocks_have_no_number(page: Read) -> None:
    blocks = page("one-report").stories[0].blocks

    assert [block.paragraph for block in blocks] == [0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 5, 6, 0]


def test_the_headline_printed_again_without_its_kicker_says_nothing_new() -> None:
    text = "Storm: Ferry captain knew of it all\n\nFerry captain knew of it all\n\nHe was told twice."

    assert sections_of(text) == [HEADLINE, (Section.HEADLINE, True), BODY]


def test_a_paragraph_printed_twice_is_repeated_the_second_time() -> None:
    text = "Twelve are missing.\n\nSixty were hurt.\n\nTwelve are missing."

    assert sections_of(text) == [BODY, BODY, (Section.BODY, True)]


def test_a_first_paragraph_printed_twice_is_a_summary_and_no_caption() -> None:
    text = (
        "Ferry aground\n\nTwelve people are missing.\n\nTwelve people are missing.\n\nThe captain was warned."
    )

    assert sections_of(text) == [HEADLINE, BODY, (Section.BODY, True), BODY]


def test_a_caption_without_credit_is_known_by_the_counter_under_its_twin() -> None:
    text = "Ferry aground\nThe pier on Monday.\nThe pier on Monday.\nTT\n20\nTwelve people are missing."

    assert sections_of(text)[1:3] == [(Section.CAPTION, False), (Section.CAPTION, True)]


@pytest.mark.parametrize("words", ["Twelve people are missing.", "12 missing after ferry accident"])
def test_a_lone_paragraph_is_body(words: str) -> None:
    assert sections_of(words) == [BODY]


def test_a_lone_paragraph_that_is_the_title_is_headline() -> None:
    words = "12 missing after ferry accident"

    assert sections_of(words, title=words) == [HEADLINE]


def test_a_text_without_full_stops_has_one_headline_and_a_body() -> None:
    assert sections_of("Ferry aground\n12 people missing\n60 people hurt") == [HEADLINE, BODY, BODY]


def test_a_list_of_headings_at_the_foot_of_a_page_is_links() -> None:
    report = "\n\n".join(f"Sentence number {count} of the report." for count in range(5))
    foot = "Market roof falls in\n\nBus drivers end strike\n\nStorm closes strait"

    assert sections_of(f"{report}\n\n{foot}") == [*[BODY] * 5, *[RELATED] * 3]


def test_a_list_inside_a_report_is_body() -> None:
    text = "The dead are.\nMara Ilves, 34\nJon Holl, 51\nPeer Lund, 47\nThe search goes on.\nTill Friday."

    assert sections_of(text) == [BODY] * 6


@pytest.mark.parametrize(
    "line",
    [
        "UPDATE: Twelve people are missing.",
        "Updated figures put the missing at 12.",
        "Video showed 12 people.",
    ],
)
def test_a_report_that_begins_like_furniture_is_still_the_report(line: str) -> None:
    assert sections_of(f"{line}\n\nThe search goes on.") == [BODY, BODY]


@pytest.mark.parametrize(
    "line",
    ["By Ilse Marren", "By Ilse Marren and Jon Holl, The Strait", "BY JON HOLL", ".", "* * *", "______"],
)
def test_bylines_and_rules_are_boilerplate(line: str) -> None:
    assert sections_of(f"Ferry aground\n{line}\nTwelve people are missing.") == [HEADLINE, BOILERPLATE, BODY]


LABELLED = {
    "READ MORE: Captain to be charged": RELATED,
    "See: the captain was drunk, and 12 people paid for it.": BODY,
    "Photo: Jon Holl": (Section.CAPTION, False),
    "More from the strait": RELATED,
}


@pytest.mark.parametrize(("line", "section"), LABELLED.items())
def test_a_label_speaks_for_the_words_behind_it(line: str, section: tuple[Section, bool]) -> None:
    assert sections_of(f"Twelve people are missing.\n\n{line}\n\nSixty were hurt.") == [BODY, section, BODY]


def test_a_label_above_the_headline_makes_no_link_of_it() -> None:
    assert sections_of("Related\nFerry aground\nTwelve people are missing.") == [BOILERPLATE, HEADLINE, BODY]


def test_a_summary_printed_twice_under_the_headline_is_said_once() -> None:
    text = "Ferry aground\nNo word from the bridge\nNo word from the bridge"

    assert sections_of(text) == [HEADLINE, BODY, (Section.BODY, True)]
