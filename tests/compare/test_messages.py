"""The words of a message: names, values, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atodds.compare.messages import Desk, counted, disagreement, listed, one_line
from atodds.model.article import Article
from atodds.model.finding import Position

if TYPE_CHECKING:
    from tests.compare.conftest import Says


def test_an_article_is_called_by_its_outlet_where_that_tells_it_apart() -> None:
    desk = Desk(
        [
            Article("one.txt", "", outlet="Herald"),
            Article("two.txt", "", outlet="Echo"),
            Article("three.html", "", outlet="Echo"),
            Article("four.5", ""),
        ]
    )

    assert [desk.name(name) for name in ("one.txt", "two.txt", "three.html", "four.5", "five")] == [
        "Herald",
        "two",
        "three",
        "four.5",
        "five",
    ]


def test_what_only_a_scraper_needs_is_no_name() -> None:
    desk = Desk([Article("000_cf3cf921da9d11d1.txt", ""), Article("20220110_report.txt", "")])

    assert [desk.name("000_cf3cf921da9d11d1.txt"), desk.name("20220110_report.txt")] == [
        "000",
        "20220110_report",
    ]
    assert Desk([Article("000_cf3cf921.txt", ""), Article("000_0df1a4f4.txt", "")]).name(
        "000_cf3cf921.txt"
    ) == ("000_cf3cf921")


def test_a_side_names_value_articles_places_and_sources(says: Says) -> None:
    claims = (says("a", ">= 40", "At least 40", source="the mayor"), says("b", ">= 40", "at least 40"))

    assert (
        Desk([]).side(Position("[40, inf)", claims)) == "at least 40 (a, para 1, citing the mayor; b, para 1)"
    )


def test_of_many_articles_a_side_names_two(says: Says) -> None:
    claims = tuple(says(name, "40") for name in "abcde")

    assert Desk([]).side(Position("40", claims)) == "40 (a, para 1; b, para 1; and 3 more)"


def test_of_many_positions_a_message_words_the_lowest_and_the_highest() -> None:
    sides = [str(number) for number in range(9)]

    assert disagreement("killed", sides, "so it is") == "killed: 0 but 1, 2, 5 more and 8; so it is"


@pytest.mark.parametrize(
    ("parts", "words"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_parts_are_listed_as_english_lists_them(parts: list[str], words: str) -> None:
    assert listed(parts) == words


def test_one_is_no_plural() -> None:
    assert [counted(number, "origin") for number in (0, 1, 2)] == ["0 origins", "1 origin", "2 origins"]


def test_a_message_stays_on_its_line_and_shows_all_it_holds() -> None:
    assert one_line("two\nlines\t\x1b[31mred\u202etxt") == "two lines [31mredtxt"
