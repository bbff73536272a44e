"""Mutants of silent dossiers: one side is changed until it contradicts, and the rule must notice."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING, Final

from atodds.extract.claims import claims_of
from atodds.model.claim import Choice, Claim, DateValue, Name, Part
from atodds.model.quantity import Hedge, Quantity, Role
from atodds.model.quote import Quote
from atodds.read.articles import read_article
from atodds.rulebook.case import ArticleText, DossierTest, TextTest
from atodds.rulebook.pattern import is_pattern
from atodds.rulebook.rule import ChoiceRule, DateRule, NameRule
from atodds.ruletest import compared, disagreements, needed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from atodds.model.interval import Number
    from atodds.rulebook.book import Rulebook
    from atodds.rulebook.rule import Rule

_ROUND: Final = 1000  # a bare multiple is round and allows what is near
_WITH_UNIT: Final = frozenset({Role.MONEY, Role.PERCENT, Role.MEASURE})
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
                changed = {**articles, name: replace(articles[name], text=text)}
                survived = not disagreements(compared(changed, book), rule.id)
                made.append(Mutant(rule.id, f"{name}: {change}", text, survived))
    return made


def _silent_dossiers(rule: Rule) -> Iterator[tuple[dict[str, ArticleText], tuple[str, ...]]]:
    """Yield articles that agree, and the names of those to change, each in turn."""
    for test in rule.tests:
        if (
            isinstance(test, DossierTest)
            and not test.fires
            and not _stand_alone(test)
            and len(test.articles) > 1
        ):
            yield test.dossier, tuple(test.articles)
        elif isinstance(test, TextTest) and test.fires:
            article = ArticleText(text=test.text)
            yield {"text": article, "copy": article}, ("copy",)


def _stand_alone(test: DossierTest) -> bool:
    """Say whether a test's articles are not compared: two people of two names, each with an age."""
    return test.expect.agree is None and test.expect.single is not None


def _changes(
    rule_id: str, articles: Mapping[str, ArticleText], name: str, book: Rulebook
) -> Iterator[tuple[str, str]]:
    """Yield what can be changed in an article so that no other stands with it: the change, the text."""
    standing = [
        claim
        for other, article in articles.items()
        if other != name
        for claim in _claims(rule_id, article, book)
    ]
    text = articles[name].text
    for claim in _claims(rule_id, articles[name], book):
        if isinstance(claim.value, Quantity):
            start, end = claim.value.span
            for what, figure in _figures(claim.value):
                if standing and not any(figure in other.allowed for other in standing):
                    said = said_as(figure, claim.value)
                    yield f"“{claim.words}” → “{said}” ({what})", f"{text[:start]}{said}{text[end:]}"
        elif isinstance(claim.value, (DateValue, Choice, Name)):
            other = _other(claim.value, book.rule(rule_id))
            if other and standing and claim.words in text:
                yield f"“{claim.words}” → “{other}”", text.replace(claim.words, other)
        elif isinstance(claim.value, Quote) and (turned := _turned(text, claim.value)):
            yield f"“not” put into “{claim.words}”", turned


def _claims(rule_id: str, article: ArticleText, book: Rulebook) -> list[Claim]:
    """Return the totals and quotes of a text that a change may contradict."""
    return [
        claim
        for claim in claims_of(read_article(article.text, published=article.published), book)
        if claim.rule == rule_id and claim.asserted and claim.part is Part.TOTAL
    ]


def _figures(quantity: Quantity) -> Iterator[tuple[str, Number]]:
    """Yield what a figure may be changed to: twice and half as much, and the same without its hedge."""
    low, high = quantity.stated
    yield "doubled", 2 * high or 1
    yield "halved", low // 2
    if low == high and quantity.hedge not in (Hedge.EXACT, Hedge.VAGUE) and high % _ROUND:
        yield "without its hedge", high


def said_as(figure: Number, quantity: Quantity) -> str:
    """Return a figure worded in the unit of the quantity it stands for: "$5", "12 days", "40"."""
    unit = quantity.unit
    if quantity.words.endswith("-magnitude"):
        return f"{figure}-magnitude"
    if quantity.role is Role.MONEY and not unit.isalpha():
        return f"{unit}{figure:,}"
    if quantity.role is Role.AGE and unit:
        return f"{figure}-year-old"
    return f"{figure:,} {unit}" if quantity.role in _WITH_UNIT else f"{figure:,}"


def _other(value: DateValue | Choice | Name, rule: Rule) -> str:
    """Return words for another day, category or person."""
    if isinstance(value, DateValue):
        day = value.last or value.first
        tolerance = rule.compare.tolerance if isinstance(rule, DateRule) else 0
        return "" if day is None else (day + timedelta(days=tolerance + 3)).isoformat()
    if isinstance(value, Name):
        several = isinstance(rule, NameRule) and rule.compare.several
        return f"{value.words}e" if several else "Zora Quillfeather"
    if not isinstance(rule, ChoiceRule):
        return ""
    together = {
        value.category,
        *chain.from_iterable(own for own in rule.compare.compatible if value.category in own),
    }
    others = (words for name, words in rule.find.categories.items() if name not in together)
    return next((word for words in others for word in words if not is_pattern(word)), "")


def _turned(text: str, quote: Quote) -> str:
    """Return the text with the sense of a quote turned round, "" if it has no verb to turn."""
    start, end = quote.span
    verb = _TURNS.search(text, start, end)
    return f"{text[: verb.end()]} not{text[verb.end() :]}" if verb else ""
