"""Tell a changed meaning from a changed wording: negation, limits, numbers, doubt, modality, names, tense."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from atodds.compare.lexis import content, lexis
from atodds.compare.words import Word, printed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.compare.align import Block

_EXCEPTIONS = frozenset({"unless", "except", "until"})
_PAST = frozenset({"was", "were", "did", "had"})
_SMALL_WITH_NUMBER = frozenset(
    {"of", "the", "a", "an", "about", "just", "at", "least", "than", "more", "some", "in", "all"}
)
_SHORT = 4  # words; in a longer change an opposite or a tense may stand by chance
_SAME_NAME = 70  # percent of letters that two spellings of one name share


class Turn(NamedTuple):
    """Why a grade was given: the kind of change and the words of both sides, each in marks or "nothing"."""

    name: str
    a: str
    b: str

    def swapped(self) -> Turn:
        """Return the same with the sides exchanged."""
        return Turn(self.name, self.b, self.a)

    def __str__(self) -> str:
        if not self.a and not self.b:
            return self.name
        return f"{self.name}: {self.a} against {self.b}"


def turn(change: Block, following: tuple[str, str] = ("", "")) -> Turn | None:
    """
    Return why a change turns the meaning ("negation: 'may' against 'may not'"), or None where it does not.

    `following` are the words behind the change on both sides, which some modal words need: "have | to".
    """
    a, b = change.a, change.b
    keys_a, keys_b = [word.key for word in a], [word.key for word in b]
    short = max(len(a), len(b)) <= _SHORT
    reasons = (
        ("only", _exclusive(keys_a) != _exclusive(keys_b)),
        ("negation", _denied(a, keys_b) != _denied(b, keys_a)),
        ("number", _numbers_differ(keys_a, keys_b)),
        ("doubt", _doubted(keys_a) != _doubted(keys_b)),
        ("modality", _modality_differs([*keys_a, following[0]], [*keys_b, following[1]])),
        ("opposite", short and any(frozenset({x, y}) in lexis().opposites for x in keys_a for y in keys_b)),
        ("name", _names_differ(a, b)),
        ("who", _persons_differ(keys_a, keys_b)),
        ("tense", short and _future_against_past(keys_a, keys_b)),
    )
    for name, turned in reasons:
        if turned:
            return Turn(name, printed(a), printed(b))
    return None


def turn_of_sentences(a: Sequence[Word], b: Sequence[Word]) -> Turn | None:
    """Return why two sentences that say one thing in other words differ in meaning, or None."""
    keys_a, keys_b = [word.key for word in a], [word.key for word in b]
    numbers_a, numbers_b = _numbers(keys_a), _numbers(keys_b)
    reasons = (
        ("only", _exclusive(keys_a) != _exclusive(keys_b)),
        ("negation", _denied(a, keys_b) != _denied(b, keys_a)),
        ("number", bool(numbers_a and numbers_b) and not (numbers_a <= numbers_b or numbers_b <= numbers_a)),
    )
    for name, turned in reasons:
        if turned:
            return Turn(name, _telling(a, name), _telling(b, name))
    return None


def swapped(a: Sequence[Word], b: Sequence[Word]) -> Turn | None:
    """
    Return why two sentences of the same words turn the meaning: "police shot the crowd" and the reverse.

    Something that stays, the verb, must stand between what trades places: a list in another order says the
    same, and so does a passive ("was shot by").
    """
    one, other = content(word.key for word in a), content(word.key for word in b)
    if one == other or sorted(one) != sorted(other) or any(word.pause == "." for word in (*a[:-1], *b[:-1])):
        return None
    if sum(word.key == "by" for word in a) != sum(word.key == "by" for word in b):
        return None
    moved = [at for at, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    if all(at in moved for at in range(moved[0], moved[-1])):
        return None
    return Turn("who", printed(a), printed(b))


def _denied(words: Sequence[Word], others: Sequence[str]) -> bool:
    """Say whether the negations of a stretch leave one standing: "not", "refused", "unsafe" beside "safe"."""
    words = [word for word in words if not (word.key == "no" and word.pause == ",")]
    keys = [word.key for word in words]
    count = sum(key in lexis().negations or key in lexis().denials for key in keys)
    count += any(key in _EXCEPTIONS for key in keys) and count % 2
    for key in keys:
        stems = (key.removeprefix(prefix) for prefix in lexis().negative_prefixes if key.startswith(prefix))
        count += any(len(stem) > 3 and stem in others for stem in stems)
    return bool(count % 2)


def _exclusive(keys: Sequence[str]) -> bool:
    """Say whether words limit: "only when", "not … unless"."""
    if any(key in lexis().limits - _EXCEPTIONS for key in keys):
        return True
    return any(key in _EXCEPTIONS for key in keys)


def _numbers(keys: Sequence[str]) -> set[str]:
    return {
        key
        for key in keys
        if key[:1].isdigit() or key[:1] in "$£€" or (key in lexis().counts and key.endswith(("n", "d", "s")))
    }


def _numbers_differ(a: Sequence[str], b: Sequence[str]) -> bool:
    one, other = _numbers(a), _numbers(b)
    if one and other:
        return one != other
    if not one and not other:
        return False
    keys = a if one else b
    if one | other == {"1"}:
        at = list(keys).index("1")
        return list(keys[at + 1 : at + 2]) == ["of"]  # "one of the worst" against "the worst"
    return all(key in one | other or key in _SMALL_WITH_NUMBER for key in keys)


def _doubted(keys: Sequence[str]) -> bool:
    return any(key in lexis().hedges for key in keys)


def _modality_differs(a: Sequence[str], b: Sequence[str]) -> bool:
    one, other = _modal_classes(a), _modal_classes(b)
    if {"may", "must"} == one | other and one != other and one and other:
        return True
    certain, possible = {"will", "would"}, {"may", "might", "could"}
    bare_a, bare_b = set(a[:-1]), set(b[:-1])
    return (
        (bare_a <= certain and bare_b <= possible) or (bare_b <= certain and bare_a <= possible)
    ) and bool(bare_a and bare_b)


def _modal_classes(keys: Sequence[str]) -> set[str]:
    modality = lexis().modality
    classes = {modality[key] for key in keys if key in modality}
    classes |= {
        modality[f"{one} {two}"] for one, two in itertools.pairwise(keys) if f"{one} {two}" in modality
    }
    return classes & {"may", "must"}


def _names_differ(a: Sequence[Word], b: Sequence[Word]) -> bool:
    if not a or not b or not all(_is_name(word) for word in (*a, *b)):
        return False
    one, other = [word.key for word in a], [word.key for word in b]
    if set(one) <= set(other) or set(other) <= set(one) or _initials(one, other) or _initials(other, one):
        return False
    return fuzz.ratio(" ".join(one), " ".join(other)) < _SAME_NAME


def _is_name(word: Word) -> bool:
    return (
        word.surface[:1].isupper() and not word.opens and not word.gloss and word.key not in lexis().function
    )


def _initials(short: Sequence[str], words: Sequence[str]) -> bool:
    """Say whether one word is made of the first letters of others: NATO."""
    return (
        len(short) == 1 and len(words) > 1 and short[0].replace(".", "") == "".join(word[0] for word in words)
    )


def _persons_differ(a: Sequence[str], b: Sequence[str]) -> bool:
    """Say whether another person does what follows: he, she, they, we. I for he is only fitted in."""
    one, other = _subject(a), _subject(b)
    return bool(one and other) and one != other and "i" not in {one, other}


def _subject(keys: Sequence[str]) -> str:
    """Return the pronoun that a change ends with, small words apart: "what we know is | they have"."""
    for key in reversed(keys):
        if key in lexis().persons:
            return key
        if key not in lexis().function:
            return ""
    return ""


def _future_against_past(a: Sequence[str], b: Sequence[str]) -> bool:
    return (_future(a) and _past(b)) or (_future(b) and _past(a))


def _future(keys: Sequence[str]) -> bool:
    return "will" in keys or ("going" in keys and "to" in keys)


def _past(keys: Sequence[str]) -> bool:
    return (
        "will" not in keys
        and "would" not in keys
        and any(key in _PAST or (key.endswith("ed") and len(key) > 4) for key in keys)
    )


def _telling(words: Sequence[Word], name: str) -> str:
    """Return the words around what decides: "may not be worn", "only when they"."""
    telling = (
        lexis().negations | lexis().denials if name == "negation" else lexis().limits | lexis().negations
    )
    for at, word in enumerate(words):
        if word.key in telling or (name == "number" and word.key[:1].isdigit()):
            return printed(words[max(0, at - 1) : at + 3])
    return printed(words[:6])
