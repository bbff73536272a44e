"""Profiles: the words, names and days by which a story is told from one about another happening."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from atodds.compare.places import by_ear
from atodds.model.article import Section
from atodds.rulebook.lexicon import load_table
from atodds.rulebook.newswords import WORD, content_words, empty_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from atodds.model.article import Article, Block, Story

# Characters: a headline and the two or three sentences in which a report says what it is about.
HEAD: Final = 700

_MONTHS: Final = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_STOP: Final = re.compile(r"[.!?:\n]")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b(?!\s+(?:people|men|women|children|soldiers|troops|civilians))")
_DATE: Final = re.compile(
    r"""
    \b(?: (?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[A-Z][a-z]{2,8})\.?,?\s+(?P<year>(?:19|20)\d\d)
        | (?P<month2>[A-Z][a-z]{2,8})\.?\s+(?P<day2>\d{1,2}),?\s+(?P<year2>(?:19|20)\d\d)
        | (?P<year3>(?:19|20)\d\d)-(?P<month3>\d\d)-(?P<day3>\d\d)
        | (?P<day4>\d\d)[.-](?P<month4>\d\d)[.-](?P<year4>(?:19|20)\d\d)
    )\b""",  # "12 July 2016", "July 12, 2016", "2016-07-12", "12.07.2016"
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Profile:
    """
    What a story is about, as far as its opening shows.

    `words` are the content words of the opening without their endings, `names` its proper names as they
    sound; `spelled` gives each of both as first written. `days` are the dates written in the opening, or
    else the day of publication.
    """

    article: str
    story: int
    words: frozenset[str]
    names: frozenset[str]
    spelled: Mapping[str, str]
    days: frozenset[date]


def profile_of(article: Article, story: Story) -> Profile:
    """Return the profile of a story: of its headline and the sentences that say what it is about."""
    return profile_by(article.id, story.index, beginning_of(article, story, HEAD), article.published)


def profile_by(article: str, story: int, opening: str, published: date | None) -> Profile:
    """Return the profile of a story of which its first HEAD characters and its day are at hand."""
    told = _told(opening)
    day = frozenset(() if published is None else (published,))
    return Profile(
        article=article,
        story=story,
        words=told.words,
        names=told.names,
        spelled=told.spelled,
        days=told.days or day,
    )


class _Told(NamedTuple):
    words: frozenset[str]
    names: frozenset[str]
    spelled: Mapping[str, str]
    days: frozenset[date]


@lru_cache(maxsize=4096)
def _told(opening: str) -> _Told:
    """Read an opening; wire copies share theirs."""
    worded = dict(reversed([*content_words(opening)]))
    named = dict(reversed([*proper_names(opening)]))
    return _Told(frozenset(worded), frozenset(named), {**worded, **named}, dates_in(opening))


def beginning_of(article: Article, story: Story, size: int) -> str:
    """Return at most so many characters of a story, headline first, each piece of text once."""
    parts: list[str] = []
    read = 0
    for block in _readable(story):
        words = article.words_of(block)[:size]
        if words not in parts:
            parts.append(words)
            read += len(words)
        if read >= size:
            break
    return "\n".join(parts)[:size]


def proper_names(text: str) -> Iterator[tuple[str, str]]:
    """
    Yield the proper names of a text, as they sound and as they are written.

    The first word of a sentence is a name if it is written so elsewhere, or if another capital follows it.
    """
    empty = empty_words()
    found = list(WORD.finditer(text))
    words = [word.group().replace("’", "'").removesuffix("'s") for word in found]
    ends = [0, *(match.end() for match in found)]
    opens = [
        end == 0 or bool(_STOP.search(text, end, match.start()))
        for end, match in zip(ends, found, strict=False)
    ]
    inside = {word for word, first in zip(words, opens, strict=True) if not first and word[:1].isupper()}
    for index, word in enumerate(words):
        named = word[:1].isupper() or (word[2:3] == "-" and word[3:4].isupper())
        if not named or len(word) < 3 or word.lower() in empty:
            continue
        follows = words[index + 1][:1].isupper() if index + 1 < len(words) else False
        if opens[index] and word not in inside and not follows:
            continue
        yield by_ear(word), word


@lru_cache(maxsize=4096)
def names_in(text: str) -> frozenset[str]:
    """Return the proper names of a sentence as they sound."""
    return frozenset(sound for sound, _ in proper_names(text))


@lru_cache(maxsize=4096)
def days_named(text: str) -> frozenset[str]:
    """Return the weekdays that a sentence names, lower case."""
    return frozenset(word for found in WORD.finditer(text) if (word := found.group().lower()) in _weekdays())


def years_named(text: str) -> frozenset[str]:
    """Return the years that a sentence names."""
    return frozenset(_YEAR.findall(text))


def dates_in(text: str) -> frozenset[date]:
    """Return the dates written out in a text with their year."""
    found = set()
    for match in _DATE.finditer(text):
        parts = match.groupdict()
        month = parts["month"] or parts["month2"]
        number = _MONTHS.get(month[:3].lower()) if month else int(parts["month3"] or parts["month4"])
        day = parts["day"] or parts["day2"] or parts["day3"] or parts["day4"]
        year = parts["year"] or parts["year2"] or parts["year3"] or parts["year4"]
        try:
            found.add(date(int(year), number or 0, int(day)))
        except ValueError:
            continue  # "31.06.2016", "Flat 12 2016"
    return frozenset(found)


def _readable(story: Story) -> list[Block]:
    """Return headline and body, in this order; a page of nothing else is read as it is."""
    blocks = [block for block in story.blocks if not block.repeated]
    told = [block for block in blocks if block.section in (Section.HEADLINE, Section.BODY)]
    return sorted(told, key=lambda block: block.section is not Section.HEADLINE) or blocks


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(load_table("newswords")["calendar"][:7])
