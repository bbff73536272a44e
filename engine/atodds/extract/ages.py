"""Ages of named people as claims: "Ana Ruiz, 31," and "31-year-old Ana Ruiz"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.extract.capitals import name_after, name_before
from atodds.extract.near import Tie
from atodds.extract.told import told
from atodds.model.quantity import Hedge, Role
from atodds.rulebook.persons import read_person

if TYPE_CHECKING:
    from atodds.extract.clause.claim import Spot
    from atodds.extract.clause.frame import Frame
    from atodds.extract.ear import Ear
    from atodds.model.claim import Claim
    from atodds.model.quantity import Quantity

_CLOSING = frozenset({",", ".", ")", ";", ""})
_FULL = 2  # names without which nobody is told from a namesake


def ages(spot: Spot, ear: Ear) -> list[Claim]:
    """Return the ages that a sentence gives to people named in full; the claim counts the name, folded."""
    frame = spot.frame
    claims = []
    for first, last, one in frame.quantities:
        if one.role is not Role.AGE or one.hedge is not Hedge.EXACT or one.stated[0] != one.stated[1]:
            continue
        found = _named(frame, first, last, one)
        if found is None:
            continue
        start, stop = found
        words = frame.text[frame.tokens[start].start : frame.tokens[stop - 1].end]
        names = read_person(words).names
        if len(names) >= _FULL:
            claims.append(told(spot, ear, one, (first, last + 1), Tie(start, stop), " ".join(names[-_FULL:])))
    return claims


def _named(frame: Frame, first: int, last: int, one: Quantity) -> tuple[int, int] | None:
    """Return the tokens of the name that an age belongs to."""
    if one.unit:
        if (
            one.unit.endswith("old")
            and "year" in one.unit
            and (stop := name_after(frame, last + 1)) > last + 1
        ):
            return last + 1, stop
        comma = first - 2 if frame.word(first - 1) in ("a", "an", "the") else first - 1
        years_old = one.unit.startswith("years") and frame.word(last + 1) in _CLOSING
        if frame.word(comma) != "," or (comma == first - 1 and not years_old):
            return None
    else:
        comma = first - 1
        if frame.word(comma) not in (",", "(") or frame.word(last + 1) not in _CLOSING:
            return None
    start = name_before(frame, comma)
    return (start, comma) if start < comma else None
