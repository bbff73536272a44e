"""Read the numeral that begins at a word: "164", "two and a half million", "a third", "several dozen"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from atodds.extract.numbers.numeral import Form, Numeral
from atodds.extract.numbers.parts import number_in_words
from atodds.extract.numbers.vague import ARTICLES, VAGUE, after_article, half, magnitude, none, vague
from atodds.extract.numbers.words import number_words
from atodds.extract.numbers.written import number_in_digits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from atodds.extract.numbers.atoms import Atoms

    _Reader = Callable[[Atoms, int], Numeral | None]


def read_numeral(atoms: Atoms, index: int, *, money: bool = False) -> Numeral | None:
    """
    Return the longest numeral that begins at the atom, None if no number begins there.

    `money` says that a currency stands before it, which turns a glued "m" into million. Looks at a bounded
    number of atoms.
    """
    if atoms.kind[index] == "number":
        return number_in_digits(atoms, index, money=money)
    reader = numeral_readers().get(atoms.low[index])
    return reader(atoms, index) if reader else None


@cache
def numeral_readers() -> Mapping[str, _Reader]:
    """Return what reads the numerals that begin with a word, for every such word."""
    words = number_words()
    return (
        dict.fromkeys((*words.small, *words.tens, *words.scales), number_in_words)
        | dict.fromkeys(words.dozens, _dozen)
        | {"zero": _zero}
        | dict.fromkeys(words.ordinals, _ordinal)
        | dict.fromkeys(words.parts, half)
        | dict.fromkeys(words.folds, _fold)
        | dict.fromkeys(words.vulgar, _vulgar)
        | dict.fromkeys(ARTICLES, after_article)
        | dict.fromkeys(VAGUE, vague)
        | dict.fromkeys(words.magnitudes, magnitude)
        | dict.fromkeys(("no", "none", "nobody", "no-one"), none)
    )


def _dozen(atoms: Atoms, index: int) -> Numeral | None:
    """Read "dozen"; a baker's dozen is none."""
    if index and atoms.low[index - 1] in ("'s", "’s"):
        return None
    return number_in_words(atoms, index)


def _zero(atoms: Atoms, index: int) -> Numeral | None:
    """Read "zero"; "net-zero" and "zero-emission" count nothing."""
    before = index - 1 - (index > 0 and atoms.low[index - 1] == "-" and atoms.glued(index))
    if atoms.word(before) in number_words().before_no_zero:
        return None
    if atoms.word(index + 1) == "-" and atoms.glued(index + 1) and atoms.word(index + 2) != "to":
        return None
    return number_in_words(atoms, index)


def _ordinal(atoms: Atoms, index: int) -> Numeral:
    return Numeral(index, index + 1, number_words().ordinals[atoms.low[index]], Form.ORDINAL)


def _fold(atoms: Atoms, index: int) -> Numeral:
    """Read "sixfold" as six times."""
    return Numeral(index, index + 1, number_words().folds[atoms.low[index]])


def _vulgar(atoms: Atoms, index: int) -> Numeral:
    return Numeral(index, index + 1, number_words().vulgar[atoms.low[index]], Form.FRACTION)
