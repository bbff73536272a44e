"""The day that a figure holds for where its sentence names one: "by Sunday evening", "as of Monday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.extract.calendar.find import find_dates

if TYPE_CHECKING:
    from datetime import date

    from atodds.extract.clause.frame import Frame

_TIMES = frozenset(
    [
        "of",
        "late",
        "early",
        "on",
        ".",
        ":",
        "midday",
        "noon",
        "midnight",
        "about",
        "the",
        "p.m.",
        "a.m.",
        "pm",
        "am",
        "p",
        "a",
        "m",
        "evening",
        "morning",
        "afternoon",
        "night",
    ]
)
_REACH = 8  # tokens from the cue to its date


def as_of(frame: Frame, published: date | None) -> date | None:
    """
    Return the day up to which a sentence counts, None where it names none or the day of writing is unknown.

    A day after the article's own is a deadline and none that a figure holds for.
    """
    if published is None or not ("by" in frame.low or "as" in frame.low):
        return None
    for at, word in enumerate(frame.low):
        if word == "by" or (word == "as" and frame.word(at + 1) == "of"):
            found = find_dates(frame.text, frame.tokens[at + 1 : at + 1 + _REACH], published)
            near = [one for one in found if one.latest is not None and _follows(frame, at + 1, one.first)]
            if near and near[0].latest is not None and near[0].latest <= published:
                return near[0].latest
    return None


def _follows(frame: Frame, at: int, gap: int) -> bool:
    """Say whether only times of day stand before a date: "by late Sunday", "as of 10 p.m. on Monday"."""
    return all(word in _TIMES or word[:1].isdigit() for word in frame.low[at : at + gap])
