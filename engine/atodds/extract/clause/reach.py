"""Reach: from a verb back to its subjects and on to its objects, over all that may stand between."""

from __future__ import annotations

from collections.abc import Sequence

from atodds.extract.clause.counted import Counted
from atodds.extract.clause.frame import Frame, Group

_LONGEST_PARENTHESIS = 30  # tokens between two commas that a reader still holds together
_LONGEST_NAME = 10  # tokens of a first victim before "and two bodyguards"
_LEAVING = frozenset({"leave", "leaves", "leaving", "left", "saw", "seen", "seeing", "found", "finding", "finds", "had", "having"})
_QUOTES = frozenset({'"', "“", "”"})
_DASHES = frozenset({"-", "--", "—", "–"})
_OPENING_VERBS = frozenset({"who", "whom", "which", "that", "whose"})
_LISTING = frozenset({"and", ",", "as", "well", "along", "with", "plus", "also", "&", "or", "then", "both", "together", "in", "addition", "to"})


def opening(frame: Frame, phrases: Sequence[Counted], at: int, passed: frozenset[str]) -> Counted | None:
    """Return the phrase that starts at a place or behind words of `passed`, "more than 30" being none of them."""
    while at < len(frame):
        phrase = starting_at(phrases, at)
        if phrase is not None or frame.low[at] not in passed:
            return phrase
        at += 1
    return None


def starting_at(phrases: Sequence[Counted], at: int) -> Counted | None:
    """Return the phrase whose first token is at a place."""
    return next((phrase for phrase in phrases if phrase.first == at), None)


def ending_at(phrases: Sequence[Counted], at: int) -> Counted | None:
    """Return the phrase whose last token is at a place."""
    return next((phrase for phrase in phrases if phrase.last == at), None)


def has_own_predicate(frame: Frame, phrase: Counted) -> bool:
    """Say whether the phrase is the subject of what follows it: "and 30 were wounded", "30 wounded"."""
    at = phrase.last + 1
    while frame.is_adverb(at) and frame.word(at) not in ("all", "both"):
        at += 1
    if at >= len(frame):
        return False
    word = frame.low[at]
    if word in ("who", "whom", "which"):
        return False
    return word in frame.grammar.auxiliaries or (
        (word in frame.index.verbs or word in frame.index.states) and not word.endswith("ing")
    )


def subjects(frame: Frame, phrases: Sequence[Counted], group: Group) -> list[Counted]:
    """
    Return the counted subjects of a verb group, nearest first, with those coordinated to the nearest.

    "Six civilians and, in the north, five militiamen were killed" gives both; in "Two gunmen who killed 12
    people were arrested" the 12 are an object, and the gunmen are the subject.
    """
    joined = frame.word(group.start - 1) in ("and", "but", "then", "or", ",")
    for phrase in sorted(phrases, key=lambda p: -p.last):
        if phrase.last >= group.start:
            continue
        if _is_aside(frame, phrase) or _is_object(frame, phrase) or _is_bracketed(frame, phrase, group.start):
            continue
        near = _is_next_to(frame, phrase.last + 1, group.start)
        if _of_another(frame, phrase) or (not near and _in_prepositional(frame, phrase)):
            continue
        if not _bridges(frame, phrase.last + 1, group.start, joined=joined):
            if phrase.bare or group.start - phrase.last > _LONGEST_PARENTHESIS:
                return []
            continue
        return [phrase, *_coordinated_before(frame, phrases, phrase)]
    return []


def objects(frame: Frame, phrases: Sequence[Counted], after: int) -> list[Counted]:
    """
    Return the counted objects that follow a verb; `after` is the place behind it and its particles.

    "killed 12", "killing the 12 people aboard", "killed a guard and two drivers".
    """
    at = _object_start(frame, phrases, after)
    first = starting_at(phrases, at)
    if first is None:
        first = _after_uncounted(frame, phrases, at)
        if first is None:
            return []
    if has_own_predicate(frame, first) and first.bare and frame.word(first.last + 1) in frame.grammar.auxiliaries:
        return []
    return [first, *_coordinated_after(frame, phrases, first)]


def _object_start(frame: Frame, phrases: Sequence[Counted], at: int) -> int:
    words = frame.grammar
    while at < len(frame) and starting_at(phrases, at) is None:
        word = frame.low[at]
        if frame.is_adverb(at) or word in ("the", "all", "some", "up", "these", "those", "his", "her", "their", "its", "of"):
            at += 1
        elif word in ("himself", "herself", "themselves") and frame.word(at + 1) == "and":
            at += 2  # "killed himself and nine others"
        elif word in ("and", "or", "and/or") and frame.word(at + 1) in frame.index.verbs:
            at += 2  # "killed and wounded at least 12"
        elif word in frame.grammar.weekdays or word in ("on", "in") and frame.word(at + 1) in frame.grammar.weekdays:
            at += 1
        else:
            return at
    return at


