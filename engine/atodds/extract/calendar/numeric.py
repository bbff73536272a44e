"""Dates in figures: "2022-01-05", "05.01.2022", "1/5/2022"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from atodds.extract.calendar.days import Days, day, without_year

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_FIGURES = re.compile(
    r"""
    (?: (?P<iso_year> \d{4} ) (?P<mark> [-/.] ) (?P<iso_month> \d{1,2} )  # 2022-01-05
        (?P=mark) (?P<iso_day> \d{1,2} )
      | (?P<one> \d{1,2} ) (?P<sign> [-/.] ) (?P<two> \d{1,2} )
        (?: (?: (?P=sign) | , [ ]? ) (?P<year> \d{4} | \d{2} ) )?  # 1/5/2022  4/22
    )
    (?! [\w/] | [-.,:] \d )
    """,
    re.VERBOSE,
)
_ON = re.compile(r"(?:^|\s)on\s{1,3}\Z")
_PIVOT = 70  # two digits from here on are of the last century


def numeric(text: str, at: int, today: date | None, ahead: Callable[[], bool]) -> tuple[int, Days] | None:
    """
    Return where a date in figures that begins at a character ends, and its day; None if there is none.

    Where both could be the month the first is, as in American papers; "05.01.2022" has the day first. Without
    a year a slash makes a date, "4/22" and never "1/2", or an "on" before it: "on 4-22"; `ahead` is asked
    then whether the clause looks ahead.
    """
    found = _FIGURES.match(text, at)
    if found is None or (at and (text[at - 1].isalnum() or text[at - 1] in "$£€.-/")):
        return None
    if found["iso_year"]:
        days = day(int(found["iso_year"]), int(found["iso_month"]), int(found["iso_day"]))
    else:
        days = _short(found, today, ahead)
    return None if days is None else (found.end(), days)


def _short(found: re.Match[str], today: date | None, ahead: Callable[[], bool]) -> Days | None:
    one, two = int(found["one"]), int(found["two"])
    day_first = one > 12 or (found["sign"] == "." and two <= 12)
    number, of_month = (one, two) if day_first else (two, one)
    if not 1 <= of_month <= 12:
        return None
    if found["year"] is None:
        likely = number > 12 and (
            found["sign"] == "/"
            or _ON.search(found.string, max(0, found.start() - 6), found.start()) is not None
        )
        return without_year(number, of_month, today, ahead=ahead()) if today is not None and likely else None
    year = int(found["year"])
    if len(found["year"]) == 2:
        if found["sign"] == ".":
            return None  # "12.5.22" may be a version
        year += 1900 if year >= _PIVOT else 2000
    return day(year, of_month, number)
