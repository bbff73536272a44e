"""The table of hedges, rules/lexicon/hedges.yaml: its rows, their wordings and their bounds."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from atodds.extract.numbers.atoms import atoms_of
from atodds.extract.numbers.digits import tidy
from atodds.extract.tokens import lex
from atodds.model.interval import Interval, Number
from atodds.model.quantity import Hedge
from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from collections.abc import Iterable

_BOUNDS: Final = re.compile(r"(?P<left>[\[(])\s*(?P<low>[^,]+?)\s*,\s*(?P<high>[^,]+?)\s*(?P<right>[\])])")
_TERM: Final = re.compile(
    r"""
    (?: (?P<before> [\d.]+ ) \s* \* \s* )?              # 24 *
    (?P<name> N | A | B | round\(N\) | order\(N\) )
    (?: \s* \* \s* (?P<after> [\d.]+ ) )?               # * 0.9
    (?: \s* - \s* (?P<less> \d+ ) )?                    # - 1
    """,
    re.VERBOSE,
)
_SLOT: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class _Term:
    """One bound of a row: `factor` times the number or its next round neighbour, minus `less`."""

    name: str
    factor: float
    less: int

    def value(self, number: Number, step: Number) -> Number | None:
        """Return the bound for a number whose last digit counts `step`; None is unbounded."""
        if self.name == "inf":
            return None
        if self.name == "constant":
            return tidy(self.factor)
        if self.name == "round(N)":
            number += step
        elif self.name == "order(N)":
            number = _next_order(number)
        scaled = number * int(self.factor) if self.factor == int(self.factor) else number * self.factor
        return tidy(scaled - self.less)


def _next_order(number: Number) -> Number:
    """Return the next multiple of a number's order of magnitude: 200 for 164, 30 for 20, 10 for 9."""
    if number <= 0:
        return number
    order = 10.0 ** math.floor(math.log10(number))
    return tidy((math.floor(number / order + 1e-9) + 1) * order)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds of a row as written: "[N * 0.9, N)"."""

    low: _Term
    high: _Term
    low_open: bool
    high_open: bool

    def interval(self, low: Number, high: Number, step: Number) -> Interval:
        """
        Return the interval for a number, or for a range from low to high.

        `step` is the unit of the number's last digit. Bounds that cross or empty out (below zero, at
        zero) are put in order and closed, so that the interval always holds the number's neighbourhood.
        """
        left = self.low.value(low, step)
        right = self.high.value(high, step)
        if self.low.name == "constant" and right is not None and right < 0:
            left = None  # "below -30" has no floor at zero
        left_open, right_open = self.low_open and left is not None, self.high_open and right is not None
        if left is not None and right is not None and left >= right:
            if left == right:
                return Interval(left, left)
            left, right, left_open, right_open = right, left, right_open, left_open
        return Interval(left, right, left_open, right_open)


@dataclass(frozen=True, slots=True)
class Row:
    """One meaning of hedging words; `id` is what a finding names."""

    id: str
    hedge: Hedge
    allowed: Bounds
    implied: Bounds


@dataclass(frozen=True, slots=True)
class Rounding:
    """How bare round figures spread: from `least` up, by `half_unit` of a unit, at most by `widest` of N."""

    least: Number
    half_unit: float
    widest: float


_Wordings = dict[str, tuple[tuple[int, dict[tuple[str, ...], Row]], ...]]


@dataclass(frozen=True, slots=True)
class HedgeTable:
    """
    All rows by id, and their wordings.

    `before` has the wordings that precede a number by their last word, `after` those that follow by their
    first, each as (number of words, rows by wording), the longest first. After one of `topics` "over" and
    "about" hedge nothing.
    """

    rows: dict[str, Row]
    before: _Wordings
    after: _Wordings
    rounding: Rounding
    topics: frozenset[str]


@cache
def hedge_table() -> HedgeTable:
    """Return the shipped table; read once per process. Raises ValueError for bounds that cannot be read."""
    table = load_table("hedges")
    rows: dict[str, Row] = {}
    before: dict[tuple[str, ...], Row] = {}
    after: dict[tuple[str, ...], Row] = {}
    for line in table["rows"]:
        row = Row(line["id"], Hedge(line["hedge"]), _bounds(line["allowed"]), _bounds(line["implied"]))
        rows[row.id] = row
        for words in _phrases(line.get("before", ()), table["synonyms"]):
            before.setdefault(words, row)
        for words in _phrases(line.get("after", ()), table["synonyms"]):
            after.setdefault(words, row)
    rounding = table["rounding"]
    return HedgeTable(
        rows,
        _by_word(before, -1),
        _by_word(after, 0),
        Rounding(rounding["from"], rounding["half_unit"], rounding["widest"]),
        frozenset(table["topics"]),
    )


def _by_word(rows: dict[tuple[str, ...], Row], at: int) -> _Wordings:
    """Return rows by the word of their wording at a place, and then by the number of its words."""
    found: dict[str, dict[int, dict[tuple[str, ...], Row]]] = {}
    for words, row in rows.items():
        found.setdefault(words[at], {}).setdefault(len(words), {})[words] = row
    return {word: tuple(sorted(sizes.items(), reverse=True)) for word, sizes in found.items()}


def _phrases(wordings: Iterable[str], synonyms: dict[str, list[str]]) -> set[tuple[str, ...]]:
    """Cut wordings into atoms, each {name} standing for any of its synonyms."""
    pending = list(wordings)
    phrases: set[tuple[str, ...]] = set()
    while pending:
        wording = pending.pop()
        slot = _SLOT.search(wording)
        if slot is None:
            phrases.add(tuple(atoms_of(lex(wording)).low))
        else:
            pending += (wording.replace(slot[0], word) for word in synonyms[slot[1]])
    return phrases


def _bounds(text: str) -> Bounds:
    found = _BOUNDS.fullmatch(text)
    if found is None:
        raise ValueError(f"hedges.yaml: {text!r} is no pair of bounds")
    return Bounds(_term(found["low"]), _term(found["high"]), found["left"] == "(", found["right"] == ")")


def _term(text: str) -> _Term:
    if text == "inf":
        return _Term("inf", 1, 0)
    found = _TERM.fullmatch(text)
    if found is None:
        return _Term("constant", float(text), 0)
    factor = float(found["before"] or 1) * float(found["after"] or 1)
    return _Term(found["name"], factor, int(found["less"] or 0))
