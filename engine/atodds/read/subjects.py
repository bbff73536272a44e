"""Where a page goes on to another subject: a heading over words and names that are not those above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from atodds.read.lines import furniture_of, is_heading
from atodds.read.wordings import Furniture
from atodds.rulebook.newswords import content_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.read.blocks import Paragraph

_LEAST: Final = 500  # characters that must stand above a heading and below it for their words to tell
_ABOVE: Final = (
    4500  # characters looked at on either side, and of those below the first, which a headline sums up
)
_BELOW: Final = 1500
_FIRST: Final = 700
_WORDS: Final = 3  # content words of a headline at least; "Background", "Sandy Hook: 26 killed" have fewer
_NAMES: Final = 5  # names that each side must have
# Fitted by logistic regression to headings inside 1,400 single articles and to titles between articles
# joined by chance, then rounded.
_BIAS: Final = 1.3
_MOST: Final = 4  # words of the heading that count
_WORDS_SHARED: Final = -2.0
_NAMES_SHARED: Final = -25.0
_PULLED: Final = re.compile(r"[\"“].*[\"”]")  # a sentence of the report, printed large
_NAMED: Final = re.compile(r"[^\W\d_][\w'’-]{3,}")


def new_subjects(paragraphs: Sequence[Paragraph]) -> list[int]:
    """
    Return the headings, by their place among the paragraphs, under which another subject begins.

    The words of a headline come back in the sentences under it, not in those above; and of the names under
    it hardly one stands above. The headings inside one report fail the second test, since its people and
    places go on. Readers' comments are not looked at.
    """
    found: list[int] = []
    start = above = 0
    for index, (_, _, words) in enumerate(paragraphs):
        if above >= _LEAST and words[-1] != "." and is_heading(words):
            label = furniture_of(words)
            if label is None:
                if _is_new(paragraphs, start, index):
                    found.append(index)
                    start, above = index, 0
            elif label.furniture is Furniture.COMMENTS:
                break
        above += len(words)
    return found


def _is_new(paragraphs: Sequence[Paragraph], start: int, index: int) -> bool:
    heading = _content(paragraphs[index][2])
    if len(heading) < _WORDS or _PULLED.fullmatch(paragraphs[index][2]):
        return False
    below = _text(paragraphs[index + 1 :], _BELOW)
    if len(below) < _LEAST:
        return False
    above = _text(paragraphs[start:index][::-1], _ABOVE)
    names, others = _names(above), _names(below)
    fewer = min(len(names), len(others))
    if fewer < _NAMES:
        return False
    here, there = _content(above), _content(below)
    score = (
        _BIAS
        + min(_MOST, len(heading & _content(below[:_FIRST])))
        - min(_MOST, len(heading & here))
        + _WORDS_SHARED * len(here & there) / max(1, min(len(here), len(there)))
        + _NAMES_SHARED * len(names & others) / fewer
    )
    return score > 0


def _text(paragraphs: Sequence[Paragraph], size: int) -> str:
    """Return paragraphs, the first ones up to a size in characters, one a line."""
    parts: list[str] = []
    left = size
    for _, _, words in paragraphs:
        parts.append(words[:left])
        left -= len(words)
        if left <= 0:
            break
    return "\n".join(parts)


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word, _ in content_words(text))


def _names(text: str) -> frozenset[str]:
    """Return the words of a text that are always written with a capital."""
    words = {found.group().replace("’", "'").removesuffix("'s") for found in _NAMED.finditer(text)}
    plain = {word for word in words if not word[0].isupper()}
    return frozenset(folded for word in words - plain if (folded := word.lower()) not in plain)
