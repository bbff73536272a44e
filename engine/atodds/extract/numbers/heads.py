"""Find the noun that a number counts: 13 Pakistani | soldiers, one of the town's | bakers."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from atodds.extract.grammar import grammar, stops
from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from atodds.extract.numbers.atoms import Atoms

_LONGEST_PHRASE: Final = 7
_POSSESSIVE: Final = frozenset({"'s", "’s"})


def counted_noun(atoms: Atoms, index: int, *, many: bool) -> tuple[str, int]:
    """
    Return the noun that a number before the atom counts, lower case, and the atom after it.

    ("", index) where none follows ("12 were killed"). `many` asks for a plural; the last plural of the
    phrase is taken ("14 police officers"), for a single thing the last word before the phrase ends.
    """
    low = atoms.low
    at, many = _phrase_start(atoms, index, many=many)
    found, stop = "", index
    last, last_stop = "", index
    for here in range(at, min(at + _LONGEST_PHRASE, atoms.size)):
        word = low[here]
        if word in _POSSESSIVE and here > at:
            found = last = ""
            continue
        if atoms.kind[here] != "word" or word in stops():
            break
        if (found or last) and (word in grammar().verbs or word in grammar().adverbs):
            break
        if many and is_plural(word) and word != "others":
            if found and found not in _noun_lists()[1]:
                break
            found, stop = word, here + 1
        elif found:
            break
        last, last_stop = word, here + 1
    if found or many or last.endswith(("ed", "ing")):
        return found, stop
    return last, last_stop


def _phrase_start(atoms: Atoms, index: int, *, many: bool) -> tuple[int, bool]:
    """Step over "of the", which makes the noun a plural, and over "more", "other"."""
    at = index
    if at < atoms.size and atoms.low[at] == "of":
        many = True
        at += 1
        while at < atoms.size and atoms.low[at] in grammar().determiners:
            at += 1
    while at < atoms.size and atoms.low[at] in grammar().rest and atoms.low[at] != "others":
        at += 1
    return at, many


def is_plural(word: str) -> bool:
    """Say whether a lower-case word looks like a noun in the plural."""
    return word in _noun_lists()[0] or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))
    )


@cache
def _noun_lists() -> tuple[frozenset[str], frozenset[str]]:
    table = load_table("units")
    return frozenset(table["plurals_without_s"]), frozenset(table["plurals_before_plurals"])
