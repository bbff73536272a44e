"""Quantities: from the wording of a number to what it allows and implies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import atodds
from atodds.extract.quantities import find_all, find_quantities
from atodds.extract.tokens import lex
from atodds.model.interval import Interval
from atodds.model.quantity import Hedge, Quantity, Role

CORPUS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "fixtures" / "corpus" / "quantities.yaml").read_text(encoding="utf-8")
)
WORDINGS = [
    pytest.param(wording, meaning, id=wording)
    for meaning in CORPUS["quantities"]
    for wording in meaning["wordings"]
]


def only(text: str) -> Quantity:
    found = find_quantities(text)
    assert len(found) == 1, f"not one quantity in {text!r} but {[q.words for q in found]}"
    return found[0]


@pytest.mark.parametrize(("wording", "meaning"), WORDINGS)
def test_a_wording_means_what_the_corpus_says(wording: str, meaning: dict[str, Any]) -> None:
    found = only(wording)

    assert found.hedge == meaning["hedge"]
    assert found.stated == pytest.approx(tuple(meaning["stated"]))
    for name in ("allowed", "implied"):
        if name in meaning:
            assert getattr(found, name) == Interval.parse(str(meaning[name]))
    for name in ("row", "role", "unit"):
        if name in meaning:
            assert getattr(found, name) == meaning[name]


@pytest.mark.parametrize("text", CORPUS["nothing"])
def test_what_is_no_quantity_is_left_alone(text: str) -> None:
    assert find_quantities(text) == []


def test_the_corpus_is_as_large_as_promised() -> None:
    assert len(WORDINGS) + len(CORPUS["nothing"]) >= 400


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Twelve were hurt, four of them badly.", ["Twelve", "four"]),
        ("12 killed and at least 30 wounded", ["12", "at least 30"]),
        ("It killed 12, at least 30 were hurt.", ["12", "at least 30"]),
        ("200 or greater than 190", ["200", "greater than 190"]),
        ("More than 40 and less than 10", ["More than 40", "less than 10"]),
        ("no more than 12 and more than 194", ["no more than 12", "more than 194"]),
        ("rose by 40 to 400", ["40", "400"]),
        ("gained 12 points to 4,500", ["12", "4,500"]),
        ("In March 12 people left for 3 days.", ["12", "3 days"]),
        ("On March 12 they bought 30 tents.", ["30"]),
        ("Two of the five boats sank.", ["Two", "five"]),
        ("One killed, two hurt as bus falls", ["One", "two"]),
        ("22,24,26", ["22", "24", "26"]),
        ("3 hundred and 2 hundred", ["3 hundred", "2 hundred"]),
        ("between $62 and $68 a share for 3 shares", ["between $62 and $68", "3"]),
        ("killed two in three attacks", ["two", "three"]),
        ("a protest over 12 deaths", ["12"]),
        ("details about 12 deaths", ["12"]),
        ("It took some less than 7 days.", ["less than 7 days"]),
        ("12 out of 20 hostages", ["12", "20"]),
        ("2,000 over 3 years", ["2,000", "over 3 years"]),
        ("from up to 250 miles to 290 miles", ["from up to 250 miles to 290 miles"]),
        ("baker's dozen is 13", ["13"]),
    ],
)
def test_quantities_of_one_sentence_keep_apart(text: str, words: list[str]) -> None:
    assert [quantity.words for quantity in find_quantities(text)] == words


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("January 10", Role.DATE),
        ("the 5th of May", Role.DATE),
        ("In 1066 they came", Role.DATE),
        ("12 AUG", Role.DATE),
        ("the 1990s", Role.DATE),
        ("10:45", Role.TIME),
        ("at 5 p.m.", Role.TIME),
        ("at 1430 GMT", Role.TIME),
        ("Flight 93", Role.LABEL),
        ("the 1400 block of Elm Street", Role.LABEL),
        ("a 911 call", Role.LABEL),
        ("(202) 555-0199", Role.LABEL),
        ("won 3-1", Role.SCORE),
        ("a 52-48 vote", Role.SCORE),
        ("Maria Lopez, 44, left", Role.AGE),
        ("who was 17", Role.AGE),
        ("a 44-year-old", Role.AGE),
        ("aged 18 to 24", Role.AGE),
        ("the third boat", Role.ORDINAL),
        ("$5", Role.MONEY),
        ("5 percent", Role.PERCENT),
        ("a third of them", Role.FRACTION),
        ("5 km", Role.MEASURE),
        ("5 boats", Role.COUNT),
        ("12 MAY HAVE DIED", Role.COUNT),
        ("5,000 MARCH ON THE CAPITAL", Role.COUNT),
        ("2000 people", Role.COUNT),
        ("the 2000 people", Role.COUNT),
    ],
)
def test_every_number_has_a_role(text: str, role: Role) -> None:
    assert find_all(text)[0].role is role


def test_a_change_is_one_quantity_to_a_reader_and_two_figures_to_the_engine() -> None:
    text = "The toll rose from 12 to 15."

    assert [quantity.words for quantity in find_quantities(text)] == ["from 12 to 15"]
    assert [quantity.words for quantity in find_all(text)] == ["12", "15"]


def test_a_falling_change_is_stated_as_worded_and_allows_what_lies_between() -> None:
    found = only("fell from 40 to 30")

    assert found.stated == (40, 30)
    assert found.allowed == Interval(30, 40)


def test_a_conversion_in_brackets_shares_the_hedge() -> None:
    miles, kilometres = find_quantities("more than 60 miles (97 km)")

    assert kilometres.hedge is miles.hedge is Hedge.MORE_THAN


def test_a_round_figure_beside_an_exact_one_is_exact() -> None:
    (alone,) = find_quantities("2,500 soldiers")
    beside, exact = find_quantities("2,500 soldiers and 1,234 civilians")

    assert alone.allowed == Interval(2450, 2550, high_open=True)
    assert beside.allowed == Interval.exactly(2500)
    assert exact.allowed == Interval.exactly(1234)


def test_a_quantity_points_into_the_text_even_when_read_from_a_part_of_it() -> None:
    text = "Two boats came. At least 12 boats sank."

    found = find_quantities(text, lex(text, 16))

    assert [text[slice(*quantity.span)] for quantity in found] == ["At least 12"]


def test_the_public_name_finds_the_same() -> None:
    assert atodds.quantities("At least 12 boats") == find_quantities("At least 12 boats")


def test_an_unknown_public_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        atodds.no_such_name  # noqa: B018 - asking for it is the test
