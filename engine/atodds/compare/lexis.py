"""What kinds of words there are when two wordings are compared, from rules/lexicon/wording.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from collections.abc import Iterable

_SAME_STEM = 70  # percent of letters that two forms of one word share


@dataclass(frozen=True, slots=True)
class Lexis:
    """
    Word classes by key.

    `senses` maps a word to the numbers of the lines of near words it stands in, `modality` a modal word to
    its class ("may", "must", "will", "want").
    """

    function: frozenset[str]
    light: frozenset[str]
    disfluency: frozenset[str]
    negations: frozenset[str]
    denials: frozenset[str]
    limits: frozenset[str]
    hedges: frozenset[str]
    counts: frozenset[str]
    persons: frozenset[str]
    negative_prefixes: tuple[str, ...]
    modality: dict[str, str]
    opposites: frozenset[frozenset[str]]
    senses: dict[str, frozenset[int]]


@cache
def lexis() -> Lexis:
    """Return the word classes of the lexicon."""
    rows = load_table("wording")
    senses: dict[str, set[int]] = {}
    for number, line in enumerate(rows["near"]):
        for word in line:
            senses.setdefault(word, set()).add(number)
    light = frozenset(rows["light"])
    return Lexis(
        function=frozenset(rows["function_words"]) | light | {"'s", "…", "[masked]", "not"},
        light=light,
        disfluency=frozenset(rows["disfluency"]),
        negations=frozenset(rows["negations"]),
        denials=frozenset(rows["denials"]),
        limits=frozenset(rows["limits"]),
        hedges=frozenset(rows["strong_hedges"]),
        counts=frozenset(rows["counts"]),
        persons=frozenset(rows["persons"]),
        negative_prefixes=tuple(rows["negative_prefixes"]),
        modality={word: name for name, words in rows["modality"].items() for word in words},
        opposites=frozenset(frozenset(pair) for pair in rows["opposites"]),
        senses={word: frozenset(numbers) for word, numbers in senses.items()},
    )


def weight(keys: Iterable[str]) -> float:
    """Return how much words say: a content word counts 1, a small word 0.3, words left out nothing."""
    function = lexis().function
    return sum(0.0 if key == "…" else 0.3 if key in function else 1.0 for key in keys)


def content(keys: Iterable[str]) -> list[str]:
    """Return the words that carry meaning."""
    function = lexis().function
    return [key for key in keys if key not in function]


def is_near(one: str, other: str) -> bool:
    """Say whether two words may stand for each other: near in sense, or forms of one stem."""
    if one == other:
        return True
    senses = lexis().senses
    if not senses.get(one, frozenset()).isdisjoint(senses.get(other, frozenset())):
        return True
    return len(one) > 3 and len(other) > 3 and one[:4] == other[:4] and fuzz.ratio(one, other) >= _SAME_STEM


def shared(one: list[str], other: list[str]) -> int:
    """Return how many words of one list have a near word in the other, each used once."""
    left = list(other)
    found = 0
    for word in one:
        partner = word if word in left else next((known for known in left if is_near(word, known)), None)
        if partner is not None:
            left.remove(partner)
            found += 1
    return found
