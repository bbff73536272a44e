"""Claims: from an article to everything it says that the rules ask for, set-aside ones with their reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.extract.clause.claim import Place, Spot
from atodds.extract.clause.drafts import sentence_drafts
from atodds.extract.clause.frame import Frame
from atodds.extract.gate import gate_of
from atodds.extract.listening import Listener
from atodds.extract.needs import FIGURES
from atodds.extract.quotations import quotations
from atodds.extract.sentences import pieces
from atodds.extract.story.settle import settle
from atodds.extract.triggers import trigger_index
from atodds.model.article import Article, Block, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from collections.abc import Set as AbstractSet

    from atodds.extract.scan import Scan
    from atodds.extract.story.draft import Draft
    from atodds.model.claim import Claim
    from atodds.model.finding import Problem
    from atodds.rulebook.book import Rulebook


def claims_of(
    article: Article, rulebook: Rulebook, tell: Callable[[Problem], None] = lambda _: None
) -> list[Claim]:
    """
    Return every claim of an article for every kind of rule, set-aside ones with their reason.

    First the figures, then what the other rules hear, then quotations, each in reading order. Boilerplate and
    blocks that repeat an earlier one are passed over. A rule whose pattern takes too long goes to `tell`.
    Raises AtoddsError where ATODDS_ENGINE names no engine that is there.
    """
    counted, heard = _read(article, rulebook, tell)
    return [*counted, *heard, *quotations(article, rulebook)]


def figures(article: Article, rulebook: Rulebook) -> list[Claim]:
    """Return every figure of people and things that an article gives, in reading order."""
    return _read(article, rulebook, lambda _: None)[0]


def _read(
    article: Article, rulebook: Rulebook, tell: Callable[[Problem], None]
) -> tuple[list[Claim], list[Claim]]:
    """Walk once through the sentences that may hold anything, each taken apart once for all rules."""
    index, gate = trigger_index(rulebook), gate_of(rulebook)
    listener = Listener(article, rulebook, tell)
    counted: list[Claim] = []
    heard: list[Claim] = []
    text, title = article.text, article.title
    scans: dict[bool, Scan] = {}
    for story in article.stories:
        drafts: list[Draft] = []
        for block in story.blocks:
            if block.section is Section.BOILERPLATE or block.repeated:
                continue
            words = title if block.in_title else text
            scan = scans.get(block.in_title)
            if scan is None:
                scan = scans[block.in_title] = gate.scan(words)
            before: list[Draft] = []
            for start, end, owners in _open(scan, words, block):
                counts = FIGURES in owners or (before and scan.goes_on(start, end))
                if not counts and not owners:
                    continue
                spot = Spot(Frame(words, start, end, index), Place(article, story, block))
                if counts:
                    found = sentence_drafts(spot, before)
                    drafts += found
                    before = found or before
                heard += listener.listen(spot, owners)
        counted += settle(drafts, index.or_else)
    return counted, heard


def _open(scan: Scan, text: str, block: Block) -> Iterator[tuple[int, int, AbstractSet[int]]]:
    """Yield the sentences of a block with the owners of what they may hold, none of a block without any."""
    cut = scan.is_cut(block.start, block.end)
    if cut or scan.owners(block.start, block.end):
        for start, end in pieces(text, block.start, block.end):
            inside = cut and (_splits_word(text, start) or _splits_word(text, end))
            yield start, end, scan.all_owners if inside else scan.owners(start, end)


def _splits_word(text: str, at: int) -> bool:
    return text[max(0, at - 1) : at].isalpha() and text[at : at + 1].isalpha()
