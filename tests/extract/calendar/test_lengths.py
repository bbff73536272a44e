"""Lengths of time, in days: each wording means its interval."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.extract.calendar.lengths import Length, find_lengths
from atodds.extract.quantities import find_all
from atodds.extract.tokens import lex


def lengths(text: str) -> list[Length]:
    tokens = lex(text)
    starts = {token.start: at for at, token in enumerate(tokens)}
    ends = {token.end: at for at, token in enumerate(tokens)}
    numbers = [
        (starts[one.span[0]], ends[one.span[1]], one)
        for one in find_all(text, tokens)
        if one.span[0] in starts and one.span[1] in ends
    ]
    return find_lengths(text, tokens, numbers)


@pytest.mark.parametrize(
    ("words", "allowed", "stated"),
    [
        ("10 days", "10", 10),
        ("no more than 10 days", "[0, 10]", 10),
        ("two to three weeks", "[14, 21]", 14),
        ("a week-long", "[6.3, 7.7]", 7),
        ("no longer than a week", "[0, 7]", 7),
        ("less than a week", "[0, 7)", 7),
        ("a 12-day", "12", 12),
        ("three months", "[84, 93]", 90),
        ("12 years", "[4380, 4392]", 4380),
        ("12 years and six months", "[4548, 4578]", 4560),
        ("36 hours", "1.5", 1.5),
        ("nine hours", "0.375", 0.375),
        ("a couple of days", "2", 2),
        ("a year and a half", "[492.75, 602.25]", 547.5),
    ],
)
def test_a_wording_means_its_days(words: str, allowed: str, stated: float) -> None:
    (found,) = lengths(f"They waited {words}.")

    assert str(found.quantity.allowed) == allowed
    assert found.quantity.stated[0] == pytest.approx(stated, rel=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "A week ago it rained.",
        "Fines of $9 a day are due.",
        "A day of mourning followed.",
        "At 1430 hours it began.",
        "The 44-year-old fell.",
    ],
)
def test_what_is_no_length(text: str) -> None:
    assert not lengths(text)


@given(
    st.text()
    | st.lists(
        st.sampled_from(["half", "a", "week", "and", "12", "years", "all", "day-long", "than", "no", "more"])
    ).map(" ".join)
)
def test_any_text_is_read_in_order(text: str) -> None:
    spots = [(one.first, one.stop) for one in lengths(text)]

    assert spots == sorted(spots)
    assert all(first < stop for first, stop in spots)
