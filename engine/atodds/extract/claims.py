"""Claims: from a story to every figure it gives for what the rules ask, set-aside ones with their reason."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from atodds.extract.clause.claim import Place, Spot
from atodds.extract.clause.drafts import sentence_drafts
from atodds.extract.clause.frame import Frame
from atodds.extract.gate import Gate
from atodds.extract.listening import listen
from atodds.extract.quotations import quotations
from atodds.extract.sentences import pieces
from atodds.extract.story.settle import settle
from atodds.extract.triggers import TriggerIndex
from atodds.model.article import Article, Section, Story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atodds.extract.story.draft import Draft
    from atodds.model.claim import Claim
    from atodds.rulebook.book import Rulebook


@lru_cache(maxsize=8)
def trigger_index(rulebook: Rulebook) -> TriggerIndex:
    """Return the index of a rulebook's triggers, built once per process."""
    return TriggerIndex(rulebook.rules)


@lru_cache(maxsize=8)
def _gate(index: TriggerIndex) -> Gate:
    return Gate(index.by_word)


def claims_of(article: Article, rulebook: Rulebook) -> list[Claim]:
    """Return every claim of an article for every kind of rule, set-aside ones with their reason."""
    heard = listen(article, rulebook, trigger_index(rulebook))
    return [*figures(article, rulebook), *heard, *quotations(article, rulebook)]


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
    gate = _gate(index)
    for block in story.blocks:
        if block.section is Section.BOILERPLATE or block.repeated:
            continue
        text = article.title if block.in_title else article.text
        if not index.stands_in(text[block.start : block.end].lower()):
            continue
        before: list[Draft] = []
        for start, end in pieces(text, block.start, block.end):
            # A sentence without a trigger can only go on from the one before: "Nearly 8,000 were."
            if not (before or gate.opens(text[start:end].lower())):
                continue
            found = sentence_drafts(
                Spot(Frame(text, start, end, index), Place(article, story, block)), before
            )
            yield from found
            before = found or before
