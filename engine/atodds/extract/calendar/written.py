"""Dates that name a month or year: "January 2", "5th of May, 2020", "the beginning of January", "in 2019"."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from atodds.extract.calendar import days as calendar
from atodds.extract.calendar.days import Days
from atodds.extract.calendar.words import FIGURE, by_opener, calendar_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from atodds.extract.calendar.words import Words

Found = tuple[int, Days]
"""The place behind a date, and its days."""

_DASHES = ("-", "–", "—", "to", "through", "and")
_IN_YEAR = ("in", "during", "of", "since", "early", "late", "mid")


def written(words: Words, at: int) -> Found | None:
    """Return the date with a month or year that begins at a place, None if there is none."""
    for read in written_openers().get(words.opener(at), ()):
        found = read(words, at)
        if found is not None:
            return found
    return None


@cache
def written_openers() -> dict[str, tuple[Callable[[Words, int], Found | None], ...]]:
    """Return the words that such a date can begin with, and what reads it then, in the order to be tried."""
    table = calendar_words()
    return by_opener(
        (_behind_weekday, table.weekdays),
        (_month_first, table.months),
        (_day_first, ("the", FIGURE, *table.cardinals, *table.ordinals)),
        (_part, ("the", *table.parts)),
        (_month_or_year, (FIGURE, *table.months)),
    )


def _behind_weekday(words: Words, at: int) -> Found | None:
    """Read "Sunday, January 2"."""
    if words.weekday(at) < 0 or not (words.month(at + 1) or words.low(at + 1) in (",", ".")):
        return None
    start = at + 1
    while words.low(start) in (",", ".", "the"):
        start += 1
    return _month_first(words, start, at) or _day_first(words, start, at)


def _dated(words: Words, at: int, number: int, month: int, year: int) -> Days | None:
    if year:
        return calendar.day(year, month, number)
    if words.today is None:
        return None
    return calendar.without_year(number, month, words.today, ahead=words.ahead(at))


def _month_first(words: Words, at: int, lead: int | None = None) -> Found | None:
    """Read "January 2, 2022", "Jan. 2-5", "Jan-1"; a weekday may lead it."""
    month = words.month(at)
    if not month:
        return None
    here = words.past_stop(at + 1)
    if words.low(here) == "-" or words.low(here) == "the":
        here += 1
    number, stop = words.day(here)
    if not number or _counts(words, stop):
        return None
    last, stop = _range_end(words, number, stop)
    year, stop = _year_behind(words, stop)
    first = _dated(words, at if lead is None else lead, number, month, year)
    return None if first is None else (stop, _up_to(first, last, month))


def _day_first(words: Words, at: int, lead: int | None = None) -> Found | None:
    """Read "2 January 2022", "the 5th of May", "2-5 January"; a weekday may lead it."""
    here = at + 1 if words.low(at) == "the" else at
    number, stop = words.day(here)
    if not number:
        return None
    last, stop = _range_end(words, number, stop)
    while words.low(stop) in (".", "of"):
        stop += 1
    month = words.month(stop)
    if not month:
        return None
    year, stop = _year_behind(words, words.past_stop(stop + 1))
    first = _dated(words, at if lead is None else lead, number, month, year)
    return None if first is None else (stop, _up_to(first, last, month))


def _up_to(days: Days, last: int, month: int) -> Days:
    """Lengthen a day to the last one of its month that a wording gives, if there is such a day."""
    end = calendar.day(days.first.year, month, last)
    return days if end is None else Days(days.first, end.last)


def _range_end(words: Words, number: int, stop: int) -> tuple[int, int]:
    """Return the last day of "2-5", or the day itself."""
    if words.low(stop) in _DASHES:
        last, behind = words.day(stop + 1)
        if last > number and not _counts(words, behind):
            return last, behind
    return number, stop


def _year_behind(words: Words, at: int) -> tuple[int, int]:
    here = at + 1 if words.low(at) in (",", "of") else at
    year = words.year(here)
    if year and not _counts(words, here + 1):
        return year, here + 1
    said, stop = words.year_in_words(here)
    return (said, stop) if said and not _counts(words, stop) else (0, at)


def _counts(words: Words, at: int) -> bool:
    """See that a number counts something: "in January 12 people died"."""
    word = words.low(at)
    return word in ("people", "men", "women", "children", "percent", "million", "billion", "%", ":") or (
        len(word) > 4
        and word.endswith("s")
        and word.isalpha()
        and words.tokens[at].text.islower()
        and word not in ("across", "towards", "unless", "besides", "always", "protests", "clashes")
    )


def _part(words: Words, at: int) -> Found | None:
    """Read "early January", "mid-January", "the beginning of January", "late 2019"."""
    here = at + 1 if words.low(at) == "the" else at
    word = words.low(here)
    prefix, _, rest = word.partition("-")
    third = words.table.parts.get(prefix, -1)
    if third < 0:
        return None
    if rest and rest in words.table.months:
        stop, whole = _whole_month(words, here, words.table.months[rest], at) or (0, None)
    else:
        here += 1
        here += words.low(here) == "-"
        here += words.low(here) == "of"
        stop, whole = _month_or_year(words, here, at) or (0, None)
    return None if whole is None else (stop, calendar.part_of(whole, third))


def _whole_month(words: Words, at: int, month: int, lead: int) -> Found | None:
    year, stop = _year_behind(words, words.past_stop(at + 1))
    if year:
        return stop, calendar.month(year, month)
    if words.today is None:
        return None
    return stop, calendar.month_without_year(month, words.today, ahead=words.ahead(lead))


def _month_or_year(words: Words, at: int, lead: int | None = None) -> Found | None:
    """Read "January 2022", "in January", "in 2019"; a month alone needs such a word or a `lead`."""
    led = lead is not None or words.low(at - 1) in _IN_YEAR
    month = words.month(at)
    if month:
        found = _whole_month(words, at, month, at if lead is None else lead)
        return found if found is not None and (led or words.year(found[0] - 1)) else None
    year = words.year(at) if led else 0
    if year and not _counts(words, at + 1):
        return at + 1, Days(date(year, 1, 1), date(year, 12, 31))
    return None
