"""The words numbers are made of, from rules/lexicon/numbers.yaml, ready to look up."""

from __future__ import annotations

from typing import NamedTuple

from atodds.rulebook.lexicon import load_table

_TABLE = load_table("numbers")


class _NumberWords(NamedTuple):
    small: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    dozens: dict[str, int]
    suffixes: dict[str, int]
    money_suffixes: dict[str, int]
    ordinals: dict[str, int]
    parts: dict[str, int]
    vulgar: dict[str, float]
    magnitudes: dict[str, str]
    denominators: dict[str, int]  # fifth and fifths: 5; half: 2
    compound: frozenset[str]  # a hyphenated word that holds one of these is taken apart


def _number_words() -> _NumberWords:
    named = {name: _TABLE[name] for name in _NumberWords._fields[:-2]}
    ordinals, parts = named["ordinals"], named["parts"]
    denominators = {word: n for word, n in ordinals.items() if n > 2} | parts
    denominators |= {word + "s": n for word, n in ordinals.items()}
    compound = frozenset(
        (*named["small"], *named["tens"], *named["scales"], *named["dozens"], *denominators, *ordinals, *_TABLE["compound"])
    )
    return _NumberWords(**named, denominators=denominators, compound=compound)


WORDS = _number_words()
