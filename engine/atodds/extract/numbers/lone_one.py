"""Tell the number one from the pronoun: "one soldier", "one of them", but "the one you mean"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atodds.extract.grammar import grammar, stops
from atodds.extract.numbers.words import number_words

if TYPE_CHECKING:
    from atodds.extract.numbers.atoms import Atoms

_BEFORE_A_SHARE: Final = frozenset({"in", "out", "over", "to", "or", "-"})
_MAY_STAND_BEFORE_ONE_NOUN: Final = frozenset({"the", "this", "that", "some", "any"})


def is_pronoun(atoms: Atoms, at: int) -> bool:
    """Say whether the word "one" at an atom counts nothing."""
    words = number_words()
    before = atoms.low[at - 1] if at else ""
    after = atoms.low[at + 1] if at + 1 < atoms.size else ""
    if _is_fixed(atoms, at, before, after):
        return True
    if after in _BEFORE_A_SHARE and _number_stands(atoms, at + 2 + (after == "out")):
        return False  # one in five, one to two years
    noun_follows = bool(after) and after[0].isalpha() and after not in stops()
    if before in words.before_pronoun:
        return not (noun_follows and before in _MAY_STAND_BEFORE_ONE_NOUN)
    if noun_follows:
        return False
    open_before = (
        before in grammar().prepositions or before in grammar().conjunctions or before in words.before_count
    )
    if open_before or not before or not before[0].isalpha():
        return bool(after) and after not in words.after_count
    return after not in words.after_bare_count


def _is_fixed(atoms: Atoms, at: int, before: str, after: str) -> bool:
    """See "one another", "one's", "one-off", "one by one", "one can"."""
    words = number_words()
    if after in words.after_pronoun or after in grammar().modals:
        return True
    if after in grammar().pronouns and after not in ("that", "who"):
        return True
    if after == "-" and atoms.glued(at + 1) and atoms.word(at + 2) in words.after_compound:
        return True
    if after == "by" and atoms.low[at + 2 : at + 3] == ["one"]:
        return True
    return before == "by" and atoms.low[max(0, at - 2)] == "one"


def _number_stands(atoms: Atoms, at: int) -> bool:
    words = number_words()
    return at < atoms.size and (
        atoms.kind[at] == "number" or atoms.low[at] in words.small or atoms.low[at] in words.tens
    )
