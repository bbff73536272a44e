"""What a rule that counts nobody listens for: the forms of its words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from atodds.extract.grammar import grammar
from atodds.rulebook.inflect import noun_forms, verb_forms
from atodds.rulebook.lexicon import expand
from atodds.rulebook.pattern import compile_pattern, is_pattern, required_literals
from atodds.rulebook.rule import COUNTED, ChoiceRule, DateRule, DurationRule, NameRule, QuantityRule, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    import regex

    from atodds.rulebook.book import Rulebook
    from atodds.rulebook.rule import Rule

Phrase = tuple[frozenset[str], ...]
"""Alternatives for each of some words in a row."""

# How an age stands beside a name; such a rule has no words of its own.
_AGES: Final = (
    "year-old",
    "year old",
    "aged ",
    *(f", {digit}" for digit in range(1, 10)),
    *(f"({d}" for d in range(1, 10)),
)


@dataclass(frozen=True, slots=True)
class Category:
    """One answer of a choice, by the words that say so, and by patterns with the literals they need."""

    name: str
    phrases: dict[str, tuple[Phrase, ...]]
    patterns: tuple[tuple[regex.Pattern[str], frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class Ear:
    """
    One rule and the words it listens for.

    `verbs` and `nouns` are its triggers by the first word of each form, with the words behind; `near`,
    `unless` and `context` are found the same way. `literals` are texts of which one must stand in a sentence.
    """

    rule: Rule
    verbs: dict[str, tuple[Phrase, ...]]
    nouns: dict[str, tuple[Phrase, ...]]
    near: dict[str, tuple[Phrase, ...]]
    unless: dict[str, tuple[Phrase, ...]]
    context: dict[str, tuple[Phrase, ...]]
    literals: frozenset[str]
    categories: tuple[Category, ...] = ()


@lru_cache(maxsize=8)
def ears_of(rulebook: Rulebook) -> tuple[Ear, ...]:
    """Return the ears of a rulebook in the order of its rules, made once per process."""
    return tuple(ear for rule in rulebook.rules if (ear := _ear(rule)) is not None)


def _ear(rule: Rule) -> Ear | None:
    find = rule.find
    verbs: list[str] = []
    nouns: list[str] = []
    near: tuple[str, ...] = ()
    literals: set[str] = set()
    categories: tuple[Category, ...] = ()
    if isinstance(rule, QuantityRule):
        if rule.find.unit in COUNTED:
            return None
        verbs = [*rule.find.triggers, *rule.find.acts]
        nouns = [*rule.find.nouns, *rule.find.tolls, *rule.find.states]
        if rule.find.unit is Unit.AGE:
            literals |= set(_AGES)
    elif isinstance(rule, (DateRule, DurationRule)):
        verbs, near = [*rule.find.triggers], rule.find.near
        nouns = [*rule.find.nouns]
    elif isinstance(rule, ChoiceRule):
        near = rule.find.near
        categories = tuple(_category(name, words) for name, words in rule.find.categories.items())
        for category in categories:
            literals |= set(category.phrases)
        for word in chain.from_iterable(rule.find.categories.values()):
            literals |= required_literals(word) if is_pattern(word) else set()
    elif isinstance(rule, NameRule):
        near = rule.find.near
        literals |= {role.lower().split()[0] for role in expand(rule.find.roles)}
    else:
        return None
    heard = _verbal(verbs), _nominal(nouns)
    for forms in heard:
        literals |= set(forms)
    return Ear(
        rule,
        *heard,
        near=_any_form(near),
        unless=_any_form(getattr(find, "unless", ())),
        context=_any_form(getattr(find, "context", ())),
        literals=frozenset(literals),
        categories=categories,
    )


def _category(name: str, words: Iterable[str]) -> Category:
    plain = [word for word in words if not is_pattern(word)]
    phrases = _nominal(plain)
    for head, tails in _verbal(plain).items():
        phrases[head] = (*phrases.get(head, ()), *tails)
    patterns = ((compile_pattern(word), required_literals(word)) for word in words if is_pattern(word))
    return Category(name, phrases, tuple(patterns))


def _verbal(words: Iterable[str]) -> dict[str, tuple[Phrase, ...]]:
    phrases: defaultdict[str, list[Phrase]] = defaultdict(list)
    for word in words:
        forms = verb_forms(word)
        for head in forms.heads:
            phrases[head].append(forms.tail)
    return {head: tuple(tails) for head, tails in phrases.items()}


def _nominal(words: Iterable[str]) -> dict[str, tuple[Phrase, ...]]:
    phrases: defaultdict[str, list[Phrase]] = defaultdict(list)
    for word in expand(words):
        for form in sorted(noun_forms(word)):
            first, *rest = form.split()
            phrases[first].append(tuple(frozenset({part}) for part in rest))
    return {head: tuple(tails) for head, tails in phrases.items()}


def _any_form(words: Iterable[str]) -> dict[str, tuple[Phrase, ...]]:
    """Return the forms of words that may be verbs or nouns alike; prepositions stay as they are."""
    words = expand(words)
    plain = [word for word in words if word.lower() in grammar().prepositions or " " in word]
    both = dict(_nominal(words))
    for head, tails in _verbal(word for word in words if word not in plain).items():
        both[head] = (*both.get(head, ()), *tails)
    return both
