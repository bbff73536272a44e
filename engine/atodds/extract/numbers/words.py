"""The words numbers are made of, from rules/lexicon/numbers.yaml, ready to look up."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from atodds.rulebook.lexicon import load_table


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Each field is a table of numbers.yaml; the last four are put together from them."""

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
    after_a_part: frozenset[str]
    after_half: frozenset[str]
    before_half: frozenset[str]
    before_no_half: frozenset[str]
    after_scores: frozenset[str]
    after_no: frozenset[str]
    before_pronoun: frozenset[str]
    after_pronoun: frozenset[str]
    after_compound: frozenset[str]
    after_count: frozenset[str]
    before_count: frozenset[str]
    after_bare_count: frozenset[str]
    after_metres: frozenset[str]
    before_no_zero: frozenset[str]
    denominators: dict[str, int]  # fifth and fifths: 5; half: 2
    folds: dict[str, int]  # sixfold: 6
    plural_scales: dict[str, int]  # thousands, as in tens of thousands
    after_digits: frozenset[str]  # what may go on a figure: 2.5 | million, 3 | dozen, 2 | and a half
    compound: frozenset[str]  # a hyphenated word that holds one of these is taken apart


@cache
def number_words() -> NumberWords:
    """Return the words; read once per process."""
    table = load_table("numbers")
    named: dict[str, Any] = {
        field.name: frozenset(table[field.name]) if isinstance(table[field.name], list) else table[field.name]
        for field in fields(NumberWords)
        if field.name in table
    }
    small, tens, scales, ordinals = named["small"], named["tens"], named["scales"], named["ordinals"]
    denominators = {word: n for word, n in ordinals.items() if n > 2} | named["parts"]
    denominators |= {word + "s": n for word, n in ordinals.items()}
    named["denominators"] = denominators
    named["folds"] = {word + "fold": n for word, n in (small | tens | scales).items() if n > 1}
    named["plural_scales"] = {word + "s": n for word, n in scales.items() if not word.endswith("s")} | scales
    named["after_digits"] = frozenset(
        {"and", "-", "point", *named["plural_scales"], *named["dozens"], "dozens", *ordinals, *denominators}
    )
    named["compound"] |= {*small, *tens, *scales, *named["dozens"], *denominators, *ordinals}
    return NumberWords(**named)
