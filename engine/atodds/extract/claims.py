"""Claims: from a story to every figure it gives for what the rules ask, set-aside ones with their reason."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from atodds.extract.clause.claim import Place, Spot
from atodds.extract.clause.drafts import sentence_drafts
from atodds.extract.clause.frame import Frame
from atodds.extract.quotations import quotations
from atodds.extract.sentences import split
from atodds.extract.story.settle import settle
from atodds.extract.triggers import TriggerIndex
from atodds.model.article import Article, Section, Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from atodds.extract.story.draft import Draft
    from atodds.model.claim import Claim
    from atodds.rulebook.book import Rulebook


_LONGEST_SENTENCE = 4_000  # characters; what is longer is no sentence, and is read in pieces in linear time


def _pieces(text: str, sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Cut what a page without full stops calls a sentence at white space."""
    for start, end in sentences:
        at = start
        while end - at > _LONGEST_SENTENCE:
            cut = text.rfind(" ", at + 1, at + _LONGEST_SENTENCE)
            cut = at + _LONGEST_SENTENCE if cut < 0 else cut
            yield at, cut
            at = cut
        yield at, end


@lru_cache(maxsize=8)
def trigger_index(rulebook: Rulebook) -> TriggerIndex:
    """Return the index of a rulebook's triggers, built once per process."""
    return TriggerIndex(rulebook.rules)


def claims_of(article: Article, rulebook: Rulebook) -> list[Claim]:
    """Return every claim of an article for every kind of rule, set-aside ones with their reason."""
    return [*figures(article, rulebook), *quotations(article, rulebook)]


def figures(article: Article, rulebook: Rulebook) -> list[Claim]:
    """
    Return every figure that an article gives for a quantity rule, in reading order.

    Set-aside figures are among them, with their reason. Boilerplate and blocks that repeat an earlier one
    are passed over.
    """
    index = trigger_index(rulebook)
    claims: list[Claim] = []
    for story in article.stories:
        claims += settle(list(_of_story(article, story, index)), index.or_else)
    return claims


def _of_story(article: Article, story: Story, index: TriggerIndex) -> Iterator[Draft]:
    for block in story.blocks:
        if block.section is Section.BOILERPLATE or block.repeated:
            continue
        text = article.title if block.in_title else article.text
        if not index.stands_in(text[block.start : block.end].lower()):
            continue
        before: list[Draft] = []
        for start, end in _pieces(text, split(text, block.start, block.end)):
            found = sentence_drafts(
                Spot(Frame(text, start, end, index), Place(article, story, block)), before
            )
            yield from found
            before = found or before
