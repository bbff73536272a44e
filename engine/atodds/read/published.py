"""The day an article was published: from a table's cell, from the page's own date line, or unknown."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache
from typing import Final

from atodds.read.wordings import any_of

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = rf"(?i:{'|'.join(_MONTHS)})[A-Za-z]{{0,6}}\.?"
_DATE: Final = rf"""
    (?: \d{{4}} - \d{{2}} - \d{{2}}                                     # 2022-01-11, also before T07:08Z
      | {_MONTH} \s+ \d{{1,2}} (?:st|nd|rd|th)? ,? \s+ \d{{4}}          # January 11, 2022
      | \d{{1,2}} (?:st|nd|rd|th)? [\s-] {_MONTH} ,? [\s-] \d{{4}}      # 11 January 2022, 11-Jan-2022
      | (?P<one>\d{{1,2}}) [/.-] (?P<two>\d{{1,2}}) [/.-] (?P<year>\d{{4}})
    )
    (?! \d )
"""
_ANY_DATE: Final = re.compile(rf"(?<! \d ) {_DATE}", re.VERBOSE)
_ONLY_DATE: Final = re.compile(
    rf"""
    (?: (?i: mon|tue|wed|thu|fri|sat|sun) [a-z]* \.? ,? \s+ )?
    {_DATE}
    (?: [\s,|@·T-]* (?: at \s+ )? \d{{1,2}} [:.h] \d{{2}} (?: : \d{{2}} )?     # 7:08, 07:08:00
        \s? (?: [AaPp] \.? [Mm] \.? )?
        \s? (?: \(? [A-Z]{{1,5}} \)? | [+-] \d{{2}} :? \d{{2}} )? )?           # GMT, +05:00
    [\s.,|·-]*
    """,
    re.VERBOSE,
)
# A wire report begins "PORT NADIR, 3 JAN 90 -- ", or "PORT NADIR, Lurdia, January 3, 1990 (Reuters) - ".
_DATELINE: Final = re.compile(
    rf"""
    [A-Z] [^,()\n]{{1,40}} (?: , \s [A-Z] [^,()\d\n]{{1,30}} )?         # the city, and its country or state
    , \s+ (?: (?P<day>\d{{1,2}}) \s+ (?P<month>{_MONTH}) \s+ (?P<short>\d{{2}}) (?! \d ) | {_DATE} )
    \s* (?: [(\[] [^()\[\]\n]{{1,40}} [)\]] )?
    \s* (?: --? | – | — )
    """,
    re.VERBOSE,
)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
# Without a year in full dateutil would take the century from the clock. "20220111" is a date as well.
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?:\d{4})?(?!\d)")
_LONGEST: Final = 80  # characters of a cell, and of the part of a line in which a date is looked for
_LONGEST_DATELINE: Final = 120
# Seconds since 1970 are read from 1973 on: smaller numbers are years or numbers of rows.
_FIRST_SECOND: Final = 100_000_000
_FIRST_MILLISECOND: Final = 100_000_000_000


def day_of(value: object) -> date | None:
    """
    Return the day that a table's cell names, or None.

    Takes ISO dates and times, RFC 2822 ("Tue, 11 Jan 2022 07:08:00 GMT"), seconds or milliseconds since
    1970, and dates in words that name day, month and year. "03/04/2022" is two days and so none. The day
    is the one written; a time zone does not move it.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _day_of_seconds(value)
    return _day_in_words(value.strip()) if isinstance(value, str) else None


def labelled_day(words: str) -> date | None:
    """Return the day in a line such as "Updated: January 11, 2022, 7:08 AM", or None."""
    found = _ANY_DATE.search(words[:_LONGEST])
    return _day_of(found) if found else None


def bare_day(words: str) -> date | None:
    """Return the day of a line that is a date, perhaps with a time, and nothing else; None for others."""
    if len(words) > _LONGEST or not any(map(str.isdigit, words)):
        return None
    found = _ONLY_DATE.fullmatch(words)
    return _day_of(found) if found else None


def dateline_day(words: str) -> date | None:
    """Return the day of a wire dateline that names its year, "PORT NADIR, 3 JAN 90 --", or None."""
    start = words[:_LONGEST_DATELINE]
    if not any(dash in start for dash in (" -", " –", " —", "--")):
        return None
    found = _DATELINE.match(start)
    if found is None:
        return None
    if not found["day"]:
        return _day_of(found)
    year = int(found["short"])
    month = _MONTHS.index(found["month"][:3].lower()) + 1
    return _day(year + (1900 if year >= 70 else 2000), month, int(found["day"]))


def wire_of(words: str) -> str:
    """Return the agency that signs a dateline, "Reuters" for "PORT NADIR (Reuters) - ", "" for none."""
    if "(" not in words[:_LONGEST]:
        return ""
    found = _signed_dateline().match(words[:_LONGEST_DATELINE])
    return found["wire"] if found else ""


@cache
def _signed_dateline() -> re.Pattern[str]:
    return re.compile(
        rf"""
        [A-Z] [^()\n.]{{1,60}} (?: \. [^()\n.]{{0,20}} )?       # PORT NADIR, Jan. 3
        \( (?: [^()/\n]{{1,30}} / )? (?P<wire> {any_of("wires")} ) (?: / [^()\n]{{1,30}} )? \)
        \s* (?: --? | – | — )
        """,
        re.VERBOSE,
    )


def _day_in_words(words: str) -> date | None:
    if words.isascii() and words.isdigit() and len(words) != len("20220111"):
        return _day_of_seconds(int(words[:_LONGEST]))
    if len(words) > _LONGEST or not _YEAR.search(words):
        return None
    words = _YEAR_FIRST.sub(r"\1-\2-\3", words, count=1)
    try:
        return datetime.fromisoformat(words).date()
    except ValueError:
        return _parsed(words)


def _day_of(found: re.Match[str]) -> date | None:
    """Return the day of a matched date; in figures, only where day and month cannot be exchanged."""
    if not found["year"]:
        date_only = _ANY_DATE.search(found[0])
        return _parsed(date_only[0]) if date_only else None
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    if one != two and max(one, two) <= 12:
        return None
    return _day(year, min(one, two), max(one, two))


def _parsed(words: str) -> date | None:
    """
    Return the day that dateutil reads, if it owes nothing to a default and nothing to the order of figures.

    dateutil fills what is missing from a default and guesses the order, so it is asked twice.
    """
    iso = _ANY_DATE.match(words)
    if iso and words[4:5] == "-":
        return _day(int(words[:4]), int(words[5:7]), int(words[8:10]))
    from dateutil import parser as dateutil_parser  # noqa: PLC0415 - slow to import, and most days are ISO

    try:
        month_first, day_first = (
            dateutil_parser.parse(
                words, default=datetime(year, month, month, tzinfo=UTC), dayfirst=month > 1, ignoretz=True
            )
            for year, month in ((2000, 1), (2001, 2))
        )
    except (ValueError, OverflowError, ArithmeticError, TypeError):
        return None
    return month_first.date() if month_first.date() == day_first.date() else None


def _day_of_seconds(seconds: float) -> date | None:
    if not seconds >= _FIRST_SECOND:
        return None
    try:
        return datetime.fromtimestamp(
            seconds / 1000 if seconds >= _FIRST_MILLISECOND else seconds, tz=UTC
        ).date()
    except (ValueError, OverflowError, OSError):
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
