"""Period: whether a figure belongs to the event reported or to an earlier or longer stretch of time."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from atodds.extract.grammar import grammar
from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from atodds.extract.clause.frame import Frame

_YEARS: Final = frozenset(map(str, range(1600, 2100)))
_REACH = 22  # tokens on either side of a claim that can date it
_NEWS = 6  # days; what happened longer before publication may be another event


class Period(NamedTuple):
    """
    Why a figure is of another time, "" if it is not.

    A `soft` reason holds only where the story has another figure without one: "on June 19" may well be the
    day of the event that a report of August is about.
    """

    reason: str = ""
    soft: bool = False


def other_time(frame: Frame, first: int, last: int, published: date | None) -> Period:
    """
    Return whether the figure at tokens `first` to `last` is of another time: "since the war began".

    `published` is the article's date; years before it, and months gone by, are the past.
    """
    if _cues().isdisjoint(frame.low):
        return Period()
    left, right = _clause(frame, first, last)
    window = frame.low[left:right]
    text = f" {' '.join(window)} "
    if phrase := _standing_in(text, _phrases("past", "gathered")):
        return Period(phrase)
    dated = [
        _dated(frame, at, first, published) for at in range(left, right) if frame.low[at] in _dating_words()
    ]
    hard = next((period for period in dated if period.reason and not period.soft), None)
    if hard is not None:
        return hard
    if reason := _whole_war(window, text):
        return Period(reason)
    if phrase := _standing_in(text, _phrases("perhaps")):
        return Period(phrase, soft=True)
    before = f" {' '.join(frame.low[left : max(first, left)])} "
    if phrase := _standing_in(before, _phrases("perhaps_before")):
        return Period(phrase, soft=True)
    return next((period for period in dated if period.reason), Period())


def _clause(frame: Frame, first: int, last: int) -> tuple[int, int]:
    """Return the tokens near a claim, up to the semicolons around it."""
    left = max(0, first - _REACH)
    right = min(len(frame), last + _REACH)
    marks = [at for at in range(left, right) if frame.low[at] == ";"]
    left = max([left, *(at + 1 for at in marks if at < first)])
    right = min([right, *(at for at in marks if at >= first)])
    return left, right


@cache
def _cues() -> frozenset[str]:
    """Return words of which one stands in every sentence that tells of another time: each phrase's rarest."""
    phrases = _phrases("past", "gathered", "perhaps", "perhaps_before", "long_events")
    return _dating_words().union(max(phrase.split(), key=_rarity) for phrase in phrases)


def _rarity(word: str) -> tuple[bool, int]:
    return word not in grammar().weekdays, len(word)


@cache
def _dating_words() -> frozenset[str]:
    return grammar().months | _YEARS


@cache
def _phrases(*names: str) -> tuple[str, ...]:
    table = load_table("period")
    return tuple(phrase for name in names for phrase in table[name])


def _standing_in(text: str, phrases: Iterable[str]) -> str:
    return next((phrase for phrase in phrases if f" {phrase} " in text), "")


def _dated(frame: Frame, at: int, first: int, published: date | None) -> Period:
    """Return what a year or month at one place says about a figure at `first`."""
    word = frame.low[at]
    if word in _YEARS and _is_year(frame, at):
        return Period(_of_year(frame, at, first, published))
    if word in frame.grammar.months and frame.is_capital(at):
        return _of_month(frame, at, published)
    return Period()


def _is_year(frame: Frame, at: int) -> bool:
    """Tell the year of "in 1987", "the 1987 fire", "June 2, 1987" from a figure."""
    before = frame.word(at - 1)
    if before == ",":
        return frame.word(at - 3) in frame.grammar.months
    return before in frame.grammar.months or before in load_table("period")["before_year"]


def _of_year(frame: Frame, at: int, first: int, published: date | None) -> str:
    year, before = int(frame.low[at]), frame.word(at - 1)
    if before == "since" and (published is None or year <= published.year):
        goes_on = {"when", "which"} & {frame.word(at + 1), frame.word(at + 2), frame.word(at + 3)}
        record = _is_record(frame, at) and (at > first or not goes_on)
        return "" if record else f"since {year}"
    if before == "in" and frame.word(at - 2) not in frame.grammar.months:
        return f"in {year}"  # a whole year, even the current one
    if published is None:
        named = before in ("the", "of", "a") or before in frame.grammar.months
        return f"of {year}" if named else ""
    january = published.month == 1 and year == published.year - 1
    return f"of {year}" if year < published.year and not january else ""


def _is_record(frame: Frame, at: int) -> bool:
    """Recognise "the deadliest attack since 2008", which tells of an attack of now."""
    records = load_table("period")["records"]
    return any(word in records for word in frame.low[max(0, at - 7) : at])


def _of_month(frame: Frame, at: int, published: date | None) -> Period:
    """Tell "in July", "at the end of October" and "on June 19" from the days of the event."""
    month = _month(frame.low[at])
    before = frame.word(at - 1)
    stretch = before == "of" and frame.word(at - 2) in ("end", "beginning", "start", "middle")
    name = frame.low[at].capitalize()
    if stretch or before in ("in", "since", "last"):
        if published is not None:
            return Period(f"in {name}") if month != published.month else Period()
        return Period(f"in {name}", soft=True) if at <= 1 else Period()
    day = _day(frame.word(at + 1)) or _day(frame.word(at - 1))
    if published is None or not day:
        return Period()
    days_ago = (published.month - month) % 12 * 30 + published.day - day
    return Period(f"on {name} {day}", soft=True) if days_ago > _NEWS else Period()


def _day(word: str) -> int:
    return int(word) if word.isascii() and word.isdigit() and 0 < int(word) < 32 else 0


def _month(word: str) -> int:
    order = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    return order.index(word[:3]) + 1


def _whole_war(window: list[str], text: str) -> str:
    """Recognise "since the uprising began", "in the two-year war", "the conflict has killed"."""
    table = load_table("period")
    perfect = "has" in window or "have" in window
    began = "since" in window and _standing_in(text, table["begins"])
    for event in table["long_events"]:
        if f" {event} " not in text:
            continue
        if began or f" since the {event} " in text:
            return f"since the {event} began"
        if f" {event} has " in text or f" {event} that has " in text or f" {event} which has " in text:
            return f"the whole {event}"
        if perfect and event not in ("offensive", "assault") and _spans(event, window, text):
            return f"the whole {event}"
    return ""


def _spans(event: str, window: list[str], text: str) -> bool:
    """Say whether a war is named as a whole: "the five-year conflict", "in the civil war"."""
    if any(word.endswith("-year") or word in ("years", "year-old", "multi-front") for word in window):
        return True
    return any(f" {lead} {event} " in text for lead in ("civil", "the", "ongoing", "in"))
