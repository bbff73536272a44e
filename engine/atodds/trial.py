"""One rule tried on one text: sentence by sentence what it finds, what it sets aside, why it is silent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from atodds.check import find_claims
from atodds.extract.calendar.find import find_dates
from atodds.extract.calendar.lengths import find_lengths
from atodds.extract.clause.frame import Frame
from atodds.extract.ear import ears_of
from atodds.extract.nouns import noun_set
from atodds.extract.quantities import find_quantities
from atodds.extract.quotes import find_quotes
from atodds.extract.sentences import split
from atodds.extract.tokens import lex
from atodds.extract.triggers import trigger_index
from atodds.model.article import Section
from atodds.read.articles import read_article
from atodds.rulebook.rule import COUNTED, DateRule, DurationRule, QuantityRule, QuoteRule
from atodds.ruletest import needed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atodds.model.article import Block
    from atodds.model.claim import Claim
    from atodds.rulebook.book import Rulebook
    from atodds.rulebook.rule import Rule

_ANY_DAY = date(2000, 1, 3)  # only whether a date stands there is asked
_NEAR = 3  # words behind a figure among which its noun is looked for: "12 heavily armed men"


@dataclass(frozen=True, slots=True)
class Tried:
    """
    What a rule made of one sentence.

    `claims` are all claims of the sentence, set-aside ones included; `silence` says why there is none.
    """

    sentence: str
    claims: tuple[Claim, ...] = ()
    silence: str = ""


def try_rule(rule: Rule, text: str, rulebook: Rulebook) -> list[Tried]:
    """Read a text by one rule and account for every sentence of it."""
    book = needed(rule, rulebook)
    claims = [claim for claim in find_claims(text, book) if claim.rule == rule.id]
    tried = []
    for start, end, block in _sentences(text):
        sentence = " ".join(text[start:end].split())
        own = tuple(claim for claim in claims if start <= (claim.evidence.start or 0) < end)
        tried.append(Tried(sentence, own, "" if own else _silence(rule, text[start:end], block, book)))
    return tried


def _sentences(text: str) -> Iterator[tuple[int, int, Block]]:
    for story in read_article(text).stories:
        for block in story.blocks:
            for start, end in split(text, block.start, block.end):
                yield start, end, block


def _silence(rule: Rule, sentence: str, block: Block, book: Rulebook) -> str:
    """Say why a sentence makes no claim."""
    if block.section is Section.BOILERPLATE:
        return "boilerplate is not read"
    if block.repeated:
        return "printed before in the same story"
    if isinstance(rule, QuantityRule) and rule.find.unit in COUNTED:
        return _no_figure(rule, sentence, book)
    if isinstance(rule, QuoteRule):
        return _no_quote(rule, sentence)
    return _unheard(rule, sentence, book)


def _unheard(rule: Rule, sentence: str, book: Rulebook) -> str:
    """Say why a rule that counts nobody is silent."""
    lower = sentence.lower()
    if not any(literal in lower for ear in ears_of(book.select({rule.id})) for literal in ear.literals):
        return "no word of the rule"
    if isinstance(rule, (DateRule, DurationRule)):
        tokens = lex(sentence)
        frame = Frame(sentence, 0, len(sentence), trigger_index(book))
        asked = "date" if isinstance(rule, DateRule) else "length of time"
        found = (
            find_dates(sentence, tokens, _ANY_DAY)
            if isinstance(rule, DateRule)
            else find_lengths(sentence, tokens, frame.quantities)
        )
        return f"a {asked}, but it does not belong to a word of the rule" if found else f"no {asked}"
    return "a word of the rule, but nothing that belongs to it"


def _no_figure(rule: QuantityRule, sentence: str, book: Rulebook) -> str:
    tokens = lex(sentence)
    low = [token.lower for token in tokens]
    word = _trigger(rule, low, book)
    figures = find_quantities(sentence)
    if not word:
        return (
            f"a figure (“{figures[0].words}”), but no word of the rule" if figures else "no word of the rule"
        )
    if rule.find.context and not any(f" {one.lower()} " in f" {' '.join(low)} " for one in rule.find.context):
        return f"“{word}”, but none of the context words"
    if not figures:
        return f"“{word}”, but no figure"
    nouns = noun_set((*rule.find.counts, *rule.find.nouns))
    for figure in figures:
        after = [token.lower for token in tokens if token.start >= figure.span[1]][:_NEAR]
        if after and after[0].isalpha() and not any(nouns.counts(one, many=True) for one in after):
            return f"“{word}” and “{figure.words} {after[0]}”, but that is not among the counts"
    return f"“{word}” and “{figures[0].words}”, but they do not belong together"


def _trigger(rule: QuantityRule, low: list[str], book: Rulebook) -> str:
    """Return the first word that could set the rule off, with the words behind it that it needs."""
    forms = trigger_index(book).by_word
    for at, word in enumerate(low):
        for trigger in forms.get(word, ()):
            if trigger.rule == rule.id and all(words.intersection(low[at:]) for words in trigger.tail):
                return word
    return ""


def _no_quote(rule: QuoteRule, sentence: str) -> str:
    quotes = find_quotes(sentence)
    if not quotes:
        return "no quotation"
    longest = max(len(quote.text.split()) for quote in quotes)
    if longest < rule.find.min_words:
        return f"its quotation has {longest} words, the rule asks for {rule.find.min_words}"
    return "its quotation is not about what the rule asks, or not by its speakers"