def _after_uncounted(frame: Frame, phrases: Sequence[Counted], at: int) -> Counted | None:
    """Find "two bodyguards" in "killed the mayor and two bodyguards"."""
    for i in range(at, min(at + _LONGEST_NAME, len(frame))):
        word = frame.low[i]
        if word in ("and", ",") or word == "as":
            j = frame.skip(i, _LISTING)
            found = starting_at(phrases, j) or starting_at(phrases, j + 1)
            if found is not None and i > at and not has_own_predicate(frame, found) and not found.bare:
                return found
        if word == "of" or word == "'s" or word in frame.grammar.determiners or word == ",":
            continue
        if frame.is_stop(i) and word != "and":
            return None
    return None


def _coordinated_after(frame: Frame, phrases: Sequence[Counted], first: Counted) -> list[Counted]:
    found: list[Counted] = []
    joints: list[list[str]] = []
    last = first
    while True:
        at = _behind_tail(frame, last.last + 1)
        j = frame.skip(at, _LISTING)
        if j == at:
            return _ended(found, joints)
        following = starting_at(phrases, j) or (
            starting_at(phrases, j + 1) if frame.word(j) in frame.grammar.determiners else None
        )
        if following is None or has_own_predicate(frame, following):
            return _ended(found, joints)
        if following.bare and not (following.others or following.more):
            return _ended(found, joints)
        found.append(following)
        joints.append(frame.low[at:j])
        last = following


def _behind_tail(frame: Frame, at: int) -> int:
    """Pass "of the town of Hato" between a member of a list and the next: "the mayor of Hato and two guards"."""
    if frame.word(at) not in ("of", "from", "in", "at"):
        return at
    for i in range(at + 1, min(at + 9, len(frame))):
        if frame.low[i] in ("and", ",", "as"):
            return i
        if frame.is_verb_form(i) or frame.tokens[i].kind == "punct" or i in frame.numbered:
            return at
    return at


def _ended(found: list[Counted], joints: list[list[str]]) -> list[Counted]:
    """Leave out what only a comma joins at the end: "wounded three people, Channel 5 reported"."""
    while found and found[-1].single and joints[-1] == [","]:
        found.pop()
        joints.pop()
    return found


def _coordinated_before(frame: Frame, phrases: Sequence[Counted], last: Counted) -> list[Counted]:
    """Return the earlier members of "six civilians, a doctor and five militiamen"."""
    found = []
    first = last
    while True:
        at = first.first - 1
        joint = at
        while joint >= 0 and (frame.low[joint] in _LISTING or frame.low[joint] in ("the", "another", "other", "their", "his", "her")):
            joint -= 1
        joint = _before_brackets(frame, joint)
        if joint == at or not any(w in ("and", ",", "as", "with", "plus", "&", "or") for w in frame.low[joint + 1 : at + 1]):
            return found
        if not found and last.single and frame.low[joint + 1 : at + 1] == [","]:
            return found  # "Kenneth Moe, a young trader, was shot" is one man
        earlier = next(
            (
                phrase
                for phrase in phrases
                if phrase.last <= joint and _is_short_tail(frame, phrase.last + 1, joint + 1)
            ),
            None,
        )
        if earlier is not None and _opens_with_of(frame, earlier):
            return found  # "Of the 40 people on the bus, nine were killed"
        if earlier is None or earlier is first or _is_object(frame, earlier) or _is_aside(frame, earlier):
            return found
        found.append(earlier)
        first = earlier


def _opens_with_of(frame: Frame, phrase: Counted) -> bool:
    at = phrase.first - 1
    while at >= 0 and frame.low[at] in frame.grammar.determiners:
        at -= 1
    return frame.word(at) == "of" and frame.word(at - 1) in ("", ",", ";", "and", "but")


def _before_brackets(frame: Frame, at: int) -> int:
    """Return the place before a parenthesis that ends at `at`: "six priests -- five of them foreign -- and"."""
    opener = {")": {"("}, "]": {"["}}.get(frame.word(at), set(_DASHES) if frame.word(at) in _DASHES else set())
    for i in range(at - 1, max(-1, at - _LONGEST_PARENTHESIS), -1):
        if frame.low[i] in opener:
            return i - 1
    return at


