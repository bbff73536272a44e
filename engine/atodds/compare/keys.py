"""Fold a printed word to what it is compared by: case, spelling, contractions, figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from atodds.rulebook.lexicon import load_table
from atodds.rulebook.persons import fold

_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
_APOSTROPHES = str.maketrans("’‘´`", "''''")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    contractions: dict[str, str]
    tails: dict[str, str]
    shortens_is: frozenset[str]
    shortens_would: frozenset[str]
    abbreviations: dict[str, str]
    spelling: dict[str, str]
    endings: tuple[tuple[str, str], ...]
    numbers: dict[str, str]
    long_names: dict[str, dict[tuple[str, ...], str]]
    spoken: dict[str, list[str]]


@cache
def _lexicon() -> _Lexicon:
    rows = load_table("wording")
    long_names: dict[str, dict[tuple[str, ...], str]] = {}
    for words, short in rows["long_names"].items():
        parts = tuple(rows["numbers"].get(word, word) for word in words.split())
        parts = tuple(map(str, parts))
        long_names.setdefault(parts[0], {})[parts] = short
    return _Lexicon(
        contractions=rows["contractions"],
        tails=rows["tails"],
        shortens_is=frozenset(rows["shortens_is"]),
        shortens_would=frozenset(rows["shortens_would"]),
        abbreviations=rows["abbreviations"],
        spelling=rows["spelling"],
        endings=tuple(
            sorted((tuple(pair) for pair in rows["spelling_endings"]), key=lambda pair: -len(pair[0]))
        ),
        numbers={word: str(number) for word, number in rows["numbers"].items()},
        long_names=long_names,
        spoken={word: meant.split() for word, meant in rows["spoken"].items()},
    )


def keys_of(surface: str) -> list[str]:
    """Return what one printed word is compared by: "We've" gives "we", "have"."""
    if surface == "US":
        return ["u.s"]
    word = fold(surface).translate(_APOSTROPHES)
    if word in _lexicon().contractions:
        return _lexicon().contractions[word].split()
    if word[0].isdigit() or word[0] in "$£€@#":
        return _number_keys(word)
    if "." in word:
        return [word.rstrip(".")]
    head, mark, tail = word.partition("'")
    return _shortened(word, head, tail) if mark else [_spelled(word)]


def _shortened(word: str, head: str, tail: str) -> list[str]:
    """Return the keys of a word with an apostrophe: a contraction, a genitive, or goin'."""
    lexicon = _lexicon()
    if word.endswith("n't"):
        return [_spelled(word[:-3]), "not"]
    if tail and "'" + tail in lexicon.tails:
        return [_spelled(head), lexicon.tails["'" + tail]]
    if tail == "d" and head in lexicon.shortens_would:
        return [head, "would"]
    if tail == "s":
        return [head, "is"] if head in lexicon.shortens_is else [_spelled(head), "'s"]
    if not tail and head.endswith("in") and len(head) >= 4:
        return [head + "g"]
    if not tail and head.endswith("s"):
        return [_spelled(head), "'s"]  # the workers' union
    return [head + tail]


@cache
def _spelled(word: str) -> str:
    """Return the American spelling and the long form of a word."""
    lexicon = _lexicon()
    if word in lexicon.numbers:
        return lexicon.numbers[word]
    word = lexicon.abbreviations.get(word, word)
    word = lexicon.spelling.get(word, word)
    if len(word) >= 5:
        for british, american in lexicon.endings:
            if word.endswith(british) and len(word) - len(british) >= 2:
                word = word.removesuffix(british) + american
                break
        word = word.replace("ae", "e").replace("oe", "e")
    return word


def _number_keys(word: str) -> list[str]:
    bare = _ORDINAL.sub("", word.lstrip("@#").replace(",", ""))
    return [bare.removesuffix("%"), "percent"] if bare.endswith("%") else [bare]


def long_names(first: str) -> dict[tuple[str, ...], str]:
    """Return the names of several words that begin with a key, each with its short form."""
    return _lexicon().long_names.get(first, {})


def spoken_form(surface: str) -> list[str]:
    """Return what a spoken form stands for: "gonna" gives "going", "to"; nothing for other words."""
    return _lexicon().spoken.get(fold(surface).translate(_APOSTROPHES), [])
