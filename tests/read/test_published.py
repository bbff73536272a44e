from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.read.articles import read_article
from atodds.read.published import bare_day, dateline_day, day_of, labelled_day, wire_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from atodds.model.article import Article

DAY = date(2031, 3, 14)

CELLS = [
    "2031-03-14",
    "20310314",
    "2031/3/14",
    "2031-03-14T23:30:00-05:00",
    "2031-03-14 08:00",
    "Fri, 14 Mar 2031 08:00:00 GMT",
    "14 March 2031",
    "March 14th, 2031",
    "Friday, March 14, 2031 1:50 PM EST",
    "14/03/2031",
    "03/14/2031",
    1931212800,
    1931212800.5,
    1931212800000,
    "1931212800",
    DAY,
    datetime(2031, 3, 14, 8, tzinfo=UTC),
]

NO_DAY = [
    "",
    "soon",
    "2031",
    2031,
    "March 2031",
    "14 March",
    "Friday",
    "03/04/2031",
    "2031-02-30",
    "14 Mar 31",
    "14/14/2031",
    "Marzipan 14, 2031",
    True,
    None,
    [],
    float("nan"),
    float("inf"),
    -5,
    10**400,
    "9" * 400,
    "1e999",
]


@pytest.mark.parametrize("cell", CELLS, ids=str)
def test_a_cell_names_its_day(cell: object) -> None:
    assert day_of(cell) == DAY


@pytest.mark.parametrize("cell", NO_DAY, ids=lambda cell: str(cell)[:12])
def test_a_cell_that_names_no_day_or_two_is_unknown(cell: object) -> None:
    assert day_of(cell) is None


@given(st.text() | st.integers() | st.floats() | st.none() | st.booleans() | st.lists(st.text()))
def test_any_cell_gets_an_answer(cell: object) -> None:
    assert isinstance(day_of(cell), date | None)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_printed_in_iso_form_is_read_back(day: date) -> None:
    assert day_of(day.isoformat()) == day


PAGES = {
    "Published 14 March 2031\n\nTwelve died.": DAY,
    "Aground\nPosted: March 14, 2031 1:50 PM EST Updated: Sunday, March 16, 2031\nTwelve died.": DAY,
    "Updated: March 16, 2031, 7:08 AM\nPublished: March 14, 2031\nTwelve died.": DAY,
    "Twelve died.\n\nUpdated: March 14, 2031, 7:08 AM": DAY,
    "Friday, 14 March 2031 07:08 GMT\nFerry aground\nTwelve died.": DAY,
    "PORT NADIR, 14 MAR 31 -- [TEXT] TWELVE DIED.": DAY,
    "PORT NADIR, 3 JAN 90 -- [TEXT] TWELVE DIED.": date(1990, 1, 3),
    "PORT NADIR, Lurdia, March 14, 2031 (AP) - Twelve died.": DAY,
    "Ferry aground\nThe pier on March 14, 2031. EPA/JON HOLL\nTwelve died.": None,
    "He spoke.\nOur hearts! pic.twitter.com/Zz1\n— Harbour (@harbour) March 14, 2031\nHe left.": None,
    "Twelve died.\n\nMarch 14, 2031\n\nThe search ended.": None,
    "On March 14, 2031 twelve people died.": None,
    "Twelve died.\n\nCopyright 2031 Strait Media Inc.": None,
    "PORT NADIR, Mar 14 (Reuters) - Twelve died.": None,
    "Twelve died.\n\nReader comments\n\nPosted: March 14, 2031\n\nSo sad.": None,
    "Published Marzipan 14, 2031\nTwelve died.": None,
    "Updated 3 hours ago\nTwelve died.": None,
    "Posted 03/04/2031\nTwelve died.": None,
}


@pytest.mark.parametrize(("text", "day"), PAGES.items())
def test_the_page_says_when_it_was_published_or_it_is_unknown(text: str, day: date | None) -> None:
    assert read_article(text).published == day


def test_the_row_knows_better_than_the_page() -> None:
    article = read_article("Updated: March 16, 2031\n\nTwelve died.", published=DAY)

    assert article.published == DAY


def test_the_second_story_does_not_date_the_first(page: Callable[[str], Article]) -> None:
    assert page("dated-stories").published == date(2031, 3, 5)


@pytest.mark.parametrize(
    ("words", "wire"),
    [
        ("PORT NADIR (Reuters) - Twelve died.", "Reuters"),
        ("PORT NADIR, March 3 (AP) — Twelve died.", "AP"),
        ("OSTRAVA MINOR, Lurdia (Harbour Times/AFP) – Twelve died.", "AFP"),
        ("The ministry (MOD) - which denied it - was silent.", ""),
        ("Reuters (once a pigeon post) - is an agency.", ""),
    ],
)
def test_an_agency_signs_a_dateline(words: str, wire: str) -> None:
    assert wire_of(words) == wire


@given(st.text(min_size=1))
def test_any_words_get_an_answer_from_every_reader_of_dates(words: str) -> None:
    for read in (labelled_day, bare_day, dateline_day):
        assert isinstance(read(words), date | None)
    assert isinstance(wire_of(words), str)
