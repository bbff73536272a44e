"""What a rule's own test expects of a text, read from the words it is written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from atodds.model.claim import Part
from atodds.model.interval import Interval
from atodds.rulebook.rule import Kind

_PART: Final = re.compile(r"(?P<value>.*\S)\s*\((?P<part>part|added|background)\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Expected:
    """
    A claim as a test words it.

    `value` is an interval for quantities (in people, dollars, percent ...) and durations (in days), first
    and last day for dates, else the words themselves: a category, a name, a quote. `part` is the total
    unless the test says otherwise: "9 (part)".
    """

    words: str
    value: Interval | tuple[date, date] | str
    part: Part = Part.TOTAL


def read_expected(kind: Kind, words: str) -> Expected:
    """
    Read one entry of a test's `claims`.

    Raises ValueError, with a message that says how to write it, for a value the kind cannot have.
    """
    part = Part.TOTAL
    value = words.strip()
    if marked := _PART.fullmatch(value):
        part, value = Part(marked["part"]), marked["value"]
    if kind in (Kind.QUANTITY, Kind.DURATION):
        return Expected(words, Interval.parse(value), part)
    if kind is Kind.DATE:
        return Expected(words, _days(value), part)
    return Expected(words, words.strip())


def _days(value: str) -> tuple[date, date]:
    """Read "2022-01-05", or "2022-01-05/2022-01-08" for a stretch of days."""
    first, _, last = value.partition("/")
    try:
        return date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:
        raise ValueError(f"{value!r} is no date; write 2022-01-05 or 2022-01-05/2022-01-08") from None
