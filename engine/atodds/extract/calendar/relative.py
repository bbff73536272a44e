"""Dates counted from the day of writing: "on Monday", "last week", "two days ago", "in two days' time"."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from atodds.extract.calendar import days as calendar
from atodds.extract.calendar.days import Days
from atodds.extract.calendar.words import FIGURE, by_opener, calendar_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from atodds.extract.calendar.words import Words
    from atodds.extract.calendar.written import Found

_MOST_UNITS = 3  # years, months and days
_FROM_TOMORROW = 2
_FIGURES = {"few": 3, "couple": 2}
_TENS = ("twenty", "thirty")  # "twenty first"


def relative(words: Words, at: int, today: date) -> Found | None:
    """Return the date counted from today that begins at a place, None if there is none."""
    for read in relative_openers().get(words.opener(at), ()):
        found = read(words, at, today)
        if found is not None:
            return found
    return None


@cache
def relative_openers() -> dict[str, tuple[Callable[[Words, int, date], Found | None], ...]]:
    """Return the words that such a date can begin with, and what reads it then, in the order to be tried."""
    table = calendar_words()
    shifts = (*table.last, *table.this, *table.next)
    return by_opener(
        (_named_day, table.named),
        (_weekday, (*table.weekdays, *shifts)),
        (_counted, ("in", "within", "few", FIGURE, *table.cardinals)),
        (_beside, ("earlier", "later", "the", *table.parts, *shifts)),
        (_ordinal, ("the", FIGURE, *_TENS, *table.ordinals)),
    )


def _named_day(words: Words, at: int, today: date) -> Found | None:
    """Read "yesterday", "the day after tomorrow", "overnight"."""
    for named in words.table.named[words.low(at)]:
        if all(words.low(at + 1 + i) == word for i, word in enumerate(named.rest)):
            first, last = today + timedelta(days=named.first), today + timedelta(days=named.last)
            return at + 1 + len(named.rest), Days(first, last)
    return None


def _shift(words: Words, at: int) -> int | None:
    """Return -1 for "last", 0 for "this", 1 for "next"."""
    word = words.low(at)
    for shift, members in ((-1, words.table.last), (0, words.table.this), (1, words.table.next)):
        if word in members:
            return shift
    return None


def _weekday(words: Words, at: int, today: date) -> Found | None:
    """Read "Monday", "last Sunday", "next Friday", "this week Friday", "Friday next week"."""
    shift, here = _shift(words, at), at
    if shift is not None:
        here += 1
        in_week = words.low(here) in ("week", "week's")
        here += in_week
        here += in_week and words.low(here) == "'s"
        number = words.weekday(here)
        if number < 0:
            return None
        if in_week or shift:
            return here + 1, _one(_in_week(number, today, shift))
        return here + 1, _one(calendar.weekday(number, today, ahead=words.ahead(at)))
    number = words.weekday(here)
    if number < 0:
        return None
    stop = here + 1
    if stop < len(words) and words.low(stop) == "of":
        stop += 1
    behind = _shift(words, stop)
    if behind is not None and words.low(stop + 1) == "week":
        return stop + 2, _one(_in_week(number, today, behind))
    if behind == -1 and words.low(here + 1) == "last" and words.low(here + 2) in ("", ",", "."):
        return here + 2, _one(_in_week(number, today, -1))
    named, after_day = words.ordinal(here + 2) if words.low(here + 1) == "the" else (0, 0)
    if named and (found := _numbered(named, today, ahead=words.ahead(at))):
        return after_day, found
    return here + 1, _one(calendar.weekday(number, today, ahead=words.ahead(at)))


def _in_week(number: int, today: date, shift: int) -> date:
    """Return a weekday of a week beside this one; "last Sunday" on a Monday is the day before."""
    return today + timedelta(days=7 * shift - today.weekday() + number)


def _one(day: date) -> Days:
    return Days(day, day)


class _Span(NamedTuple):
    """Units of time in a row ("one month and 21 days"), how exact the wording is, and the place behind."""

    units: tuple[tuple[int, str], ...]
    spread: int
    stop: int


def _counted(words: Words, at: int, today: date) -> Found | None:
    """Read "two days ago", "three weeks from now", "in two days' time", "within 10 days"."""
    lead = words.low(at) if words.low(at) in ("in", "within") else ""
    span = _span(words, at + bool(lead), today)
    if not span.units:
        return None
    sign, stop = _direction(words, span.stop, lead)
    if not sign:
        return None
    end: date | None = today
    if sign == _FROM_TOMORROW:
        end, sign = today + timedelta(days=1), 1
    for count, unit in span.units:
        end = None if end is None else calendar.shifted(end, sign * count, unit)
    if end is None:
        return None
    if lead == "within":
        return stop, Days(today, end)
    found = calendar.around(end, span.spread if len(span.units) == 1 else 0)
    return None if found is None else (stop, found)


def _span(words: Words, at: int, today: date) -> _Span:
    units: list[tuple[int, str]] = []
    spread, here = 0, at
    while len(units) < _MOST_UNITS:
        start = here + (words.low(here) == ("and" if units else "a") and words.low(here + 1) != "")
        few = _FIGURES.get(words.low(start), 0) if not units else 0
        count, stop = (
            (few, start + 1) if few else words.count(start if units or words.low(here) != "a" else here)
        )
        stop += few > 0 and words.low(stop) == "of"
        if words.low(stop) in ("business", "working"):
            stop += 1
            count += 2 * ((today.weekday() + count) // 5)  # the weekends on the way
        unit = words.low(stop)
        if not count or unit not in words.table.units:
            break
        units.append((count, unit))
        days, open_days = words.table.units[unit]
        spread = max(days * count // 2 if few else 0, open_days)
        here = stop + 1
        here += words.low(here) in ("'", "’")
    return _Span(tuple(units), spread, here)


def _direction(words: Words, at: int, lead: str) -> tuple[int, int]:
    """Return -1 for "ago", 1 for "from now", _FROM_TOMORROW, 0 for neither; and the place behind."""
    word = words.low(at)
    if word == "ago" and not lead:
        return -1, at + 1
    if word in ("from", "after") and words.low(at + 1) in ("now", "today"):
        return 1, at + 2
    if word in ("from", "after") and words.low(at + 1) == "tomorrow":
        return _FROM_TOMORROW, at + 2
    if word == "time" and lead:
        return 1, at + 1
    follows = word in ("", ".", ",", ";", "and", "when", "as", "after")
    return (1, at) if lead and (follows or lead == "within") else (0, at)


def _beside(words: Words, at: int, today: date) -> Found | None:
    """Read "last week", "this month", "next year", "over the weekend", "early last month"."""
    third, here = -1, at
    if words.low(here) in ("earlier", "later") and words.low(here + 1) in words.table.this:
        return _edge(words, here, today)
    if words.low(here) == "the" and words.low(here + 1) in words.table.parts:
        here += 1
    if words.low(here) in words.table.parts:
        third = words.table.parts[words.low(here)]
        here += 1
        here += words.low(here) == "of"
    if words.low(here) == "the" and words.low(here + 1) == "weekend":
        return here + 2, calendar.weekend(today, 0)
    shift = _shift(words, here)
    if shift is None:
        return None
    whole = _stretch(words.low(here + 1), today, shift)
    if whole is None:
        return None
    return here + 2, whole if third < 0 else calendar.part_of(whole, third)


def _edge(words: Words, at: int, today: date) -> Found | None:
    """Read "earlier this month", which ends today, and "later this week", which begins today."""
    whole = _stretch(words.low(at + 2), today, 0)
    if whole is None:
        return None
    return at + 3, Days(whole.first, today) if words.low(at) == "earlier" else Days(today, whole.last)


def _stretch(unit: str, today: date, shift: int) -> Days | None:
    if unit == "week":
        return calendar.week(today, shift)
    if unit == "weekend":
        return calendar.weekend(today, max(0, shift))
    whole = calendar.shifted(today, shift, unit) if unit in ("month", "year") else None
    if whole is None:
        return None
    if unit == "month":
        return calendar.month(whole.year, whole.month)
    return Days(whole.replace(month=1, day=1), whole.replace(month=12, day=31))


def _ordinal(words: Words, at: int, today: date) -> Found | None:
    """Read "the 27th", "the 20th of next month", "the first Friday of next month"."""
    here = at + 1 if words.low(at) == "the" else at
    number, stop = words.ordinal(here)
    if not number:
        return None
    weekday = words.weekday(stop)
    whole, behind = _month_behind(words, stop + (weekday >= 0), today)
    if whole is not None:
        day = (
            _nth(whole, weekday, number)
            if weekday >= 0
            else calendar.day(whole.first.year, whole.first.month, number)
        )
        return None if day is None else (behind, day)
    ends = words.low(stop) in ("", ".", ",", ";", "!", "?", "and", "after", "when")
    if not ends or words.low(at) != "the" or words.low(at - 1) not in ("on", "for", "by", "until", "since"):
        return None
    if not words.low(here)[:1].isdigit():
        return None
    days = _numbered(number, today, ahead=words.ahead(at))
    return None if days is None else (stop, days)


def _month_behind(words: Words, at: int, today: date) -> tuple[Days | None, int]:
    here = at + 1 if words.low(at) in ("of", "in") else at
    shift = _shift(words, here)
    if here == at or shift is None or words.low(here + 1) != "month":
        return None, at
    return _stretch("month", today, shift), here + 2


def _nth(whole: Days, weekday: int, number: int) -> Days | None:
    first = whole.first + timedelta(days=(weekday - whole.first.weekday()) % 7)
    day = first + timedelta(days=7 * (number - 1))
    return _one(day) if day <= whole.last else None


def _numbered(number: int, today: date, *, ahead: bool) -> Days | None:
    """Return the day of that number last gone by, or the next one."""
    for back in range(-1, 13) if ahead else range(13):
        year, month = divmod(12 * today.year + today.month - 1 - back, 12)
        found = calendar.day(year, month + 1, number)
        if found is not None and (found.first > today if ahead and back <= 0 else found.first <= today):
            return found
    return None
