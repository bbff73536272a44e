"""Names as a sentence prints them: runs of capitalised words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atodds.extract.clause.frame import Frame

_PARTICLES = frozenset(
    {"al", "bin", "ibn", "da", "de", "del", "der", "di", "dos", "du", "la", "le", "van", "von", "ter", "el"}
)
_LONGEST = 5  # words of a name


def name_after(frame: Frame, at: int) -> int:
    """Return where the name that begins at a token ends; `at` itself if none does."""
    stop = at
    while (
        stop < len(frame)
        and stop - at < _LONGEST
        and (_in_name(frame, stop) or (stop > at and _joins(frame, stop)))
    ):
        stop += 1
    return stop


def name_before(frame: Frame, stop: int) -> int:
    """Return where the name that ends right before a token begins; `stop` itself if none does."""
    first = stop
    while (
        first > 0
        and stop - first < _LONGEST
        and (_in_name(frame, first - 1) or (first < stop and first > 1 and _joins(frame, first - 1)))
    ):
        first -= 1
    return first


def _in_name(frame: Frame, at: int) -> bool:
    token, word = frame.tokens[at], frame.low[at]
    if token.kind != "word" or not frame.is_capital(at) or len(word) < 2 or word == "'s":
        return False
    words = frame.grammar
    return (
        word
        not in words.weekdays
        | words.months
        | words.prepositions
        | words.determiners
        | words.pronouns
        | words.conjunctions
    )


def _joins(frame: Frame, at: int) -> bool:
    """See "de" in "Maria de Souza" and the point of "John F. Kerry"."""
    if frame.low[at] in _PARTICLES:
        return at + 1 < len(frame) and frame.is_capital(at + 1)
    initial = frame.tokens[at].text
    return len(initial) == 1 and (
        initial.isupper() or (initial == "." and len(frame.tokens[at - 1].text) == 1)
    )
