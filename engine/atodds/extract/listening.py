"""Claims of the rules that count nobody: dates, lengths, sums and measures, ages, choices and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.extract.ages import ages
from atodds.extract.choices import choices
from atodds.extract.clause.claim import Place, Spot
from atodds.extract.clause.frame import Frame
from atodds.extract.dates import dates
from atodds.extract.durations import durations
from atodds.extract.ear import ears_of
from atodds.extract.measures import measures
from atodds.extract.names import names
from atodds.extract.sentences import pieces
from atodds.model.article import Section
from atodds.rulebook.rule import Kind, QuantityRule, Unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from atodds.extract.ear import Ear
    from atodds.extract.triggers import TriggerIndex
    from atodds.model.article import Article
    from atodds.model.claim import Claim
    from atodds.rulebook.book import Rulebook

_READERS: dict[Kind, Callable[[Spot, Ear], list[Claim]]] = {
    Kind.QUANTITY: measures,
    Kind.DATE: dates,
    Kind.DURATION: durations,
    Kind.CHOICE: choices,
    Kind.NAME: names,
}


def listen(article: Article, rulebook: Rulebook, index: TriggerIndex) -> list[Claim]:
    """
    Return the claims of an article for the rules of a rulebook that count neither people nor things.

    Set-aside claims are among them, with their reason. Each sentence in which a rule may hear something is
    taken apart once for all rules; boilerplate and repeated blocks are passed over.
    """
    ears = ears_of(rulebook)
    claims: list[Claim] = []
    if not ears:
        return claims
    for story in article.stories:
        for block in story.blocks:
            if block.section is Section.BOILERPLATE or block.repeated:
                continue
            text = article.title if block.in_title else article.text
            if not ears.hear(text[block.start : block.end].lower()):
                continue
            for start, end in pieces(text, block.start, block.end):
                heard = ears.hear(text[start:end].lower())
                if heard:
                    spot = Spot(Frame(text, start, end, index), Place(article, story, block))
                    claims += [claim for ear in heard for claim in _read(spot, ear)]
    return claims


def _read(spot: Spot, ear: Ear) -> list[Claim]:
    rule = ear.rule
    if isinstance(rule, QuantityRule) and rule.find.unit is Unit.AGE:
        return ages(spot, ear)
    return _READERS[rule.kind](spot, ear)
