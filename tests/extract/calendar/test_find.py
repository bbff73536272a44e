"""Dates: each wording means its days, counted from Wednesday, 12 January 2033."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.extract.calendar import find
from atodds.extract.calendar.find import find_dates
from atodds.extract.calendar.relative import relative
from atodds.extract.calendar.words import Words
from atodds.extract.calendar.written import written
from atodds.extract.tokens import lex

TODAY = date(2033, 1, 12)

MEANINGS = {
    "2033-01-02/2033-01-02": (
        "on January 2",
        "on Jan. 2, 2033",
        "on 2 January",
        "on the 2nd of January",
        "on January the second",
        "on Sunday, January 2",
        "2033-01-02",
        "02.01.2033",
        "1/2/2033",
        "ten days ago",
        "on the 2nd",
    ),
    "2033-01-10/2033-01-10": (
        "on Monday",
        "two days ago",
        "the day before yesterday",
        "on Monday evening",
        "this week Monday",
    ),
    "2033-01-12/2033-01-12": ("today", "tonight", "on Wednesday"),
    "2033-01-11/2033-01-12": ("overnight",),
    "2033-01-14/2033-01-14": (
        "in two days",
        "in two days' time",
        "two days from now",
        "the day after tomorrow",
    ),
    "2033-01-12/2033-01-22": ("within 10 days",),
    "2033-01-02/2033-01-09": ("last week",),
    "2033-01-01/2033-01-12": (
        "at the beginning of January",
        "in early January",
        "earlier this month",
        "earlier this year",
    ),
    "2032-12-01/2032-12-31": ("in December", "last month", "in December 2032"),
    "2033-01-02/2033-01-05": (
        "January 2-5",
        "from January 2 to January 5",
        "between 2 and 5 January",
        "2 to 5 January",
    ),
    "2033-01-08/2033-01-09": ("over the weekend", "last weekend"),
    "2031-05-04/2031-05-04": ("on 4 May 2031", "on May 4, 2031", "on the fourth of May, 2031"),
    "2033-02-04/2033-02-04": ("on the first Friday of next month",),
    "2033-01-19/2033-01-19": ("until January 19",),
    "None/2033-01-05": ("before January 5",),
}


@pytest.mark.parametrize(
    ("words", "days"), [(words, days) for days, wordings in MEANINGS.items() for words in wordings]
)
def test_a_wording_means_its_days(words: str, days: str) -> None:
    text = f"It was settled {words}."

    (found,) = find_dates(text, lex(text), TODAY)

    assert f"{found.earliest}/{found.latest}" == days


@pytest.mark.parametrize(
    "text",
    [
        "They may march to the sun.",
        "In January 12 people died.",
        "The team won 3-1 and 1/2 of the cup.",
        "He paid $4.50 for 22 eggs.",
        "The 27th president spoke.",
        "Version 2.1.10 is out.",
        "The second man fled.",
        "On 31 June 2033 nothing can happen.",
        "",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert not [one for one in find_dates(text, lex(text), TODAY) if one.earliest == one.latest]


def test_a_weekday_looks_ahead_where_its_clause_does() -> None:
    text = "The truce will end on Friday."

    (found,) = find_dates(text, lex(text), TODAY, lambda at: at > 0)

    assert found.earliest == date(2033, 1, 14)


def test_without_a_day_of_writing_only_full_dates_are_found() -> None:
    text = "On Monday, on May 4 and on May 4, 2031."

    assert [str(one.earliest) for one in find_dates(text, lex(text), None)] == ["2031-05-04"]


WORDS = [
    "January",
    "31",
    "the",
    "2nd",
    "of",
    "next",
    "month",
    "in",
    "days",
    "ago",
    "Monday",
    "-",
    "2033",
    "/",
    "from",
    "to",
    "a",
    "few",
    "couple",
    "an",
    "within",
    "one",
    "twenty",
    "first",
    "early",
    "weekend",
    "day",
    "before",
    "yesterday",
    "this",
    "last",
    "business",
    "mid-May",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14) | st.text())
def test_any_text_is_read_and_dates_run_forward(words: list[str] | str) -> None:
    text = words if isinstance(words, str) else " ".join(words)
    tokens = lex(text)

    for one in find_dates(text, tokens, TODAY):
        assert 0 <= one.first < one.stop <= len(tokens)
        assert one.earliest is None or one.latest is None or one.earliest <= one.latest


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_no_date_is_passed_over_for_the_words_it_begins_with(words: list[str]) -> None:
    asked = Words(lex(" ".join(words)), TODAY, lambda at: at > 2)
    passed_over = [at for at in range(len(asked)) if not find._goes_on(asked, at)]

    assert not [at for at in passed_over if written(asked, at) or relative(asked, at, TODAY)]


@given(st.sampled_from([date.min, date.max, date(1, 1, 2), date(9999, 12, 30), date(2032, 2, 29)]))
def test_the_ends_of_the_calendar_raise_nothing(today: date) -> None:
    for words in (word for wordings in MEANINGS.values() for word in wordings):
        find_dates(words, lex(words), today)
        find_dates(words, lex(words), today, lambda at: True)  # noqa: ARG005 - one signature
