"""Lists: the further members of "six civilians, a doctor and five militiamen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atodds.extract.clause.counted import Counted, Phrases
    from atodds.extract.clause.frame import Frame

LONGEST_PARENTHESIS = 30  # tokens between two commas that a reader still holds together
_LONGEST_TAIL = 9  # tokens of "of the town of Hato" behind a member
_LONGEST_RELATIVE = 12  # tokens of a relative clause behind a member
_DASHES = frozenset({"-", "--", "—", "–"})


def members_after(frame: Frame, phrases: Phrases, first: Counted) -> list[Counted]:
    """Return the further members of a list: "two guards, a driver and nine cooks"."""
    found: list[Counted] = []
    joints: list[list[str]] = []
    last = first
    while True:
        at = _behind_tail(frame, last.last + 1)
        j = frame.skip(at, frame.grammar.listing)
        if j == at:
            return _ended(found, joints)
        following = phrases.starting_at(j) or (
            phrases.starting_at(j + 1) if frame.word(j) in frame.grammar.determiners else None
        )
        if following is None or has_own_predicate(frame, following) or _is_other_count(frame, following):
            return _ended(found, joints)
        if following.bare and not (following.others or following.more):
            return _ended(found, joints)
        found.append(following)
        joints.append(frame.low[at:j])
        last = following


def _behind_tail(frame: Frame, at: int) -> int:
    """Pass "of Hato" between a member of a list and the next: "the mayor of Hato and two guards"."""
    if frame.word(at) not in ("of", "from", "in", "at"):
        return at
    for i in range(at + 1, min(at + _LONGEST_TAIL, len(frame))):
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


def members_before(frame: Frame, phrases: Phrases, last: Counted) -> list[Counted]:
    """Return the earlier members of "six civilians, a doctor and five militiamen"."""
    found: list[Counted] = []
    first = last
    while True:
        at = first.first - 1
        joint = at
        while joint >= 0 and (
            frame.low[joint] in frame.grammar.listing
            or frame.low[joint] in ("the", "another", "other", "their", "his", "her")
        ):
            joint -= 1
        joint = _before_brackets(frame, joint)
        if not _joins(frame.low[joint + 1 : at + 1]):
            return found
        if not found and last.single and frame.low[joint + 1 : at + 1] == [","]:
            return found  # "Kenneth Moe, a young trader, was shot" is one man
        earlier = next(
            (
                phrase
                for phrase in phrases
                if 0 <= joint - phrase.last < _LONGEST_RELATIVE
                and _is_short_tail(frame, phrase.last + 1, joint + 1)
            ),
            None,
        )
        if not found and earlier is not None and earlier.silent and frame.low[joint + 1 : at + 1] == [","]:
            return found  # "In the province of Orma, 31 people died" lists nobody
        if earlier is not None and _opens_with_of(frame, earlier):
            return found  # "Of the 40 people on the bus, nine were killed"
        if earlier is None or earlier is first or is_object(frame, earlier) or is_aside(frame, earlier):
            return found
        if _is_other_count(frame, earlier):
            return found
        found.append(earlier)
        first = earlier


def _joins(words: list[str]) -> bool:
    """Say whether words join two members: "and", "as well as", "along with"; not a bare "with"."""
    company = "with" in words and ("along" in words or "together" in words)
    return company or any(word in ("and", ",", "as", "plus", "&", "or") for word in words)


def _is_other_count(frame: Frame, phrase: Counted) -> bool:
    """Say whether a phrase counts something of its own: "two fatalities", "140 injured people"."""
    return phrase.noun in frame.index.nouns or any(frame.low[at] in frame.index.states for at in phrase.inner)


def _opens_with_of(frame: Frame, phrase: Counted) -> bool:
    at = phrase.first - 1
    while at >= 0 and frame.low[at] in frame.grammar.determiners:
        at -= 1
    return frame.word(at) == "of" and frame.word(at - 1) in ("", ",", ";", "and", "but")


def _before_brackets(frame: Frame, at: int) -> int:
    """Return the place before a parenthesis that ends here: "six priests -- five of them foreign -- and"."""
    opener = {")": {"("}, "]": {"["}}.get(
        frame.word(at), set(_DASHES) if frame.word(at) in _DASHES else set()
    )
    for i in range(at - 1, max(-1, at - LONGEST_PARENTHESIS), -1):
        if frame.low[i] in opener:
            return i - 1
    return at


def _is_short_tail(frame: Frame, start: int, end: int) -> bool:
    """Allow "in Kabul" or "from the same family" behind an earlier member of a list."""
    words = frame.low[start:end]
    if not words:
        return True
    if all(word == "," or word.isdigit() for word in words):
        return True  # "an aide, 31, and two guards"
    if words[0] == "who" and len(words) < _LONGEST_RELATIVE:
        return True  # "two policemen who were with her and a private citizen were wounded"
    if len(words) > 6 or words[0] not in frame.grammar.prepositions:
        return False
    return not any(frame.is_verb_form(i) or frame.tokens[i].kind == "punct" for i in range(start, end))


def is_aside(frame: Frame, phrase: Counted) -> bool:
    """Say whether the phrase only names a part: "including nine children", "among them two nurses"."""
    before = frame.word(phrase.first - 1)
    if before == "among" and frame.word(phrase.first - 2) in frame.grammar.be:
        return False  # "30 children were among 39 people killed"
    if before in frame.grammar.inclusion:
        return True
    return (
        before in ("them", "whom", "those", "these")
        and frame.word(phrase.first - 2) in frame.grammar.inclusion
    )


def is_object(frame: Frame, phrase: Counted) -> bool:
    """Say whether an active verb stands right before the phrase, which then is what it acts on."""
    at = phrase.first - 1
    while at >= 0 and frame.low[at] in ("the", "all", "some"):
        at -= 1
    if at < 0:
        return False
    word = frame.low[at]
    if word in frame.grammar.leaving:
        return False  # "left two women dead and a third wounded"
    if word in frame.index.verbs:
        return word.endswith("ing") or not frame.group(at).passive
    return (
        word.endswith("ing")
        and word not in ("including", "following", "during", "according")
        and len(word) > 5
    )


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
