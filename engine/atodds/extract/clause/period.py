"""Period: whether a figure belongs to the event reported or to an earlier or longer stretch of time."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from datetime import date

    from atodds.extract.clause.frame import Frame

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_BEFORE_YEAR = frozenset(
    {
        "in",
        "since",
        "of",
        "the",
        "during",
        "late",
        "early",
        "mid",
        "from",
        "by",
        "until",
        "after",
        "before",
        "between",
        "and",
        "a",
    }
)
_MARKS = frozenset({";"})
_REACH = 22  # tokens on either side of a claim that can date it


def other_time(frame: Frame, first: int, last: int, published: date | None) -> str:
    """
    Return why the figure at tokens `first` to `last` is of another time ("since the war began"), or "".

    `published` is the article's date; years before it, and months gone by, are the past.
    """
    low = frame.low
    left = max(0, first - _REACH)
    right = min(len(low), last + _REACH)
    for i in range(left, right):
        if low[i] in _MARKS:
            if i < first:
                left = i + 1
            else:
                right = i
                break
    window = low[left:right]
    text = " ".join(window)
    for phrase in _phrases():
        if f" {phrase} " in f" {text} ":
            return phrase
    for i in range(left, right):
        if reason := _dated(frame, i, first, published):
            return reason
    return _whole_war(window)


@cache
def _phrases() -> tuple[str, ...]:
    """Return the wordings of another time, and of several events taken together."""
    table = load_table("period")
    return (*table["earlier"], *table["gathered"])


def _dated(frame: Frame, at: int, first: int, published: date | None) -> str:
    word = frame.low[at]
    if _YEAR.fullmatch(word) and _is_year(frame, at):
        year = int(word)
        if frame.word(at - 1) == "since" and (published is None or year <= published.year):
            return "" if at > first and _is_record(frame, at) else f"since {word}"
        undated = published is None and frame.word(at - 1) in ("in", "the", "since", "of", "a")
        past = published is not None and year < published.year
        if frame.word(at - 1) == "in" and frame.word(at - 2) not in load_table("grammar")["months"]:
            return f"in {word}"  # a whole year, even the current one
        january = published is not None and published.month == 1 and year == published.year - 1
        return f"of {word}" if undated or (past and not january) else ""
    months = load_table("grammar")["months"]
    if word in months and published is not None and frame.is_capital(at):
        month = months.index(word) % 12 + 1 if months.index(word) < 12 else _short_month(word)
        stretch = frame.word(at - 1) == "of" and frame.word(at - 2) in ("end", "beginning", "start", "middle")
        if (stretch or frame.word(at - 1) in ("in", "since", "last")) and month != published.month:
            return f"in {word.capitalize()}"
    return ""


def _is_record(frame: Frame, at: int) -> bool:
    """Recognise "the deadliest attack since 2008", which tells of an attack of now."""
    before = frame.low[max(0, at - 7) : at]
    return any(
        word in ("worst", "biggest", "largest", "first", "highest", "most")
        or (word.endswith("iest") or (word.endswith("est") and len(word) > 6))
        for word in before
    )


def _is_year(frame: Frame, at: int) -> bool:
    """Tell the year of "in 1987", "the 1987 fire", "June 2, 1987" from a figure."""
    before = frame.word(at - 1)
    if before == ",":
        return frame.word(at - 3) in frame.grammar.months
    return before in frame.grammar.months or before in _BEFORE_YEAR


def _short_month(word: str) -> int:
    order = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    return order.index(word[:3]) + 1


def _whole_war(window: list[str]) -> str:
    """Recognise "since the uprising began", "in the two-year war", "the conflict has killed"."""
    table = load_table("period")
    text = " ".join(window)
    for event in table["long_events"]:
        if f" {event} " not in f" {text} ":
            continue
        since = "since" in window and any(f" {word} " in f" {text} " for word in table["begins"])
        perfect = "has" in window or "have" in window
        if since or f"since the {event}" in text:
            return f"since the {event} began"
        if perfect and any(
            f" {lead} {event} " in f" {text} " for lead in ("civil", "the", "multi-front", "ongoing", "in")
        ):
            return f"the whole {event}"
        if perfect and any(
            word.endswith("-year") or word in ("years", "year-old", "multi-front") for word in window
        ):
            return f"the whole {event}"
        if f"{event} has" in text or f"{event} that has" in text or f"{event} which has" in text:
            return f"the whole {event}"
    return ""