def _is_short_tail(frame: Frame, start: int, end: int) -> bool:
    """Allow "in Kabul" or "from the same family" behind an earlier member of a list."""
    words = frame.low[start:end]
    if not words:
        return True
    if len(words) > 6 or words[0] not in frame.grammar.prepositions:
        return False
    return not any(frame.is_verb_form(i) or frame.tokens[i].kind == "punct" for i in range(start, end))


def _is_aside(frame: Frame, phrase: Counted) -> bool:
    """Say whether the phrase only names a part: "including nine children", "among them two nurses"."""
    before = frame.word(phrase.first - 1)
    if before == "among" and frame.word(phrase.first - 2) in frame.grammar.be:
        return False  # "30 children were among 39 people killed"
    if before in frame.grammar.inclusion:
        return True
    return before in ("them", "whom", "those", "these") and frame.word(phrase.first - 2) in frame.grammar.inclusion


def _is_object(frame: Frame, phrase: Counted) -> bool:
    """Say whether an active verb stands right before the phrase, which then is what it acts on."""
    at = phrase.first - 1
    while at >= 0 and frame.low[at] in ("the", "all", "some"):
        at -= 1
    if at < 0:
        return False
    word = frame.low[at]
    if word in _LEAVING:
        return False  # "left two women dead and a third wounded"
    if word in frame.index.verbs:
        return word.endswith("ing") or not frame.group(at).passive
    return word.endswith("ing") and word not in ("including", "following", "during", "according") and len(word) > 5


def _is_bracketed(frame: Frame, phrase: Counted, end: int) -> bool:
    """Say whether a bracket around the phrase closes before `end`: "(three soldiers and five civilians)"."""
    between = frame.low[phrase.last + 1 : end]
    return (")" in between and "(" not in between) or ("]" in between and "[" not in between)


def _is_next_to(frame: Frame, start: int, end: int) -> bool:
    """Say whether only adverbs, or the pronoun of a relative clause, stand between: "the six who were killed"."""
    if frame.word(start) in ("who", "that", "which"):
        start += 1
    return all(frame.is_adverb(at) for at in range(start, end))


def _of_another(frame: Frame, phrase: Counted) -> bool:
    """Say whether a single is only what others belong to: "12 members of an extended family"."""
    return phrase.single and frame.word(phrase.first - 1) == "of"


def _in_prepositional(frame: Frame, phrase: Counted) -> bool:
    before = frame.word(phrase.first - 1)
    if before in frame.grammar.determiners:
        before = frame.word(phrase.first - 2)
    return before in frame.grammar.prepositions and before not in (
        "of", "that", "as", "while", "when", "where", "after", "before", "since", "because", "although", "though",
        "if", "but", "until", "once", "whether", "what", "how", "why", "with", "including", "whereas", "like", "plus", "following",
    )  # fmt: skip


def _bridges(frame: Frame, start: int, end: int, *, joined: bool) -> bool:
    """Say whether the tokens between a subject and its verb group may stand there."""
    verbs_left = 2 if joined else 0
    at = start
    while at < end:
        word = frame.low[at]
        if word in _QUOTES:
            closing = next((i for i in range(at + 1, end) if frame.low[i] in _QUOTES), None)
            if closing is None:
                return False
            at = closing + 1
            continue
        if word in (";", ":"):
            return False
        if word in (",", "(", "[") or word in _DASHES:
            closing = _closing(frame, at, end)
            if closing is not None:
                at = closing + 1
                continue
        if word in _OPENING_VERBS:
            verbs_left += 1
        elif word in frame.grammar.subordinators and not (word == "as" and frame.word(at + 1) in ("well", "of", "many")):
            return False
        elif _is_finite(frame, at):
            verbs_left -= 1
            if verbs_left < 0:
                return False
            while at + 1 < end and (frame.is_verb_form(at + 1) or frame.low[at + 1] in frame.grammar.adverbs):
                at += 1
        at += 1
    return True


def _closing(frame: Frame, at: int, end: int) -> int | None:
    """Return the place of the mark that closes a parenthesis opened at `at`, if it closes before `end`."""
    opener = frame.low[at]
    closers = {"(": {")"}, "[": {"]"}, ",": {","}}.get(opener, set(_DASHES))
    for i in range(min(end - 1, at + _LONGEST_PARENTHESIS), at, -1):
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
    return before not in frame.grammar.determiners and before not in frame.grammar.prepositions and before != "-"
