"""Claims: the evidence, place and source that a figure is bound to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atodds.extract.claims import figures
from atodds.model.article import Article, Block, Section, Story

if TYPE_CHECKING:
    from tests.extract.conftest import Reads

    from atodds.rulebook.book import Rulebook


def test_the_evidence_holds_figure_and_trigger(book: Rulebook) -> None:
    """Offsets point into the article's own text, white space and all."""
    text = "Rain fell.\r\n\r\n\tAt  least 12\nfarmers\u00a0were killed. It stopped."
    start = text.index("\tAt")
    article = Article("report", text, stories=(Story(0, (Block(Section.BODY, start, len(text), 1),)),))
    (claim,) = figures(article, book)

    assert claim.evidence.start is not None
    assert article.text[claim.evidence.start : claim.evidence.end].split() == [
        *("At", "least", "12", "farmers", "were", "killed")
    ]
    assert article.text[slice(*claim_span(claim.value))] == "At  least 12"
    assert claim.evidence.sentence == "At least 12 farmers were killed."


def claim_span(value: object) -> tuple[int, int]:
    span: tuple[int, int] = getattr(value, "span")  # noqa: B009 - the value of a figure has one
    return span


def test_a_claim_of_a_separate_title_has_no_offsets(book: Rulebook) -> None:
    """The title stands in no text, so that nothing can point there."""
    title = "Twelve farmers killed in landslide"
    block = Block(Section.HEADLINE, 0, len(title), in_title=True)
    (claim,) = figures(Article("report", "", title=title, stories=(Story(0, (block,)),)), book)

    assert (claim.evidence.start, claim.evidence.end, claim.evidence.place) == (None, None, "headline")


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Twelve people were killed in Harar.", "Harar"),
        ("Twelve people were killed in central Harar on Monday.", "Harar"),
        ("Twelve people were killed on Monday.", ""),
        ("Twelve people were killed by a driver who had lived in Harar.", ""),
        ("TWELVE PEOPLE WERE KILLED IN HARAR.", ""),
    ],
)
def test_the_place_is_the_first_one_named_behind_the_figure(reads: Reads, sentence: str, place: str) -> None:
    """In capitals no name can be told from a noun."""
    (claim,) = reads(sentence, rule="killed")

    assert claim.place == place


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Twelve people were killed, according to the Harbour Office.", "the Harbour Office"),
        ("The Harbour Office said twelve people were killed.", "The Harbour Office"),
        ("Twelve people were killed.", ""),
    ],
)
def test_the_source_is_whom_the_sentence_credits(reads: Reads, sentence: str, source: str) -> None:
    (claim,) = reads(sentence, rule="killed")

    assert claim.source == source


def test_in_one_place_alone_is_a_part(reads: Reads) -> None:
    (claim,) = reads("In Harar alone, 12 people were killed.", rule="killed")

    assert (claim.part, claim.reason) == ("part", "in one place alone")
