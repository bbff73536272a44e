"""The words of dates, rules/lexicon/calendar.yaml, as tables that the readers of dates ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from atodds.extract.tokens import Token


_SHORT = 4  # letters of an abbreviated month
_WHOLE_AND_SHORT = ("may", "june", "july")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


_Reader = TypeVar("_Reader")

FIGURE = "0"
"""What stands for any number as the opener of a date."""


class Named(NamedTuple):
    """Days with a name: the words `rest` after its first one, and the days counted from today."""

    rest: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """Each field is a table of the file; `named` goes by the first word, longer names before shorter ones."""

    months: dict[str, int]
    weekdays: dict[str, int]
    only_capital: frozenset[str]
    named: dict[str, tuple[Named, ...]]
    ordinals: dict[str, int]
    cardinals: dict[str, int]
    parts: dict[str, int]
    last: frozenset[str]
    next: frozenset[str]
    this: frozenset[str]
    times: frozenset[str]
    units: dict[str, tuple[int, int]]
    before: frozenset[str]
    after: frozenset[str]


@cache
def calendar_words() -> CalendarWords:
    """Return the tables; read once per process."""
    table = load_table("calendar")
    units = {word: (days, spread) for word, (days, spread) in table["units"].items()}
    return CalendarWords(
        months=table["months"],
        weekdays=table["weekdays"],
        only_capital=frozenset(table["only_capital"]),
        named=_named({**{words: (day, day) for words, day in table["days"].items()}, **table["stretches"]}),
        ordinals=_numbered(table["ordinals"]),
        cardinals=_numbered(table["cardinals"]) | {"a": 1, "an": 1},
        parts=table["parts"],
        last=frozenset(table["last"]),
        next=frozenset(table["next"]),
        this=frozenset(table["this"]),
        times=frozenset(table["times"]),
        units=units | {f"{word}s": unit for word, unit in units.items()},
        before=frozenset(table["before"]),
        after=frozenset(table["after"]),
    )


def _numbered(words: Sequence[str]) -> dict[str, int]:
    return {word: number for number, word in enumerate(words, start=1)}


def _named(days: dict[str, tuple[int, int]]) -> dict[str, tuple[Named, ...]]:
    """Sort days with a name by their first word."""
    named: dict[str, tuple[Named, ...]] = {}
    for words, (first, last) in sorted(days.items(), key=lambda row: -len(row[0].split())):
        head, *rest = words.split()
        named[head] = (*named.get(head, ()), Named(tuple(rest), first, last))
    return named


def by_opener(*readers: tuple[_Reader, Iterable[str]]) -> dict[str, tuple[_Reader, ...]]:
    """Sort readers of dates by the words that such a date may begin with; their order is kept."""
    sorted_: dict[str, tuple[_Reader, ...]] = {}
    for reader, words in readers:
        for word in dict.fromkeys(words):
            sorted_[word] = (*sorted_.get(word, ()), reader)
    return sorted_


class Words:
    """
    The tokens of a sentence, asked by place for what a calendar makes of them.

    `today` is the day of writing, None if unknown. `ahead` says of a place whether its clause looks ahead.
    """

    def __init__(self, tokens: Sequence[Token], today: date | None, ahead: Callable[[int], bool]) -> None:
        self.tokens = tokens
        self.today = today
        self.ahead = ahead
        self.table = calendar_words()

    def __len__(self) -> int:
        return len(self.tokens)

    def low(self, at: int) -> str:
        """Return the lower-case token at a place, "" outside the sentence."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def opener(self, at: int) -> str:
        """Return the word that a date begins with there: FIGURE for a number, the "mid" of "mid-January"."""
        token = self.tokens[at]
        if token.kind == "number":
            return FIGURE
        head = token.lower.partition("-")[0]
        return head if head in self.table.parts else token.lower

    def month(self, at: int) -> int:
        """Return the month that a token names, 0 if none: "May" is one, "may" is none."""
        return self._named(at, self.table.months, 0)

    def weekday(self, at: int) -> int:
        """Return the weekday that a token names, Monday being 0; -1 if none."""
        return self._named(at, self.table.weekdays, -1)

    def _named(self, at: int, names: dict[str, int], none: int) -> int:
        word = self.low(at)
        if word not in names or (word in self.table.only_capital and self.tokens[at].text.islower()):
            return none
        return names[word]

    def past_stop(self, at: int) -> int:
        """Return the place behind the full stop of an abbreviation: "Jan. 5"."""
        short = len(self.low(at - 1)) <= _SHORT and self.low(at - 1) not in _WHOLE_AND_SHORT
        return at + 1 if self.low(at) == "." and short and self.low(at - 1) in self.table.months else at

    def ordinal(self, at: int) -> tuple[int, int]:
        """Return the day that "5th", "fifth" or "twenty first" gives, and the place behind; 0 if none."""
        word = self.low(at)
        if word in self.table.ordinals:
            return self.table.ordinals[word], at + 1
        if word.endswith(("st", "nd", "rd", "th")) and word[:-2].isdigit() and len(word) <= 4:
            return _day(word[:-2]), at + 1
        both = self.table.ordinals.get(f"{word}-{self.low(at + 1)}", 0)
        return (both, at + 2) if both else (0, at)

    def day(self, at: int) -> tuple[int, int]:
        """Return the day of a month that stands at a place, and the place behind it; 0 if none."""
        number, stop = self.ordinal(at)
        if number:
            return number, stop
        word = self.low(at)
        if word.isdecimal() and len(word) <= 2:
            return _day(word), at + 1
        both = self.table.cardinals.get(f"{word}-{self.low(at + 1)}", 0)
        if both:
            return both, at + 2
        return (
            (self.table.cardinals[word], at + 1)
            if word in self.table.cardinals and len(word) > 2
            else (0, at)
        )

    def year(self, at: int) -> int:
        """Return the year that four digits at a place give, 0 if none."""
        word = self.low(at)
        return (
            int(word)
            if len(word) == 4 and word.isascii() and word.isdigit() and 1000 <= int(word) <= 2150
            else 0
        )

    def year_in_words(self, at: int) -> tuple[int, int]:
        """Return the year of "nineteen seventy eight" or "two thousand", and the place behind; 0 if none."""
        if (self.low(at), self.low(at + 1)) == ("two", "thousand"):
            stop = at + 2 + (self.low(at + 2) == "and")
            rest, behind = self._below_hundred(stop)
            return (2000 + rest, behind) if rest else (2000, at + 2)
        century = self.table.cardinals.get(self.low(at), 0)
        if not 15 <= century <= 20:
            return 0, at
        zero = self.low(at + 1) in ("zero", "oh")
        rest, behind = self._below_hundred(at + 1 + zero)
        return (100 * century + rest, behind) if rest and (zero or rest >= 10) else (0, at)

    def _below_hundred(self, at: int) -> tuple[int, int]:
        tens, _, ones = self.low(at).partition("-")
        if tens in _TENS:
            unit = self.table.cardinals.get(ones or self.low(at + 1), 0)
            unit = unit if unit < 10 and (ones or self.low(at + 1) not in ("a", "an")) else 0
            return 10 * (_TENS.index(tens) + 2) + unit, at + 1 + (unit > 0 and not ones)
        number = self.table.cardinals.get(self.low(at), 0)
        return (number, at + 1) if number and len(self.low(at)) > 2 else (0, at)

    def count(self, at: int) -> tuple[int, int]:
        """Return the small number at a place and the place behind it, 0 if none: "two", "10", "a"."""
        word = self.low(at)
        if word.isascii() and word.isdigit() and len(word) <= 3:
            return int(word), at + 1
        both = self.table.cardinals.get(f"{word}-{self.low(at + 1)}", 0)
        return (both, at + 2) if both else (self.table.cardinals.get(word, 0), at + 1)


def _day(digits: str) -> int:
    number = int(digits) if digits.isascii() else 0
    return number if 1 <= number <= 31 else 0
