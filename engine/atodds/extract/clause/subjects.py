"""Subjects: from a verb group back to those it counts, over all that may stand between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.extract.clause.lists import LONGEST_PARENTHESIS, is_aside, is_object, members_before

if TYPE_CHECKING:
    from atodds.extract.clause.counted import Counted, Phrases
    from atodds.extract.clause.frame import Frame, Group

_QUOTES = frozenset({'"', "“", "”"})
_DASHES = frozenset({"-", "--", "—", "–"})
_FARTHEST = 60  # tokens between a subject and its verb, parentheses included
_OPENING_VERBS = frozenset({"who", "whom", "which", "that", "whose"})


def subjects(frame: Frame, phrases: Phrases, group: Group) -> list[Counted]:
    """
    Return the counted subjects of a verb group, nearest first, with those coordinated to the nearest.

    "Six civilians and, in the north, five militiamen were killed" gives both; in "Two gunmen who killed 12
    people were arrested" the 12 are an object, and the gunmen are the subject.
    """
    joined = frame.word(group.start - 1) in ("and", "but", "then", "or", ",")
    for phrase in reversed(phrases):
        if phrase.last >= group.start:
            continue
        if group.start - phrase.last > _FARTHEST:
            return []
        if is_aside(frame, phrase) or is_object(frame, phrase) or _is_bracketed(frame, phrase, group.start):
            continue
        near = _is_next_to(frame, phrase.last + 1, group.start)
        if _of_another(frame, phrases, phrase) or (not near and _in_prepositional(frame, phrase)):
            continue
        if phrase.silent and not near:
            continue  # "Twelve people, the mayor said, were killed"
        if not _bridges(frame, phrase.last + 1, group.start, joined=joined):
            if phrase.bare or group.start - phrase.last > LONGEST_PARENTHESIS:
                return []
            continue
        return [phrase, *members_before(frame, phrases, phrase)]
    return []


def _is_bracketed(frame: Frame, phrase: Counted, end: int) -> bool:
    """Say whether a bracket around the phrase closes before `end`: "(three soldiers and five civilians)"."""
    between = frame.low[phrase.last + 1 : end]
    return (")" in between and "(" not in between) or ("]" in between and "[" not in between)


def _is_next_to(frame: Frame, start: int, end: int) -> bool:
    """Say whether only adverbs or a relative pronoun stand between: "the six who were killed"."""
    if frame.word(start) in ("who", "that", "which"):
        start += 1
    return all(frame.is_adverb(at) for at in range(start, end))


def _of_another(frame: Frame, phrases: Phrases, phrase: Counted) -> bool:
    """Say whether a phrase only tells whose the subject is: "the teacher of 12 pupils"."""
    if frame.word(phrase.first - 1) != "of":
        return False
    owner = phrases.ending_at(phrase.first - 2)
    return phrase.single or (owner is not None and owner.single)


def _in_prepositional(frame: Frame, phrase: Counted) -> bool:
    before = frame.word(phrase.first - 1)
    if before in frame.grammar.determiners:
        before = frame.word(phrase.first - 2)
    return before in frame.grammar.prepositions and before not in frame.grammar.clause_openers


def _bridges(frame: Frame, start: int, end: int, *, joined: bool) -> bool:
    """
    Say whether the tokens between a subject and its verb group may stand there.

    Parentheses, quotations and relative clauses may; a further clause of its own may not, unless the group is
    `joined` to it by "and".
    """
    verbs_left = 2 if joined else 0
    at = start
    while at < end:
        word = frame.low[at]
        if (behind := _behind_aside(frame, at, end)) is not None:
            at = behind
            continue
        if word in _QUOTES or word in (";", ":") or _opens_clause(frame, at):
            return False
        if word in _OPENING_VERBS:
            verbs_left += 1
        elif _is_finite(frame, at):
            verbs_left -= 1
            if verbs_left < 0:
                return False
            while at + 1 < end and (frame.is_verb_form(at + 1) or frame.is_adverb(at + 1)):
                at += 1
        at += 1
    return True


def _behind_aside(frame: Frame, at: int, end: int) -> int | None:
    """Return the place behind a quotation or parenthesis that opens here and closes before `end`."""
    word = frame.low[at]
    if word in _QUOTES:
        closing = next((i for i in range(at + 1, end) if frame.low[i] in _QUOTES), None)
    elif word in (",", "(", "[") or word in _DASHES:
        closing = _closing(frame, at, end)
    else:
        return None
    return None if closing is None else closing + 1


def _opens_clause(frame: Frame, at: int) -> bool:
    word = frame.low[at]
    if word in _OPENING_VERBS or word not in frame.grammar.subordinators:
        return False
    return not (word == "as" and frame.word(at + 1) in ("well", "of", "many"))


def _closing(frame: Frame, at: int, end: int) -> int | None:
    """Return the place of the mark that closes a parenthesis opened at `at`, if it closes before `end`."""
    opener = frame.low[at]
    closers = {"(": {")"}, "[": {"]"}, ",": {","}}.get(opener, set(_DASHES))
    for i in range(min(end - 1, at + LONGEST_PARENTHESIS), at, -1):
        if frame.low[i] in closers:
            return i
    if opener == "," and at + 1 < end and frame.low[at + 1] in frame.grammar.inclusion:
        return end - 1
    return None


def _is_finite(frame: Frame, at: int) -> bool:
    """Tell a verb of its own clause from an adjective in -ed: "in the besieged town"."""
    word = frame.low[at]
    if not frame.is_verb_form(at):
        return False
    if word in frame.grammar.auxiliaries and word != "'s":
        return True
    if word == "'s":
        return False
    before = frame.word(at - 1)
    return (
        before not in frame.grammar.determiners and before not in frame.grammar.prepositions and before != "-"
    )
