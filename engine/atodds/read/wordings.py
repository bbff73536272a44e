"""The furniture of a news page, known by its wording: rules/lexicon/boilerplate.yaml, ready for look-up."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple

from atodds.rulebook.lexicon import load_table


class Furniture(StrEnum):
    """What a line is by its wording; each value is a table of the lexicon file."""

    BOILERPLATE = "boilerplate"
    COMMENTS = "comments"
    RELATED = "related"
    CAPTION = "captions"
    PUBLISHED = "published"
    UPDATED = "updated"


class Label(NamedTuple):
    """A line's furniture, and whether the wording is all there is of it ("Related:") or only its start."""

    furniture: Furniture
    alone: bool


_NUMBER: Final = re.compile(r"\d[\d.,]*")
_ENDS: Final = " \t\u00a0.:·•»›>‹<-–—|[](){}*_~=+…"
_BULLETS: Final = " \t\u00a0·•»›>►▶-–—|*"
_MAY_OPEN: Final = frozenset(_BULLETS + "©([&")
_SENTENCE_ENDS: Final = frozenset(".!?\"”’'")
_LONGEST: Final = 60  # characters of a wording
_LONGEST_NOTICE: Final = 24  # characters of a full line that may be printed with a full stop


@cache
def _whole() -> dict[str, Furniture]:
    table = load_table("boilerplate")
    return {line: kind for kind in Furniture for line in table[kind].get("whole", ())}


@cache
def _openings() -> dict[str, tuple[tuple[str, Furniture], ...]]:
    """Return the openings by their first word, longest first, so that one look-up passes over most lines."""
    table = load_table("boilerplate")
    by_word: dict[str, list[tuple[str, Furniture]]] = {}
    for kind in Furniture:
        for opening in table[kind].get("opens", ()):
            by_word.setdefault(_first_word(opening), []).append((opening, kind))
    return {
        word: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0]))) for word, rows in by_word.items()
    }


@cache
def _first_words() -> frozenset[str]:
    """Return the first words of all openings as they are printed, and those of a byline."""
    return frozenset(
        form + mark
        for word in (*_openings(), "by")
        for form in (word, word.capitalize(), word.upper())
        for mark in ("", ":", ",", ".", "|")
    )


def is_plain(words: str) -> bool:
    """Say whether a paragraph is so much a sentence that it can be no furniture, credit or heading."""
    return (
        len(words) > _LONGEST_NOTICE
        and words[-1] in _SENTENCE_ENDS
        and words[0] not in _MAY_OPEN
        and words.split(" ", 1)[0] not in _first_words()
    )


def _may_open(words: str) -> bool:
    return words[0] in _MAY_OPEN or words.split(" ", 1)[0] in _first_words()


def label_of(words: str) -> Label | None:
    """
    Return what a line says that it is, or None for a line that may be part of the report.

    "Updated" and "published" are labels whatever follows; it is for the caller to ask for a date.
    """
    may_open = _may_open(words)
    if len(words) > _LONGEST and not may_open:
        return None
    key = _NUMBER.sub("#", words[:_LONGEST].casefold())
    if not key.isascii():
        key = key.replace("’", "'").replace("©", "© ")
    if len(words) <= _LONGEST and (kind := _whole().get(" ".join(key.strip(_ENDS).split()))):
        return Label(kind, alone=True)
    if not may_open:
        return None
    key = " ".join(key.lstrip(_BULLETS).split())
    for opening, kind in _openings().get(_first_word(key), ()):
        rest = key[len(opening) :]
        if key.startswith(opening) and not rest[:1].isalnum():
            return Label(kind, alone=len(words) <= _LONGEST and not rest.strip(_ENDS))
    return None


def _first_word(words: str) -> str:
    return words.partition(" ")[0].rstrip(":,.|")


@cache
def names(table: str) -> tuple[str, ...]:
    """Return one of the lexicon file's plain lists, in the order of the file."""
    return tuple(load_table("boilerplate")[table])


@cache
def any_of(table: str) -> str:
    """Return a regex that takes any name of a plain list, the longest first."""
    return "|".join(re.escape(name) for name in sorted(names(table), key=lambda name: (-len(name), name)))
