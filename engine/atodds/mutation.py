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
    for articles in _silent_dossiers(rule):
        for name, change, text in _changes(rule.id, articles, book):
            changed = {**articles, name: articles[name].model_copy(update={"text": text})}
            survived = not disagreements(compared(changed, book), rule.id)
            made.append(Mutant(rule.id, change, text, survived))
    return made


def _silent_dossiers(rule: Rule) -> Iterator[Mapping[str, ArticleText]]:
    for test in rule.tests:
        if isinstance(test, DossierTest) and not test.fires and len(test.articles) > 1:
            yield test.dossier
        elif isinstance(test, TextTest) and test.fires:
            yield {"original": ArticleText(text=test.text), "changed": ArticleText(text=test.text)}


def _changes(
    rule_id: str, articles: Mapping[str, ArticleText], book: Rulebook
) -> Iterator[tuple[str, str, str]]:
    """Yield article, change in words and changed text; only the last article of a dossier is changed."""
    *others, last = articles
    standing = [claim for name in others for claim in _claims(rule_id, articles[name].text, book)]
    for claim in _claims(rule_id, articles[last].text, book):
        text = articles[last].text
        if isinstance(claim.value, Quantity):
            start, end = claim.value.span
            for what, figure in _figures(claim.value):
                if standing and not any(figure in other.allowed for other in standing):
                    change = f"{last}: “{claim.words}” → “{figure:,}” ({what})"
                    yield last, change, f"{text[:start]}{figure:,}{text[end:]}"
        elif isinstance(claim.value, Quote) and (turned := _turned(text, claim.value)):
            yield last, f"{last}: “not” put into “{claim.words}”", turned


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
    yield "doubled", 2 * high + 1
    yield "halved", low // 2
    if low == high and quantity.hedge not in (Hedge.EXACT, Hedge.VAGUE):
        yield "without its hedge", high


def _turned(text: str, quote: Quote) -> str:
    """Return the text with the sense of a quote turned round, "" if it has no verb to turn."""
    start, end = quote.span
    verb = _TURNS.search(text, start, end)
    return f"{text[: verb.end()]} not{text[verb.end() :]}" if verb else ""
