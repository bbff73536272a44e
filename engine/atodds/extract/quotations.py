"""Quotations as claims: what a quote rule compares, with the place it stands in."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from atodds.extract.quotes import find_quotes
from atodds.model.article import Article, Block, Section, Story
from atodds.model.claim import Claim, Evidence
from atodds.rulebook.rule import QuoteRule

if TYPE_CHECKING:
    from atodds.model.quote import Quote
    from atodds.rulebook.book import Rulebook


def quotations(article: Article, rulebook: Rulebook) -> list[Claim]:
    """
    Return every quote of an article that a quote rule asks for, one claim for each rule, in reading order.

    Quotes in boilerplate are none. A quote too short for its rule is set aside with that reason.
    """
    rules = [rule for rule in rulebook.rules if isinstance(rule, QuoteRule)]
    if not rules:
        return []
    places = [
        (block.start, story, block)
        for story in article.stories
        for block in story.blocks
        if not block.in_title
    ]
    places.sort(key=lambda place: place[0])
    starts = [start for start, _, _ in places]
    claims: list[Claim] = []
    for quote in find_quotes(article.text):
        at = bisect_right(starts, quote.span[0]) - 1
        if at < 0:
            continue
        _, story, block = places[at]
        if block.section is Section.BOILERPLATE or block.repeated:
            continue
        claims += [_claim(article, story, block, quote, rule) for rule in rules if _is_about(quote, rule)]
    return claims


def _is_about(quote: Quote, rule: QuoteRule) -> bool:
    words = quote.text.lower()
    speaker = quote.speaker.lower()
    about = not rule.find.about or any(word.lower() in words for word in rule.find.about)
    return about and (not rule.find.speakers or any(name.lower() in speaker for name in rule.find.speakers))


def _claim(article: Article, story: Story, block: Block, quote: Quote, rule: QuoteRule) -> Claim:
    short = len(quote.text.split()) < rule.find.min_words
    evidence = Evidence(
        article.id,
        story.index,
        block.section,
        block.paragraph,
        quote.span[0],
        quote.span[1],
        " ".join(quote.sentence.split()) or quote.text,
    )
    return Claim(
        rule.id,
        quote,
        evidence,
        source=quote.speaker,
        asserted=not short,
        reason="too short to compare" if short else "",
    )
