"""Which nouns a rule counts: its own words, and for people also what merely looks like a person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from atodds.rulebook.inflect import noun_forms
from atodds.rulebook.lexicon import expand, load_table

# "two 17-year-olds", "a 44-year-old": an age stands for the person.
_AGED = re.compile(r"(?:\d+|[a-z]+(?:-[a-z]+)?)[-‐‑](?:year|month|week|day)s?[-‐‑]olds?")


@dataclass(frozen=True, slots=True)
class NounSet:
    """
    The nouns of one `counts` list in both numbers, by their last word.

    `open` sets take in people that no list has: whoever ends like a person ("stallholders"), is a
    capitalised plural ("Hondurans"), or goes by an age ("a 44-year-old").
    """

    singular: frozenset[str]
    plural: frozenset[str]
    open: bool

    def counts(self, word: str, *, many: bool, capital: bool = False) -> bool:
        """
        Say whether the lower-case word is a noun that the set counts.

        `many` asks for a plural; `capital` says that the word is written as a name is.
        """
        if word in (self.plural if many else self.singular):
            return True
        if not self.open:
            return False
        if _AGED.fullmatch(word):
            return word.endswith("s") == many
        first, hyphen, last = word.rpartition("-")
        if hyphen and first and last in (self.plural if many else self.singular):
            return True
        if many:
            endings, exceptions = _person_endings()
            looks_like_people = (word.endswith(endings) and len(word) > 5) or (capital and _is_demonym(word))
            return looks_like_people and word not in exceptions
        return False


@cache
def noun_set(counts: tuple[str, ...]) -> NounSet:
    """Return the set for a rule's `counts`; raises KeyError for a `$name` that the lexicon lacks."""
    words = expand(counts)
    singular = frozenset(word.lower().split()[-1] for word in words)
    plural = frozenset(form.split()[-1] for word in words for form in noun_forms(word)) - (
        singular - _same_in_both(words)
    )
    groups = frozenset(word.split()[-1] for word in load_table("populations")["groups"])
    return NounSet(singular - groups, plural, open="$people" in counts)


def _same_in_both(words: tuple[str, ...]) -> frozenset[str]:
    """Return nouns that have no plural of their own: "12 people", "900 personnel", "three police"."""
    table = frozenset(load_table("populations")["same_in_plural"])
    return frozenset(word.split()[-1] for word in words if word in table)


@cache
def _person_endings() -> tuple[tuple[str, ...], frozenset[str]]:
    table = load_table("populations")
    return tuple(table["person_endings"]), frozenset(table["not_people"])


def _is_demonym(word: str) -> bool:
    """Take a capitalised plural for a people: Hondurans, Yemenis, Danes; but not "Airways" or "Boeings"."""
    return word.endswith(tuple(load_table("populations")["demonym_endings"])) and len(word) > 4
