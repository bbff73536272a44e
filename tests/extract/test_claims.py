"""All claims of an article: which sections speak, laws that hold of any text, and texts meant to hurt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import atodds
from atodds.extract.claims import claims_of, figures
from atodds.model.article import Article, Block, Section, Story
from atodds.model.quantity import Quantity
from atodds.rulebook.load import load_rulebook

if TYPE_CHECKING:
    from atodds.rulebook.book import Rulebook

BOOK = load_rulebook()
SENTENCE = "Twelve people were killed."
MEGABYTE = 1_000_000

WORDS = [
    *("12", "1,200", "dozens", "at least", "no", "two", "another", "others", "of them", "the", "a"),
    *("people", "soldiers", "Hondurans", "a doctor", "his wife", "Ana Ruiz", "dead", "missing", "in custody"),
    *("killed", "were killed", "shot", "and wounded", "died", "arrested", "taken", "hostage", "death toll"),
    *("including", "among", "may", "denied that", "if", "who", "which", "after", "since 2011", "in 1987"),
    *("in Harar", "alone", "said", ",", ";", ".", "(", ")", '"', "“", "”", "--", "\n\n", ":", "UN", "to"),
]
PHRASES = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
TEXTS = st.text() | PHRASES


def holding(section: Section, *, repeated: bool = False) -> Article:
    block = Block(section, 0, len(SENTENCE), repeated=repeated)
    return Article("report", SENTENCE, stories=(Story(0, (block,)),))


@pytest.mark.parametrize("section", [Section.HEADLINE, Section.CAPTION, Section.BODY, Section.RELATED])
def test_every_readable_section_speaks(book: Rulebook, section: Section) -> None:
    (claim,) = figures(holding(section), book)

    assert claim.evidence.section is section


def test_boilerplate_and_repeated_blocks_are_silent(book: Rulebook) -> None:
    assert figures(holding(Section.BOILERPLATE), book) == []
    assert figures(holding(Section.BODY, repeated=True), book) == []


def test_each_story_settles_its_own_figures(book: Rulebook) -> None:
    """The nine of a second report are no part of the 31 of the first."""
    first, second = "31 people were killed.", "Nine people were killed."
    text = first + second
    stories = (
        Story(0, (Block(Section.BODY, 0, len(first), 1),)),
        Story(1, (Block(Section.BODY, len(first), len(text), 5),)),
    )

    claims = figures(Article("report", text, stories=stories), book)
    assert [(claim.evidence.story, claim.words, claim.part) for claim in claims] == [
        (0, "31", "total"),
        (1, "Nine", "total"),
    ]


@given(TEXTS)
@settings(deadline=None)
def test_no_text_raises_and_every_claim_points_into_its_text(text: str) -> None:
    article = atodds.read_article(text)
    for claim in claims_of(article, BOOK):
        start, end = claim.evidence.start, claim.evidence.end
        assert start is not None
        assert end is not None
        assert 0 <= start < end <= len(article.text)
        if isinstance(claim.value, Quantity):
            first, last = claim.value.span
            assert article.text[start:end].strip()
            assert article.text[first:last].strip()


@given(PHRASES)
@settings(max_examples=50, deadline=None)
def test_the_order_of_rules_never_matters(text: str) -> None:
    """Nor does a rule find more or less when it is alone."""
    article = atodds.read_article(text)
    together = claims_of(article, BOOK)

    backwards = claims_of(article, type(BOOK)(tuple(reversed(BOOK.rules))))
    assert sorted(map(repr, together)) == sorted(map(repr, backwards))
    alone = claims_of(article, BOOK.select(["detained"]))
    assert alone == [claim for claim in together if claim.rule == "detained"]


@given(PHRASES)
@settings(max_examples=50, deadline=None)
def test_reading_twice_finds_the_same(text: str) -> None:
    assert atodds.find_claims(text, BOOK) == atodds.find_claims(text, BOOK)


@pytest.mark.parametrize(
    "unit", ["7", ",", "1,", '"', "“", "(", "\n", "12 ", "and ", "no one ", "one of them "]
)
def test_a_megabyte_that_says_nothing_finds_nothing(unit: str) -> None:
    article = atodds.read_article(unit * (MEGABYTE // len(unit)))

    assert figures(article, BOOK) == []


@pytest.mark.parametrize(
    "unit",
    [
        "12 killed ",
        "12 people were killed, ",
        "12 killed and 30 wounded, including nine children, ",
        "a soldier said two of them died and ",
        "The death toll rose to 12. ",
    ],
)
def test_a_page_of_nothing_but_tolls_is_read_to_its_end(unit: str) -> None:
    """No sentence ends, or none differs: the last claim stands in the last piece all the same."""
    text = unit * (20_000 // len(unit))
    claims = figures(atodds.read_article(text), BOOK)

    assert max(claim.evidence.end or 0 for claim in claims) > len(text) - 5_000
