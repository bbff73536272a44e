"""Find the dates of a sentence and the days that each allows."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - a field of a named tuple
from typing import TYPE_CHECKING, NamedTuple

from atodds.extract.calendar.days import Days
from atodds.extract.calendar.numeric import numeric
from atodds.extract.calendar.relative import relative
from atodds.extract.calendar.words import Words, calendar_words
from atodds.extract.calendar.written import written
from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from atodds.extract.calendar.written import Found
    from atodds.extract.tokens import Token


class Dated(NamedTuple):
    """A date as tokens `first` to `stop` (half-open), and the days it allows; None is unbounded."""

    first: int
    stop: int
    earliest: date | None
    latest: date | None


def find_dates(
    text: str,
    tokens: Sequence[Token],
    today: date | None,
    ahead: Callable[[int], bool] = lambda at: False,  # noqa: ARG005 - one signature
) -> list[Dated]:
    """
    Return the dates among the tokens of a sentence of `text`, in order.

    `today` is the day of writing; without it only dates with a year are found. `ahead` says of a token place
    whether its clause looks ahead, which "Friday" alone does not tell. Linear time, never raises.
    """
    words = Words(tokens)
    found: list[Dated] = []
    at = 0
    while at < len(tokens):
        read = _read(words, text, at, today, ahead=ahead(at)) if _may_open(words, at) else None
        if read is None:
            at += 1
            continue
        stop, days = _joined(words, text, read, today, at)
        earliest, latest = _sided(words, at, days)
        found.append(Dated(at, stop, earliest, latest))
        at = stop
    return found


def _may_open(words: Words, at: int) -> bool:
    """Say whether a date can begin here, which few words let it."""
    word, table = words.low(at), words.table
    return (
        words.tokens[at].kind == "number"
        or word in table.months
        or word in table.weekdays
        or word in table.cardinals
        or word in table.ordinals
        or word in _openers()
        or word.partition("-")[0] in table.parts
    )


def _openers() -> frozenset[str]:
    table = calendar_words()
    first = {said[0] for said in (*table.days, *table.stretches)}
    return (
        table.last
        | table.next
        | table.this
        | first
        | {"the", "in", "within", "earlier", "later", "few", "twenty", "thirty"}
    )


def _read(words: Words, text: str, at: int, today: date | None, *, ahead: bool) -> Found | None:
    token = words.tokens[at]
    try:
        if token.kind == "number" and (figures := numeric(text, token.start, today, ahead=ahead)):
            end, days = figures
            stop = at + 1
            while stop < len(words) and words.tokens[stop].start < end:
                stop += 1
            return stop, days
        dated = written(words, at, today, ahead=ahead)
        if dated is None and today is not None:
            dated = relative(words, at, today, ahead=ahead)
    except (ValueError, OverflowError):
        return None  # a day before the first year or after the last
    return dated


def _joined(words: Words, text: str, read: Found, today: date | None, at: int) -> Found:
    """Take "from January 2 to January 5" and "between Monday and Friday" as one stretch."""
    stop, days = read
    lead = words.low(at - 1)
    link = words.low(stop)
    if (lead, link) not in (("from", "to"), ("between", "and"), ("from", "until"), ("from", "through")):
        return read
    other = _read(words, text, stop + 1, today, ahead=False) if stop + 1 < len(words) else None
    if other is None or other[1].last < days.first:
        return read
    return other[0], Days(days.first, other[1].last)


def _sided(words: Words, at: int, days: Days) -> tuple[date | None, date | None]:
    """Open a date on one side: "before January 5", "after Monday"."""
    table = load_table("calendar")
    lead = {words.low(at - 1), f"{words.low(at - 2)} {words.low(at - 1)}"}
    if lead & set(table["before"]):
        return None, days.last
    if lead & set(table["after"]):
        return days.first, None
    return days.first, days.last
