from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atodds.read.articles import read_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from atodds.model.article import Article

    Read = Callable[[str], Article]
    Outline = Callable[..., list[str]]

BODY = (
    "The ferry Anemone ran aground off Port Nadir on Sunday with 212 people on board, the coast guard said.",
    "At least 12 people were missing by nightfall, and the search was broken off because of the storm.",
    "The captain is being questioned by the harbour police, who have also taken the log of the ship.",
)


def test_a_second_report_with_its_own_headline_caption_and_counter_is_a_story(
    page: Read, outline: Outline
) -> None:
    article = page("two-ferries")

    assert [len(story.blocks) for story in article.stories] == [11, 10]
    assert outline(article, story=1) == [
        "headline Roof of Covered",
        "caption A market hall",
        "caption again A market hall",
        "boilerplate TT",
        "boilerplate 20",
        "headline again Roof of Covered",
        "caption again A market hall",
        "caption again A market hall",
        "body Nine stallholders died",
        "body Around 30 others",
    ]


def test_each_story_counts_its_own_paragraphs(page: Read) -> None:
    counts = [
        [block.paragraph for block in story.blocks if block.paragraph]
        for story in page("two-ferries").stories
    ]

    assert counts == [[1, 2, 3], [1, 2]]


@pytest.mark.parametrize(
    ("stem", "first_words"),
    [("dated-stories", "Bus drivers in Ostrava Minor"), ("signed-stories", "Market roof falls in")],
)
def test_a_heading_over_a_date_line_or_an_agency_signature_begins_a_story(
    page: Read, stem: str, first_words: str
) -> None:
    article = page(stem)

    assert len(article.stories) == 2
    assert article.words_of(article.stories[1].blocks[0]).startswith(first_words)


ONE_STORY = {
    "a subhead": [*BODY[:2], "Captain in custody", BODY[2]],
    "a link printed twice in a row": [*BODY[:2], "Market roof falls in", "Market roof falls in", BODY[2]],
    "a gap": [*BODY[:2], "\n\n\n", "Captain in custody", BODY[2]],
    "a label": [*BODY, "More news", "Market roof falls in", "Bus drivers end strike"],
    "the headline again": ["Ferry aground", "TT", *BODY, "Ferry aground", "TT", BODY[2] + " So they say."],
    "summary and caption above the headline": [
        BODY[0],
        BODY[1],
        "Ferry aground off Port Nadir",
        "Posted: Sunday, March 2, 2031",
        BODY[2],
    ],
    "a heading over a link": [
        *BODY,
        "Captain in custody",
        "Read more: Ferry aground",
        BODY[2] + " So it is.",
    ],
    "a heading over a picture": [
        *BODY,
        "Captain in custody",
        "The pier. EPA/JON HOLL",
        BODY[2] + " So it is.",
    ],
    "an update of the same page": [*BODY, "UPDATE", "Updated: March 4, 2031, 6:15 PM"],
    "readers' comments": [*BODY, "Leave a comment", "So sad", "Posted: March 3, 2031", BODY[0] + " Really?"],
    "counters at the foot": ["Ferry aground", "TT", "20", *BODY, "TT", "20", "Market roof falls in"],
}


@pytest.mark.parametrize("lines", ONE_STORY.values(), ids=ONE_STORY.keys())
def test_weaker_signs_do_not_divide_a_page(lines: list[str]) -> None:
    assert len(read_article("\n\n".join(lines)).stories) == 1


def test_a_page_can_hold_three_stories() -> None:
    reports = [
        "\n\n".join(
            [
                f"Report number {count} from the strait",
                "TT",
                *(f"{words} ({count}, he said)." for words in BODY),
            ]
        )
        for count in ("one", "two", "three")
    ]

    assert len(read_article("\n\n".join(reports)).stories) == 3
