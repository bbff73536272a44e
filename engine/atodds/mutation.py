"""Mutants of silent dossiers: one side is changed until it contradicts, and the rule must notice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atodds.check import find_claims
from atodds.model.claim import Claim, Part
from atodds.model.quantity import Hedge, Quantity
from atodds.model.quote import Quote
from atodds.rulebook.case import ArticleText, DossierTest, TextTest
from atodds.ruletest import compared, disagreements, needed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from atodds.model.interval import Number
    from atodds.rulebook.book import Rulebook
    from atodds.rulebook.rule import Rule

# Verbs behind which a "not" turns a quoted sentence round.
_TURNS: Final = re.compile(r"\b(is|are|was|were|will|would|can|could|may|must|should|has|have|had)\b(?! not)")


@dataclass(frozen=True, slots=True)
class Mutant:
    """
    One change of a silent dossier.

    `change` says in words what was changed where. A mutant that no finding tells of has `survived`: the
    rule would not have noticed.
    """

    rule: str
    change: str
    text: str
    survived: bool


def mutants(rule: Rule, rulebook: Rulebook) -> list[Mutant]:
    """
    Change what agrees until it contradicts, and run the rule on it.

    Its silent dossiers are changed, and its firing texts set against changed copies of themselves. Empty
    for a rule whose tests hold nothing that can be changed.
    """
    book = needed(rule, rulebook)
    made = []
    for articles, names in _silent_dossiers(rule):
        for name in names:
            for change, text in _changes(rule.id, articles, name, book):
                changed = {**articles, name: articles[name].model_copy(update={"text": text})}
                survived = not disagreements(compared(changed, book), rule.id)
                made.append(Mutant(rule.id, f"{name}: {change}", text, survived))
    return made


def _silent_dossiers(rule: Rule) -> Iterator[tuple[dict[str, ArticleText], tuple[str, ...]]]:
    """Yield articles that agree, and the names of those to change, each in turn."""
    for test in rule.tests:
        if isinstance(test, DossierTest) and not test.fires and len(test.articles) > 1:
            yield test.dossier, tuple(test.articles)
        elif isinstance(test, TextTest) and test.fires:
            article = ArticleText(text=test.text)
            yield {"text": article, "copy": article}, ("copy",)


def _changes(
    rule_id: str, articles: Mapping[str, ArticleText], name: str, book: Rulebook
) -> Iterator[tuple[str, str]]:
    """Yield what can be changed in an article so that no other stands with it: the change, the text."""
    standing = [
        claim
        for other, article in articles.items()
        if other != name
        for claim in _claims(rule_id, article.text, book)
    ]
    text = articles[name].text
    for claim in _claims(rule_id, text, book):
        if isinstance(claim.value, Quantity):
            start, end = claim.value.span
            for what, figure in _figures(claim.value):
                if standing and not any(figure in other.allowed for other in standing):
                    yield f"“{claim.words}” → “{figure:,}” ({what})", f"{text[:start]}{figure:,}{text[end:]}"
        elif isinstance(claim.value, Quote) and (turned := _turned(text, claim.value)):
            yield f"“not” put into “{claim.words}”", turned


def _claims(rule_id: str, text: str, book: Rulebook) -> list[Claim]:
    """Return the totals and quotes of a text that a change may contradict."""
    return [
        claim
        for claim in find_claims(text, book)
        if claim.rule == rule_id and claim.asserted and claim.part is Part.TOTAL
    ]


def _figures(quantity: Quantity) -> Iterator[tuple[str, Number]]:
    """Yield what a figure may be changed to: twice and half as much, and the same without its hedge."""
    low, high = quantity.stated
    yield "doubled", 2 * high or 1
    yield "halved", low // 2
    if low == high and quantity.hedge not in (Hedge.EXACT, Hedge.VAGUE):
        yield "without its hedge", high


def _turned(text: str, quote: Quote) -> str:
    """Return the text with the sense of a quote turned round, "" if it has no verb to turn."""
    start, end = quote.span
    verb = _TURNS.search(text, start, end)
    return f"{text[: verb.end()]} not{text[verb.end() :]}" if verb else ""
