"""Articles, claims and rules made by hand, so that comparing is tested without reading or extracting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from atodds.compare.reconcile import reconcile
from atodds.model.article import Article, Block, Dossier, Section, Story
from atodds.model.claim import Claim, Evidence, Part
from atodds.model.interval import Interval
from atodds.model.quantity import Hedge, Quantity
from atodds.rulebook.book import Rulebook
from atodds.rulebook.rule import Kind, QuantityCompare, QuantityFind, QuantityRule

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from atodds.model.finding import Coverage, Finding

_HEDGES = {
    "at least": Hedge.AT_LEAST,
    "more than": Hedge.MORE_THAN,
    "about": Hedge.ABOUT,
    "dozens": Hedge.VAGUE,
}


class Says(Protocol):
    """Makes the claim of an article: `value` as an interval in print form, `words` as an article has them."""

    def __call__(  # noqa: PLR0913 - the fields of a claim, each with its usual value
        self,
        article: str,
        value: str,
        words: str = "",
        *,
        implied: str = "",
        rule: str = "killed",
        counted: str = "people",
        place: str = "",
        source: str = "",
        sentence: str = "",
        start: int = 0,
        section: Section = Section.BODY,
        story: int = 0,
        part: Part = Part.TOTAL,
        asserted: bool = True,
        reason: str = "",
        as_of: date | None = None,
    ) -> Claim: ...


class Prints(Protocol):
    """Makes an article of one story for each text."""

    def __call__(
        self, name: str, *texts: str, published: date | None = None, outlet: str = ""
    ) -> Article: ...


class Compares(Protocol):
    """Reconciles articles and claims by the rule `killed`."""

    def __call__(
        self,
        articles: Sequence[Article],
        claims: Sequence[Claim],
        *,
        event: str = "flood",
        grows: bool = True,
    ) -> tuple[tuple[Claim, ...], tuple[Finding, ...], tuple[Coverage, ...]]: ...


def _says(  # noqa: PLR0913
    article: str,
    value: str,
    words: str = "",
    *,
    implied: str = "",
    rule: str = "killed",
    counted: str = "people",
    place: str = "",
    source: str = "",
    sentence: str = "",
    start: int = 0,
    section: Section = Section.BODY,
    story: int = 0,
    part: Part = Part.TOTAL,
    asserted: bool = True,
    reason: str = "",
    as_of: date | None = None,
) -> Claim:
    allowed = Interval.parse(value)
    worded = words or value
    hedge = next(
        (hedge for opening, hedge in _HEDGES.items() if worded.lower().startswith(opening)), Hedge.EXACT
    )
    bound = allowed.low if allowed.low is not None else allowed.high
    stated = (bound or 0, (bound or 0) if hedge is not Hedge.RANGE else (allowed.high or 0))
    meant = Interval.parse(implied) if implied else allowed
    quantity = Quantity(worded, (start, start + len(worded)), hedge, counted, stated, allowed, meant)
    evidence = Evidence(
        article=article,
        story=story,
        section=section,
        paragraph=1 if section is Section.BODY else 0,
        start=start,
        end=start + len(worded),
        sentence=sentence or f"The flood killed {worded} {counted}, {article} was told.",
    )
    return Claim(
        rule,
        quantity,
        evidence,
        counted,
        place,
        source,
        as_of=as_of,
        part=part,
        asserted=asserted,
        reason=reason,
    )


def _prints(name: str, *texts: str, published: date | None = None, outlet: str = "") -> Article:
    texts = texts or (f"What {name} printed.",)
    text = "\n\n".join(texts)
    stories, at = [], 0
    for index, words in enumerate(texts):
        stories.append(Story(index, (Block(Section.BODY, at, at + len(words), 1),)))
        at += len(words) + 2
    return Article(id=name, text=text, outlet=outlet, published=published, stories=tuple(stories))


def _compares(
    articles: Sequence[Article], claims: Sequence[Claim], *, event: str = "flood", grows: bool = True
) -> tuple[tuple[Claim, ...], tuple[Finding, ...], tuple[Coverage, ...]]:
    rule = QuantityRule(
        id="killed",
        kind=Kind.QUANTITY,
        question="How many people were killed?",
        find=QuantityFind(counts=("$people",), triggers=("kill",)),
        compare=QuantityCompare(grows=grows),
    )
    return reconcile(Dossier(event, tuple(articles)), claims, Rulebook((rule,)))


@pytest.fixture(scope="session")
def says() -> Says:
    return _says


@pytest.fixture(scope="session")
def prints() -> Prints:
    return _prints


@pytest.fixture(scope="session")
def compares() -> Compares:
    return _compares
