"""Stretches of days: what a month, week or part of one is, and which year a date without one means."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

_SOON = 45  # days ahead within which a date without a year is taken for a coming one


class Days(NamedTuple):
    """Days from first to last, both inclusive."""

    first: date
    last: date


def day(year: int, month: int, number: int) -> Days | None:
    """Return one day, None if there is no such day: "31 June"."""
    try:
        one = date(year, month, number)
    except ValueError:
        return None
    return Days(one, one)


def month(year: int, number: int) -> Days:
    """Return the days of a month."""
    first = date(year, number, 1)
    return Days(first, date(year, number, monthrange(year, number)[1]))


def part_of(whole: Days, third: int) -> Days:
    """Return a third of a stretch, numbered from 0, generously: "early January" runs to the 12th."""
    size = (whole.last - whole.first).days + 1
    reach = max(1, round(size * 0.4))
    if third == 0:
        return Days(whole.first, whole.first + timedelta(days=reach - 1))
    if third == 2:
        return Days(whole.last - timedelta(days=reach - 1), whole.last)
    return Days(
        whole.first + timedelta(days=round(size * 0.27)), whole.last - timedelta(days=round(size * 0.27))
    )


def shifted(today: date, count: int, unit: str) -> date | None:
    """Return the day so many units after today (before it for a negative count), None beyond the calendar."""
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - slow to import, and few texts need it

    name = f"{unit.removesuffix('s')}s"
    try:
        if name == "fortnights":
            return today + timedelta(weeks=2 * count)
        if name == "decades":
            return today + relativedelta(years=10 * count)
        if name in ("months", "years"):
            return today + relativedelta(months=count if name == "months" else 12 * count)
        return today + timedelta(days=count if name == "days" else 7 * count)
    except (ValueError, OverflowError):
        return None


def around(one: date, spread: int) -> Days | None:
    """Return a day with some days to either side."""
    try:
        return Days(one - timedelta(days=spread), one + timedelta(days=spread))
    except OverflowError:
        return None


def without_year(number: int, of_month: int, today: date, *, ahead: bool) -> Days | None:
    """
    Return the day of a month that a report of today means when it gives no year.

    That is the last one gone by, or the next one if it is near or `ahead` says that the sentence looks ahead.
    """
    # The 29th of February is up to eight years away.
    years = range(today.year, today.year + 9)
    coming = next((one for year in years if (one := day(year, of_month, number)) and one.first > today), None)
    if coming is not None and (coming.first - today).days <= (183 if ahead else _SOON):
        return coming
    years = range(today.year, today.year - 9, -1)
    past = next((one for year in years if (one := day(year, of_month, number)) and one.first <= today), None)
    return coming if past is None else past


def month_without_year(of_month: int, today: date, *, ahead: bool) -> Days:
    """Return the month of that name that has begun last, or the next one where the sentence looks ahead."""
    own = month(today.year, of_month)
    if ahead and own.last < today:
        return month(today.year + 1, of_month)
    if not ahead and own.first > today:
        return month(today.year - 1, of_month) if today.year > 1 else own
    return own


def weekday(number: int, today: date, *, ahead: bool) -> date:
    """Return the last day of that name up to today, or the next one from today on where `ahead` is set."""
    if ahead:
        return today + timedelta(days=(number - today.weekday()) % 7)
    return today - timedelta(days=(today.weekday() - number) % 7)


def week(today: date, shift: int) -> Days:
    """Return the week of today or one beside it; it begins on the Sunday where the paper may count so."""
    monday = today + timedelta(days=7 * shift - today.weekday())
    return Days(monday - timedelta(days=1), monday + timedelta(days=6))


def weekend(today: date, shift: int) -> Days:
    """Return the weekend that is or was last (shift 0), the next one (1)."""
    saturday = today - timedelta(days=(today.weekday() - 5) % 7) + timedelta(days=7 * shift)
    return Days(saturday, saturday + timedelta(days=1))
