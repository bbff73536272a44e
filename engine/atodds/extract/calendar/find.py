"""Find the dates of a sentence and the days that each allows."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - a field of a named tuple
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from atodds.extract.calendar.days import Days
from atodds.extract.calendar.numeric import numeric
from atodds.extract.calendar.relative import relative, relative_openers
from atodds.extract.calendar.words import FIGURE, Words, calendar_words
from atodds.extract.calendar.written import written, written_openers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from atodds.extract.calendar.written import Found
    from atodds.extract.tokens import Token


_LINKS = {"from": ("to", "until", "through"), "between": ("and",)}


class Dated(NamedTuple):
    """A date as tokens `first` to `stop` (half-open), and the days it allows; None is unbounded."""

    first: int
    stop: int
    earliest: date | None
    latest: date | None


def _never(at: int) -> bool:  # noqa: ARG001 - one signature
    return False


def find_dates(
    text: str,
    tokens: Sequence[Token],
    today: date | None,
    ahead: Callable[[int], bool] = _never,
) -> list[Dated]:
    """
    Return the dates among the tokens of a sentence of `text`, in order.

    `today` is the day of writing; without it only dates with a year are found. `ahead` says of a token place
    whether its clause looks ahead, which "Friday" alone does not tell. Linear time, never raises.
    """
    words = Words(tokens, today, ahead)
    found: list[Dated] = []
    behind = 0
    for at in _openings(tokens):
        read = _read(words, text, at) if at >= behind and _goes_on(words, at) else None
        if read is not None:
            behind, days = _joined(words, text, read, at)
            earliest, latest = _sided(words, at, days)
            found.append(Dated(at, behind, earliest, latest))
    return found


def _openings(tokens: Sequence[Token]) -> list[int]:
    """Return the places at which a date can begin, which few words let it."""
    openers, parts = _openers()
    return [
        at
        for at, token in enumerate(tokens)
        if (word := token.lower) in openers
        or token.kind == "number"
        or ("-" in word and word.partition("-")[0] in parts)
    ]


@cache
def _openers() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset({*written_openers(), *relative_openers()}), frozenset(calendar_words().parts)


def _goes_on(words: Words, at: int) -> bool:
    """Say whether the word behind "the", "in" or "a" lets a date begin with them, as few do."""
    seconds = _seconds().get(words.tokens[at].lower)
    return seconds is None or (at + 1 < len(words) and words.opener(at + 1) in seconds)


@cache
def _seconds() -> dict[str, frozenset[str]]:
    """Return the words that stand behind each common opener where a date begins with it."""
    table = calendar_words()
    named = (one.rest[0] for one in table.named["the"])
    count = frozenset({*table.cardinals, FIGURE, "few", "couple"})
    unit = frozenset({*table.units, "few", "couple", "business", "working"})
    return {
        "the": frozenset({*table.cardinals, *table.ordinals, *table.parts, *named, FIGURE, "weekend"}),
        "in": count,
        "within": count,
        "a": unit,
        "an": unit,
    }


def _read(words: Words, text: str, at: int) -> Found | None:
    token = words.tokens[at]
    try:
        if token.kind == "number" and (figures := _figures(words, text, at, token.start)):
            return figures
        dated = written(words, at)
        if dated is None and words.today is not None:
            dated = relative(words, at, words.today)
    except (ValueError, OverflowError):
        return None  # a day before the first year or after the last
    return dated


def _figures(words: Words, text: str, at: int, start: int) -> Found | None:
    figures = numeric(text, start, words.today, lambda: words.ahead(at))
    if figures is None:
        return None
    end, days = figures
    stop = at + 1
    while stop < len(words) and words.tokens[stop].start < end:
        stop += 1
    return stop, days


def _joined(words: Words, text: str, read: Found, at: int) -> Found:
    """Take "from January 2 to January 5" and "between Monday and Friday" as one stretch."""
    stop, days = read
    if stop + 1 >= len(words) or words.low(stop) not in _LINKS.get(words.low(at - 1), ()):
        return read
    other = _read(Words(words.tokens, words.today, _never), text, stop + 1)
    if other is None or other[1].last < days.first:
        return read
    return other[0], Days(days.first, other[1].last)


def _sided(words: Words, at: int, days: Days) -> tuple[date | None, date | None]:
    """Open a date on one side: "before January 5", "after Monday"."""
    lead = {words.low(at - 1), f"{words.low(at - 2)} {words.low(at - 1)}"}
    if not lead.isdisjoint(words.table.before):
        return None, days.last
    if not lead.isdisjoint(words.table.after):
        return days.first, None
    return days.first, days.last
