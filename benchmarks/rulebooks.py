"""Rulebooks of any size: the shipped rules, and as many more that count other things by other verbs."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from corpus import WORDS

from atodds.extract.grammar import grammar
from atodds.rulebook.inflect import noun_forms, verb_forms
from atodds.rulebook.lexicon import expand, load_table
from atodds.rulebook.load import load_rulebook
from atodds.rulebook.pattern import is_pattern
from atodds.rulebook.places import rules_root

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atodds.rulebook.book import Rulebook
    from atodds.rulebook.rule import Rule

# The rules that were there first: figures of people, and quotations.
FIRST: Final = (
    *("abducted", "detained", "displaced", "injured", "killed", "missing", "quote-wording", "troops-sent"),
)
SHIPPED: Final = 0
"""Asks for the shipped rules, however many there are."""

PARTICLES: Final = ("up", "down", "out", "off", "away", "back", "over", "in")
PREFIXES: Final = ("re", "over", "out", "mis", "under", "pre", "cross-", "co-")
NEVER: Final = ("be", "have", "do")

RULE: Final = """\
id: {id}
kind: quantity
question: How many {noun}s did they {verb}?
find:
  counts: [{noun}, {other}]
  triggers: [{verb}, {second}]
  unit: things
tests:
  - text: They {verb} 12 {noun}s.
    claims: [12]
  - text: Nobody came.
    claims: []
"""


def rulebook(rules: int) -> Rulebook:
    """Return a rulebook of that many rules: up to eight of the first, then all shipped ones, then more."""
    if SHIPPED < rules <= len(FIRST):
        return load_rulebook().select(FIRST[:rules])
    shipped = load_rulebook()
    more = rules - len(shipped.rules)
    if more <= 0:
        return shipped
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(further_rules(more)):
            Path(folder, f"more-{number}.yaml").write_text(text, encoding="utf-8")
        return load_rulebook([rules_root(), folder])


def further_rules(number: int) -> Iterable[str]:
    """
    Yield rule files with two verbs each.

    One verb in four is a common English one ("close", "sell", "admit"), one has a particle behind it ("sell
    off"), and two are rare, as most words of a long list of rules are ("oversell", "cross-check").
    """
    random = Random(0)
    table = load_table("inflection")
    verbs = sorted({*table["verbs"], *table["doubled"], *WORDS["verbs"]} - {*NEVER})

    def verb(kind: int) -> str:
        one: str = random.choice(verbs)
        if kind == 0:
            return one
        return f"{one} {random.choice(PARTICLES)}" if kind == 1 else f"{random.choice(PREFIXES)}{one}"

    for place in range(number):
        noun, other = random.sample(WORDS["things"], 2)
        first, second = verb(place % 4), verb((place + 2) % 4)
        yield RULE.format(id=f"more-{place}", noun=noun, other=other, verb=first, second=second)


def trigger_words(book: Rulebook) -> dict[str, frozenset[str]]:
    """Return for each rule the words of which a sentence must hold one: all forms, of phrases one word."""
    return {rule.id: words for rule in book.rules if (words := frozenset(_words(rule)))}


def _words(rule: Rule) -> Iterable[str]:
    def listed(*names: str) -> Iterable[str]:
        words: tuple[str, ...] = expand(word for name in names for word in getattr(rule.find, name, ()))
        return words

    for phrase in listed("triggers", "acts", "undecided"):
        yield from verb_forms(phrase).heads
    phrases = [form for noun in listed("nouns", "doers", "none_of", "tolls") for form in noun_forms(noun)]
    phrases += listed("states", "roles")
    for words in getattr(rule.find, "categories", {}).values():
        plain = [word for word in words if not is_pattern(word)]
        phrases += [form for word in plain for form in noun_forms(word)]
    for phrase in phrases:
        words = phrase.lower().split()
        yield next((word for word in words if word not in grammar().prepositions), words[0])
