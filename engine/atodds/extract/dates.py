"""Dates as claims: the day on which what a date rule asks for happened or is to happen."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from atodds.extract.calendar.find import Dated, find_dates
from atodds.extract.near import tie
from atodds.extract.told import told
from atodds.model.claim import DateValue

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from atodds.extract.clause.claim import Spot
    from atodds.extract.clause.frame import Frame
    from atodds.extract.ear import Ear
    from atodds.model.claim import Claim

_AHEAD = frozenset(
    {
        "will",
        "would",
        "'ll",
        "shall",
        "must",
        "until",
        "till",
        "by",
        "scheduled",
        "due",
        "deadline",
        "expected",
        "plan",
        "plans",
        "planned",
        "to",
    }
)
_LONGEST = 31  # days; a date within more than a month says too little


def dates(spot: Spot, ear: Ear) -> list[Claim]:
    """Return the dates that a sentence gives for a rule, counted from the day of publication."""
    frame = spot.frame
    claims = []
    found = dates_of(frame, spot.place.article.published)
    taken = frozenset(at for one in found for at in range(one.first, one.stop))
    for one in found:
        if _is_vague(one, spot.place.article.published):
            continue
        to = tie(frame, ear, one.first, one.stop, taken)
        if to is None:
            continue
        words = " ".join(frame.text[frame.tokens[one.first].start : frame.tokens[one.stop - 1].end].split())
        claims.append(told(spot, ear, DateValue(words, one.earliest, one.latest), (one.first, one.stop), to))
    return claims


@lru_cache(maxsize=1)
def dates_of(frame: Frame, published: date | None) -> tuple[Dated, ...]:
    """Return the dates of a sentence, found once for all rules; clauses with "will" or "until" look ahead."""
    return tuple(find_dates(frame.text, frame.tokens, published, _ahead(frame)))


def _ahead(frame: Frame) -> Callable[[int], bool]:
    def looks_ahead(at: int) -> bool:
        if frame.word(at - 1) in ("until", "till", "by"):
            return not any(word in frame.grammar.have and word.startswith("ha") for word in frame.low[:at])
        return not _AHEAD.isdisjoint(frame.low[max(0, at - 8) : at])

    return looks_ahead


def _is_vague(one: Dated, published: date | None) -> bool:
    """Say whether a stretch says too little: a year, or a month that may lie long before the article."""
    if published is None and one.earliest != one.latest:
        return True
    return one.earliest is not None and one.latest is not None and (one.latest - one.earliest).days > _LONGEST
