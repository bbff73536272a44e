"""Laws of quantities: what holds for every number and every text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.extract.numbers.hedge_rows import hedge_table
from atodds.extract.quantities import find_all, find_quantities
from atodds.extract.sentences import split

if TYPE_CHECKING:
    from atodds.extract.numbers.hedge_rows import Row
    from atodds.model.quantity import Quantity

NUMBERS = st.integers(1, 10**9)
HOLDING_THE_NUMBER = [
    *("about {}", "some {}", "an estimated {}", "at least {}", "{} or more"),
    *("up to {}", "no more than {}", "{}", "exactly {}"),
]
LEAVING_IT_OUT = ["more than {}", "over {}", "fewer than {}", "nearly {}", "almost {}", "under {}"]
ALL_HEDGES = [*HOLDING_THE_NUMBER, *LEAVING_IT_OUT, "{}-odd", "between {} and 2000000000", "{} to 2000000000"]

PIECES = st.lists(
    st.sampled_from(
        re.findall(
            r"\S+",
            """
            at least one two hundred thousand million and a half third quarter dozens several of to - 10 20
            5,000 1.5 $ % between from or more less than , . about May 2019 January 12th st km year old no
            none ( ) / ^ e10 × some over – 0 44-year-old twenty-one point five out in $3bn ½ ’s ~ < > minus £
            + plus half a dozen per cent aged 5m
            """,
        )
    ),
    max_size=14,
)


def read(wording: str, number: int) -> Quantity:
    (found,) = find_quantities(wording.format(f"{number:,}") + " boats")
    return found


@given(st.sampled_from(HOLDING_THE_NUMBER), NUMBERS)
def test_an_approximate_or_lenient_hedge_holds_the_plain_number(wording: str, number: int) -> None:
    assert number in read(wording, number).allowed


@given(st.sampled_from(LEAVING_IT_OUT), NUMBERS)
def test_a_strict_hedge_leaves_the_plain_number_out_and_touches_it(wording: str, number: int) -> None:
    found = read(wording, number)

    assert number not in found.allowed
    assert found.allowed.meets(type(found.allowed).exactly(number))


@given(st.sampled_from(ALL_HEDGES), NUMBERS)
def test_what_is_implied_is_allowed(wording: str, number: int) -> None:
    found = read(wording, number)

    assert found.allowed.contains(found.implied)


@given(st.sampled_from(ALL_HEDGES), NUMBERS, st.sampled_from(ALL_HEDGES), NUMBERS)
def test_overlap_is_symmetric(one: str, first: int, two: str, second: int) -> None:
    left, right = read(one, first).allowed, read(two, second).allowed

    assert left.meets(right) == right.meets(left)


@given(st.integers(0, 10**15 - 1))
def test_digits_with_and_without_separators_are_the_same_number(number: int) -> None:
    for wording in (f"{number:,} boats", f"about {number} boats"):
        (found,) = find_quantities(wording)
        assert found.stated == (number, number)


@given(st.integers(0, 999_999))
def test_a_number_in_words_is_the_number(number: int) -> None:
    (found,) = find_quantities(f"{in_words(number)} boats")

    assert found.stated == (number, number)


@given(st.one_of(st.text(), PIECES.map(" ".join), PIECES.map("".join)))
def test_any_text_can_be_read(text: str) -> None:
    """Offsets point at the words, spans are in order and apart, and the intervals are nested."""
    for found in (find_all(text), find_quantities(text)):
        assert all(text[slice(*quantity.span)] == quantity.words for quantity in found)
        assert all(one.span[1] <= two.span[0] for one, two in pairwise(found))
        assert all(quantity.allowed.contains(quantity.implied) for quantity in found)
        assert all(quantity.row in hedge_table().rows for quantity in found)


@pytest.mark.parametrize("row", hedge_table().rows.values(), ids=lambda row: row.id)
@given(low=NUMBERS, wider=st.integers(0, 100), step=st.sampled_from([1, 10, 1000]))
def test_every_row_of_the_table_allows_what_it_implies(row: Row, low: int, wider: int, step: int) -> None:
    allowed = row.allowed.interval(low, low + wider, step)

    assert allowed.contains(row.implied.interval(low, low + wider, step))


HOSTILE = {
    "digits": "9" * 200_000,
    "nested commas": "1," * 20_000,
    "lists of pairs": "22,33," * 10_000,
    "hyphens": "-" * 200_000,
    "words with hyphens": "a-" * 50_000,
    "numbers with hyphens": "1-" * 15_000,
    "zero width": "1\u200b" * 15_000,
    "right to left": "\u202e٣٤\u202c " * 10_000,
    "full width": "\uff11\uff0c" * 15_000,
    "and and and": "one and " * 10_000,
    "of thousands": "thousands of " * 10_000,
    "halves": "half a " * 10_000,
    "slashes": "1/" * 15_000,
    "to and to": "1 to " * 10_000,
    "carets": "2^" * 15_000,
    "full stops": "1." * 30_000,
    "quotes": '."' * 50_000,
    "line breaks": "\n " * 50_000,
    "exclamation": "!" * 200_000,
    "dollars": "$" * 50_000,
    "capitals": "Ab " * 20_000,
    "hedges": "at least " * 10_000,
    "pronouns": "one's " * 10_000,
    "possessives": "1 's " * 10_000,
    "surrogates and nulls": "\ud800\x00" * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    split(text)

    assert find_quantities(f"{text} \n\n at least 12 boats")[-1].stated == (12, 12)


SMALL: list[str] = re.findall(
    r"\w+",
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """,
)
TENS: list[str] = re.findall(r"\w+", "zero ten twenty thirty forty fifty sixty seventy eighty ninety")


def in_words(number: int) -> str:
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{SMALL[number // 100]} hundred" + (f" and {in_words(number % 100)}" if number % 100 else "")
    thousands, rest = divmod(number, 1000)
    joined = "" if not rest else " and " if rest < 100 else " "
    return f"{in_words(thousands)} thousand" + (joined + in_words(rest) if rest else "")
