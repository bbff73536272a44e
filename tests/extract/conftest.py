"""A text on its own as claims: what the tests of clauses and stories read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from atodds.extract.claims import figures
from atodds.model.article import Article, Block, Section, Story
from atodds.rulebook.load import load_rulebook

if TYPE_CHECKING:
    from datetime import date

    from atodds.model.claim import Claim
    from atodds.rulebook.book import Rulebook


class Reads(Protocol):
    """Returns the figures of a text of one paragraph each, those of one rule where it is named."""

    def __call__(
        self, *paragraphs: str, rule: str = "", headline: str = "", published: date | None = None
    ) -> list[Claim]: ...


class Tells(Protocol):
    """
    Returns the same figures in short, one line each, in reading order: "killed >= 40 part".

    A total says no more; a claim that is not asserted says why: "killed 12 (denied)".
    """

    def __call__(
        self, *paragraphs: str, rule: str = "", headline: str = "", published: date | None = None
    ) -> list[str]: ...


# What the corpora are about; rules that are added later have tests of their own.
RULES = (
    *("killed", "injured", "detained", "missing", "displaced", "abducted"),
    *("troops-sent", "un-personnel"),
)


@pytest.fixture(scope="session")
def book() -> Rulebook:
    return load_rulebook().select(RULES)


@pytest.fixture(scope="session")
def reads(book: Rulebook) -> Reads:
    def read(
        *paragraphs: str, rule: str = "", headline: str = "", published: date | None = None
    ) -> list[Claim]:
        claims = figures(of_paragraphs(headline, paragraphs, published), book)
        return [claim for claim in claims if claim.rule == rule or not rule]

    return read


@pytest.fixture(scope="session")
def tells(reads: Reads) -> Tells:
    def tell(
        *paragraphs: str, rule: str = "", headline: str = "", published: date | None = None
    ) -> list[str]:
        found = reads(*paragraphs, rule=rule, headline=headline, published=published)
        return [in_short(claim) for claim in found]

    return tell


def of_paragraphs(headline: str, paragraphs: tuple[str, ...], published: date | None) -> Article:
    """Return an article of one story, its sections given and not guessed."""
    text = "\n\n".join([headline, *paragraphs] if headline else paragraphs)
    at = 0
    blocks = []
    for number, words in enumerate([headline, *paragraphs] if headline else ["", *paragraphs]):
        if not words and not number:
            continue
        section = Section.BODY if number else Section.HEADLINE
        blocks.append(Block(section, at, at + len(words), number))
        at += len(words) + 2
    return Article("report", text, published=published, stories=(Story(0, tuple(blocks)),))


def in_short(claim: Claim) -> str:
    part = "" if claim.part == "total" else f" {claim.part}"
    aside = "" if claim.asserted else f" ({claim.reason})"
    return f"{claim.rule} {_interval(claim)}{part}{aside}"


def _interval(claim: Claim) -> str:
    allowed = claim.allowed
    if allowed.low is not None and allowed.high is None:
        return f"{'>' if allowed.low_open else '>='} {allowed.low}"
    return str(allowed)
