"""Tie a date, length or sum to the word of a rule that it belongs to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from atodds.extract.clause.frame import Frame, Group
    from atodds.extract.ear import Ear, Phrase

_HARD = frozenset({";", ":", "—", "–", "--", "(", ")", "“", "”", '"'})
_RELATIVE = frozenset({"who", "which", "whose", "where", "whom"})
_FARTHEST = 18  # tokens between a verb and what belongs to it
_NOUN_BEFORE = 9  # tokens between "damage" and its sum
_NOUN_AFTER = 3  # words between a sum and "damage"
_TAIL_GAP = 9  # tokens between a verb and its particle


class Tie(NamedTuple):
    """The word that a value belongs to, as token places `first` to `stop` (half-open), and its verb group."""

    first: int
    stop: int
    group: Group | None = None


def tie(frame: Frame, ear: Ear, first: int, stop: int, taken: frozenset[int] = frozenset()) -> Tie | None:
    """
    Return the trigger of a rule that the value at tokens `first` to `stop` belongs to, or None.

    A value belongs to the verb it stands behind, else to the first one after it; to a noun right behind it
    ("a $5 million ransom"), or before it with nothing but links between ("a ransom of $5 million"). `taken`
    are tokens of other values, which no noun reaches over.
    """
    start, end = clause_of(frame, first)
    if ear.context and not says(frame, ear.context, 0, len(frame)):
        return None
    found = _noun_after(frame, ear, stop, end) or _noun_before(frame, ear, first, start, taken)
    found = found or _verb(frame, ear, first, stop, start, end)
    if found is None or says(frame, ear.unless, start, end):
        return None
    if ear.near and not says(frame, ear.near, min(start, found.first), max(end, found.stop)):
        return None
    return found


def clause_of(frame: Frame, at: int) -> tuple[int, int]:
    """Return where the clause around a token begins and ends."""
    start, end = at, at
    while start > 0 and not _bars(frame, start - 1):
        start -= 1
    while end < len(frame) and not _bars(frame, end):
        end += 1
    return start, max(end, at + 1)


def _bars(frame: Frame, at: int) -> bool:
    word = frame.low[at]
    if word in _HARD or word in _RELATIVE:
        return True
    # "after Monday's vote" leads a date, "after the bridge fell" a clause
    return word in frame.grammar.subordinators and word not in (
        "since",
        "until",
        "till",
        "as",
        "after",
        "before",
        "once",
    )


def says(frame: Frame, phrases: dict[str, tuple[Phrase, ...]], start: int, end: int) -> bool:
    """Say whether one of some phrases stands between two tokens."""
    if phrases.keys().isdisjoint(frame.low[start:end]):
        return False
    return any(phrase_end(frame, phrases, at) is not None for at in range(start, min(end, len(frame))))


def phrase_end(frame: Frame, phrases: dict[str, tuple[Phrase, ...]], at: int, gap: int = 0) -> int | None:
    """Return where the phrase that begins at a token ends, None if none begins there."""
    for tail in phrases.get(frame.word(at), ()):
        stop = _tail(frame, tail, at + 1, gap)
        if stop is not None:
            return stop
    return None


def _tail(frame: Frame, tail: Phrase, at: int, gap: int) -> int | None:
    if not tail:
        return at
    for start in range(at, at + gap + 1):
        if all(frame.word(start + i) in words for i, words in enumerate(tail)):
            return start + len(tail)
    return None


def _verb(frame: Frame, ear: Ear, first: int, stop: int, start: int, end: int) -> Tie | None:  # noqa: PLR0913, PLR0917 - a value and its clause
    """Return the verb that governs a value if the rule asks for it."""
    for at in range(first - 1, max(start, first - _FARTHEST) - 1, -1):
        if _is_verb(frame, ear, at):
            return _tied(frame, ear, at)
        if frame.low[at] in ("and", "but", ",") and _opens_clause(frame, at + 1, first):
            break
    for at in range(stop, min(end, stop + _FARTHEST)):
        if _is_verb(frame, ear, at):
            return _tied(frame, ear, at)
    return None


def _opens_clause(frame: Frame, at: int, first: int) -> bool:
    """See that a value leads a clause of its own: "and on Monday the bridge fell"."""
    return (
        at < first
        and all(
            frame.low[i] in frame.grammar.prepositions or frame.low[i] in ("late", "early", "then")
            for i in range(at, first)
        )
        and any(frame.is_verb_form(i) for i in range(first, len(frame)))
        and frame.low[at - 1] != ","
    )


def _is_verb(frame: Frame, ear: Ear, at: int) -> bool:
    word = frame.low[at]
    if frame.is_capital(at) and at > 0:
        return False
    if word in ear.verbs:
        return True
    return (
        frame.is_verb_form(at)
        and word not in frame.grammar.auxiliaries
        and frame.word(at - 1) not in ("the", "a", "an")
    )


def _tied(frame: Frame, ear: Ear, at: int) -> Tie | None:
    # "was expected to last", "began to leave": the infinitive says what, and stands nearer already
    end = phrase_end(frame, ear.verbs, at, _TAIL_GAP)
    return None if end is None else Tie(at, max(at + 1, min(end, at + 1)), frame.group(at))


def _noun_after(frame: Frame, ear: Ear, stop: int, end: int) -> Tie | None:
    """Find the noun of "a $5 million ransom", "$40 million in damage", "Monday's blast"."""
    if not ear.nouns:
        return None
    at = stop
    while at < min(end, stop + _NOUN_AFTER + 1):
        found = phrase_end(frame, ear.nouns, at)
        if found is not None:
            return Tie(at, found)
        if (frame.is_stop(at) or frame.is_verb_form(at)) and frame.low[at] not in _joins():
            return None
        at += 1
    return None


def _noun_before(frame: Frame, ear: Ear, first: int, start: int, taken: frozenset[int]) -> Tie | None:
    """
    Find the noun of "a ransom of $5 million", "damage was estimated at $5 million", "magnitude 6.1".

    One word between that is no link may be what a preposition joins to it: "damage from the fire was put at".
    """
    strange = 0
    last = max(start, first - _NOUN_BEFORE)
    for at in range(first - 1 if ear.nouns else last - 1, last - 1, -1):
        found = phrase_end(frame, ear.nouns, at)
        if found is not None and found <= first and (not strange or _is_of(frame, found)):
            return Tie(at, found)
        if at in taken or (frame.is_verb_form(at) and frame.low[at] not in _links()):
            return None
        if frame.tokens[at].kind == "punct" and frame.low[at] not in _links():
            return None
        if not (
            frame.low[at] in _links() or frame.low[at] in frame.grammar.prepositions or frame.is_adverb(at)
        ):
            strange += not frame.is_capital(at)  # a name is one word with what it names
        if strange > 1:
            return _inside(frame, ear, at, last, first)
    return None


def _inside(frame: Frame, ear: Ear, at: int, last: int, first: int) -> Tie | None:
    """Find the noun of several words in which a token stands: "the death | toll"."""
    for start in range(at - 1, max(last, at - 3) - 1, -1):
        found = phrase_end(frame, ear.nouns, start)
        if found is not None and at < found <= first:
            return Tie(start, found)
    return None


def _is_of(frame: Frame, at: int) -> bool:
    """Say whether a preposition that joins a noun to another stands at a token: from, to, of, in, by."""
    return frame.word(at) in frame.grammar.prepositions and frame.word(at) not in (
        "with",
        "after",
        "before",
        "during",
    )


@cache
def _links() -> frozenset[str]:
    return frozenset(load_table("scales")["links"])


@cache
def _joins() -> frozenset[str]:
    return frozenset(load_table("scales")["joins"])
