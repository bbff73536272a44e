"""Dates that name a month or year: "January 2", "5th of May, 2020", "the beginning of January", "in 2019"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from atodds.extract.calendar import days as calendar
from atodds.extract.calendar.days import Days

if TYPE_CHECKING:
    from atodds.extract.calendar.words import Words

Found = tuple[int, Days]
"""The place behind a date, and its days."""

_DASHES = ("-", "–", "—", "to", "through", "and")
_IN_YEAR = ("in", "during", "of", "since", "early", "late", "mid")


def written(words: Words, at: int, today: date | None, *, ahead: bool) -> Found | None:
    """Return the date with a month or year that begins at a place, None if there is none."""
    start = at
    if words.weekday(start) >= 0 and (words.month(start + 1) or words.low(start + 1) in (",", ".")):
        start += 1
        while words.low(start) in (",", ".", "the"):
            start += 1
    return (
        _month_first(words, start, today, ahead=ahead)
        or _day_first(words, start, today, ahead=ahead)
        or _part(words, at, today, ahead=ahead)
        or _month_or_year(words, at, today, ahead=ahead)
    )


def _dated(number: int, month: int, year: int, today: date | None, *, ahead: bool) -> Days | None:
    if year:
        return calendar.day(year, month, number)
    return None if today is None else calendar.without_year(number, month, today, ahead=ahead)


def _month_first(words: Words, at: int, today: date | None, *, ahead: bool) -> Found | None:
    """Read "January 2, 2022", "Jan. 2-5", "Jan-1"."""
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
    return _stretch(number, last, month, year, today, stop, ahead=ahead)


def _day_first(words: Words, at: int, today: date | None, *, ahead: bool) -> Found | None:
    """Read "2 January 2022", "the 5th of May", "2-5 January"."""
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
    return _stretch(number, last, month, year, today, stop, ahead=ahead)


def _stretch(  # noqa: PLR0913, PLR0917 - the parts of a date
    number: int, last: int, month: int, year: int, today: date | None, stop: int, *, ahead: bool
) -> Found | None:
    first = _dated(number, month, year, today, ahead=ahead)
    if first is None:
        return None
    end = calendar.day(first.first.year, month, last)
    return (stop, Days(first.first, end.last)) if end is not None else (stop, first)


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


def _part(words: Words, at: int, today: date | None, *, ahead: bool) -> Found | None:
    """Read "early January", "mid-January", "the beginning of January", "late 2019"."""
    here = at + 1 if words.low(at) == "the" else at
    word = words.low(here)
    prefix, _, rest = word.partition("-")
    third = words.table.parts.get(prefix, -1)
    if third < 0:
        return None
    if rest and rest in words.table.months:
        stop, whole = _whole_month(words, here, words.table.months[rest], today, ahead=ahead) or (0, None)
    else:
        here += 1
        here += words.low(here) == "-"
        here += words.low(here) == "of"
        stop, whole = _month_or_year(words, here, today, ahead=ahead, named=True) or (0, None)
    return None if whole is None else (stop, calendar.part_of(whole, third))


def _whole_month(words: Words, at: int, month: int, today: date | None, *, ahead: bool) -> Found | None:
    year, stop = _year_behind(words, words.past_stop(at + 1))
    if year:
        return stop, calendar.month(year, month)
    return None if today is None else (stop, calendar.month_without_year(month, today, ahead=ahead))


def _month_or_year(
    words: Words, at: int, today: date | None, *, ahead: bool, named: bool = False
) -> Found | None:
    """Read "January 2022", "in January", "in 2019"; a month alone needs such a lead."""
    led = named or words.low(at - 1) in _IN_YEAR
    month = words.month(at)
    if month:
        found = _whole_month(words, at, month, today, ahead=ahead)
        return found if found is not None and (led or words.year(found[0] - 1)) else None
    year = words.year(at)
    if year and led and not _counts(words, at + 1):
        return at + 1, Days(date(year, 1, 1), date(year, 12, 31))
    return None
