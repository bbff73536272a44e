"""Names as claims: who holds the role that a rule asks for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from atodds.extract.capitals import name_after, name_before
from atodds.extract.near import Tie, clause_of, says
from atodds.extract.told import told
from atodds.model.claim import Name
from atodds.rulebook.lexicon import expand
from atodds.rulebook.persons import fold, read_person
from atodds.rulebook.rule import NameRule

if TYPE_CHECKING:
    from atodds.extract.clause.claim import Spot
    from atodds.extract.clause.frame import Frame
    from atodds.extract.ear import Ear
    from atodds.model.claim import Claim

_FORMER = frozenset(
    {"former", "ex", "late", "then", "vice", "deputy", "acting", "ousted", "first", "next", "future"}
)
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our"})


def names(spot: Spot, ear: Ear) -> list[Claim]:
    """
    Return the names that a sentence gives to a role: "President Ana Ruiz", "Ana Ruiz, the president".

    "President of Norland" is found as "Norland's President" too. Former holders and deputies are none, and
    headlines in capitals tell no names apart.
    """
    frame, rule = spot.frame, ear.rule
    if frame.capitals or not isinstance(rule, NameRule):
        return []
    claims = []
    said = frozenset(frame.low)
    for role in _roles(tuple(rule.find.roles)):
        if not said.issuperset(role):
            continue
        for at in range(len(frame)):
            stop = at + len(role)
            if tuple(frame.low[at:stop]) != role or frame.word(at - 1) in _FORMER:
                continue
            span = _name(frame, at, stop)
            if span is None or not _wanted(frame, ear, at):
                continue
            words = " ".join(frame.text[frame.tokens[span[0]].start : frame.tokens[span[1] - 1].end].split())
            if read_person(words).names:
                claims.append(told(spot, ear, Name(words, fold(words)), span, Tie(at, stop)))
    return claims


def _wanted(frame: Frame, ear: Ear, at: int) -> bool:
    start, end = clause_of(frame, at)
    if ear.context and not says(frame, ear.context, 0, len(frame)):
        return False
    return (not ear.near or says(frame, ear.near, start, end)) and not says(frame, ear.unless, start, end)


def _name(frame: Frame, at: int, stop: int) -> tuple[int, int] | None:
    """Return the name behind a role, or the one before it in "Ana Ruiz, the president,"."""
    after = name_after(frame, stop)
    if after > stop:
        return stop, after
    comma = at - 2 if frame.word(at - 1) in _DETERMINERS else at - 1
    if frame.word(comma) != "," or frame.word(stop) not in (",", ".", "", "of", "for", "said"):
        return None
    first = name_before(frame, comma)
    return (first, comma) if first < comma else None


@cache
def _roles(roles: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the wordings of roles, in tokens: "president of norland", "norland president", "norland's"."""
    wordings: dict[tuple[str, ...], None] = {}
    for role in expand(roles):
        words = role.lower().split()
        wordings[tuple(words)] = None
        if "of" in words[1:-1]:
            cut = words.index("of")
            body = [word for word in words[cut + 1 :] if word != "the"]
            wordings[*body, *words[:cut]] = None
            wordings[*body, "'s", *words[:cut]] = None
    return tuple(wordings)
