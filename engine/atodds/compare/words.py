"""Read a quotation into words that compare alike whatever their typography."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from atodds.compare.keys import keys_of, long_names, spoken_form
from atodds.rulebook.persons import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_PIECE = re.compile(
    r"""
    (?P<gap> \[\s*(?:\.\s*){2,}\] | \(\s*(?:…|\.{2,})\s*\)                # words left out: [...]  (…)
           | \[…\] | … | \.\s?\.(?:\s?\.)+ | \.{3,} )
  | (?P<open> [\[(] )
  | (?P<close> [\])] )
  | (?P<masked> [^\W\d_]? [*]{2,} \w* | [^\W\d_]-{2,}[^\W_]* (?<! - )      # s***  s--t
              | [^\W\d_] -{2,} (?= \W | $ ) | _{3,} )                       # s---  ____
  | (?P<word>
        (?: [^\W\d_] \. ){2,}                                 # U.N.
      | [$£€@#]? \d+ (?: [.,:/] \d+ )* [^\W\d_]* %?            # 1,200  2.5  7:30  22nd
      | [^\W\d_]+ (?: ['’‘´`] [^\W\d_]+ )* (?: (?<=in)['’] | (?<=s)['’](?=\s\w) )?   # didn't  O'Brien  goin'
      | [&%]
    )
  | (?P<pause> [.!?;:,—–]+ | -- )
    """,
    re.VERBOSE,
)
_MASKED_WORDS = frozenset(
    {"expletive", "expletives", "deleted", "bleep", "bleeped", "redacted", "profanity", "obscenity"}
)


class Word(NamedTuple):
    """
    One word of a quotation.

    `key` is what it is compared by, `surface` what is printed, `start`..`end` its place in the quotation. A
    contraction is several words of one surface: `part` is the number of this one and how many there are.
    `gloss` marks a word inside brackets. `pause` is the mark behind the word: "." for any that ends a
    sentence, "," for any that ends a clause, "" for none. `opens` marks the first word of a sentence,
    `spoken` a form that is only spoken.
    """

    key: str
    surface: str
    start: int
    end: int
    gloss: bool = False
    pause: str = ""
    opens: bool = False
    part: tuple[int, int] = (0, 1)
    spoken: bool = False


@lru_cache(maxsize=4096)
def read_words(quote: str) -> tuple[Word, ...]:
    """
    Return the words of a quotation in order; words left out ("…") are the word "…".

    Case, accents, marks, hyphens, contractions, British spelling, figures and common short forms make no
    difference to the keys. Linear time, never raises.
    """
    words: list[Word] = []
    depth = 0
    for piece in _PIECE.finditer(quote):
        kind = piece.lastgroup
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth = max(0, depth - 1)
        elif kind == "pause":
            if words and words[-1].pause != ".":
                words[-1] = words[-1]._replace(pause="." if piece.group()[0] in ".!?" else ",")
        elif kind == "gap":
            words.append(Word("…", piece.group(), piece.start(), piece.end()))
        elif kind == "masked":
            words.append(Word("[masked]", piece.group(), piece.start(), piece.end()))
        else:
            spoken = spoken_form(piece.group())
            keys = spoken or keys_of(piece.group())
            if depth and fold(piece.group()) in _MASKED_WORDS:
                keys = ["[masked]"]
            opens = not words or words[-1].pause == "."
            words += [
                Word(
                    key,
                    piece.group(),
                    *piece.span(),
                    gloss=depth > 0,
                    opens=opens and not number,
                    part=(number, len(keys)),
                    spoken=bool(spoken),
                )
                for number, key in enumerate(keys)
            ]
    return tuple(_number_groups(_short_names(words)))


def _short_names(words: list[Word]) -> list[Word]:
    """Read "United Nations" as "U.N." and "no one" as "nobody"."""
    merged: list[Word] = []
    at = 0
    while at < len(words):
        short, taken = _short_name(words, at, long_names(words[at].key))
        if taken and not (short == "u.n" and taken == 1 and not words[at].surface.isupper()):
            last = words[at + taken - 1]
            merged.append(words[at]._replace(key=short, end=last.end, pause=last.pause))
            merged[-1] = merged[-1]._replace(surface=surfaces(words[at : at + taken]), part=(0, 1))
            at += taken
        else:
            merged.append(words[at])
            at += 1
    return merged


def _short_name(words: list[Word], at: int, names: dict[tuple[str, ...], str]) -> tuple[str, int]:
    for name in sorted(names, key=len, reverse=True):
        if tuple(word.key for word in words[at : at + len(name)]) == name:
            return names[name], len(name)
    return "", 0


def _number_groups(words: list[Word]) -> list[Word]:
    """Read "twenty", "five" as 25 and "two and a half" as 2, 1/2."""
    merged: list[Word] = []
    for word in words:
        last = merged[-1] if merged else None
        if (
            last is not None
            and _is_tens(last)
            and word.surface.isalpha()
            and len(word.key) == 1
            and word.key in "123456789"
        ):
            surface = f"{last.surface}-{word.surface}"
            merged[-1] = last._replace(
                key=last.key[0] + word.key, surface=surface, end=word.end, pause=word.pause
            )
        elif (
            word.key == "half"
            and [one.key for one in merged[-2:]] == ["and", "a"]
            and merged[-3:-2]
            and merged[-3].key.isdigit()
        ):
            del merged[-2:]
            merged.append(word._replace(key="1/2", surface="and a half"))
        else:
            merged.append(word)
    return merged


def _is_tens(word: Word) -> bool:
    return word.surface.isalpha() and len(word.key) == 2 and word.key[1] == "0" and word.key.isdigit()


def printed(words: Sequence[Word]) -> str:
    """Return words as they are printed, in marks; "nothing" for none."""
    shown = surfaces(words)
    return f"'{shown}'" if shown else "nothing"


def surfaces(words: Sequence[Word]) -> str:
    """Return words as they are printed; of a contraction that is not there in full, the long forms."""
    shown = []
    at = 0
    while at < len(words):
        word = words[at]
        number, parts = word.part
        whole = number == 0 and [one.part for one in words[at : at + parts]] == [
            (i, parts) for i in range(parts)
        ]
        shown.append(word.surface if whole else word.key)
        at += parts if whole else 1
    return " ".join(shown)
