"""Populations: whom a figure counts, and which populations lie within which."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from atodds.rulebook.inflect import noun_forms
from atodds.rulebook.lexicon import load_table

# Who a figure counts where the text does not say, or says no more than "people".
EVERYONE: Final = "people"

# What opens words about the counted that are not their name: "members of a tribe", "men from the north".
_AFTER_THE_NOUN: Final = frozenset(
    (
        "of",
        "from",
        "in",
        "at",
        "who",
        "whom",
        "that",
        "with",
        "on",
        "by",
        "near",
        "between",
        "(",
        "and",
        "or",
        "under",
        "below",
    )
)
# "members of the militia" are named by what they belong to.
_BELONGING: Final = frozenset(
    ("member", "members", "fighters", "group", "groups", "unit", "units", "crew", "others")
)


@cache
def population_of(counted: str) -> str:
    """
    Return the population that a counted noun phrase names: "two young children" is "children".

    Everybody the lexicon does not set apart is "people", the empty phrase included.
    """
    words = counted.lower().replace("(", " ( ").split()
    head = _until_noun_ends(words)
    found = _known(head)
    if (found is None or found == EVERYONE) and head and head[-1] in _BELONGING:
        found = _known(_until_noun_ends(words[len(head) + 1 :])) or found
    return found or EVERYONE


def lies_within(inner: str, outer: str) -> bool:
    """Say whether every member of one population is one of the other; each lies within itself."""
    populations = _table()
    while inner != outer:
        if inner not in populations or "within" not in populations[inner]:
            return False
        inner = populations[inner]["within"]
    return True


def same_victims(one: str, two: str) -> bool:
    """
    Say whether two totals of one event may count the same people.

    "31 people" and "31 civilians" may: reporters use both for whoever was hit. Soldiers, police or fighters
    are counted apart from the rest even where one number is given for each.
    """
    return _plain(one) == _plain(two)


def _plain(population: str) -> str:
    return EVERYONE if population == "civilians" else population


def _until_noun_ends(words: list[str]) -> list[str]:
    for index, word in enumerate(words):
        if index and word in _AFTER_THE_NOUN:
            return words[:index]
    return words


def _known(words: list[str]) -> str | None:
    """Look up the longest end of a phrase that names a population: "police officer" before "officer"."""
    nouns = _nouns()
    for start in range(max(0, len(words) - 3), len(words)):
        if population := nouns.get(" ".join(words[start:])):
            return population
    return None


@cache
def _nouns() -> dict[str, str]:
    """Return each noun in all its forms with the narrowest population that lists it."""
    nouns: dict[str, str] = {}
    for population, row in _table().items():
        for word in row["words"]:
            for form in noun_forms(word):
                if form not in nouns or lies_within(population, nouns[form]):
                    nouns[form] = population
    return nouns


@cache
def _table() -> dict[str, Any]:
    populations: dict[str, Any] = load_table("populations")["populations"]
    return populations
