"""Durations as claims: how long what a duration rule asks for lasts, in days."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from atodds.extract.calendar.lengths import find_lengths
from atodds.extract.near import tie
from atodds.extract.told import told

if TYPE_CHECKING:
    from atodds.extract.calendar.lengths import Length
    from atodds.extract.clause.claim import Spot
    from atodds.extract.clause.frame import Frame
    from atodds.extract.ear import Ear
    from atodds.model.claim import Claim

_MOMENTS = frozenset(
    {"ago", "earlier", "later", "before", "after", "from", "since", "old", "away", "apart", "into"}
)
_PERIODS = frozenset({"past", "last", "next", "first", "coming"})  # "to last two weeks" is none
_LEADS = frozenset({"the", "these", "those", "its", "in", "over", "during", "for", "within"})
_SINCE = frozenset({"in", "within", "after", "every", "per"})


def durations(spot: Spot, ear: Ear) -> list[Claim]:
    """
    Return the lengths of time that a sentence gives for a rule.

    "Two days ago" and "in two days" are dates and "the past two days" is a period: none is a duration.
    """
    frame = spot.frame
    found = _lengths_of(frame)
    taken = frozenset(at for one in found for at in range(one.first, one.stop))
    claims = []
    for one in found:
        before = frame.word(one.first - 1)
        if before in _PERIODS and frame.word(one.first - 2) in _LEADS:
            continue
        if (
            frame.word(one.stop) in _MOMENTS
            or before in _SINCE
            or (before == "the" and frame.word(one.first - 2) in _SINCE)
        ):
            continue
        if frame.word(one.stop) == "'" or "time" in frame.low[one.stop : one.stop + 2]:
            continue
        to = tie(frame, ear, one.first, one.stop, taken)
        if to is not None:
            claims.append(told(spot, ear, one.quantity, (one.first, one.stop), to))
    return claims


@lru_cache(maxsize=1)
def _lengths_of(frame: Frame) -> tuple[Length, ...]:
    """Return every length of time of a sentence, found once for all rules."""
    return tuple(find_lengths(frame.text, frame.tokens, frame.quantities))
