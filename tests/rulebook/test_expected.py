"""The words in which a rule's tests expect claims."""

from datetime import date

import pytest

from atodds.model.claim import Part
from atodds.model.interval import Interval
from atodds.rulebook.expected import read_expected
from atodds.rulebook.rule import Kind


@pytest.mark.parametrize(
    ("kind", "words", "value", "part"),
    [
        (Kind.QUANTITY, ">= 2000", Interval(2000, None), Part.TOTAL),
        (Kind.QUANTITY, "9 (part)", Interval(9, 9), Part.PART),
        (Kind.QUANTITY, "[7500, 8500) (added)", Interval(7500, 8500, high_open=True), Part.ADDED),
        (Kind.DURATION, "<= 10", Interval(None, 10), Part.TOTAL),
        (Kind.DATE, "2022-01-05", (date(2022, 1, 5), date(2022, 1, 5)), Part.TOTAL),
        (Kind.DATE, "2022-01-05/2022-01-08", (date(2022, 1, 5), date(2022, 1, 8)), Part.TOTAL),
        (Kind.CHOICE, "gas leak", "gas leak", Part.TOTAL),
        (Kind.QUOTE, "Take (some) part", "Take (some) part", Part.TOTAL),
    ],
)
def test_expected_claims(kind: Kind, words: str, value: object, part: Part) -> None:
    expected = read_expected(kind, words)

    assert (expected.words, expected.value, expected.part) == (words, value, part)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.QUANTITY, "twelve"),
        (Kind.QUANTITY, "[3, 1]"),
        (Kind.DATE, "5 January"),
        (Kind.DATE, "2022-02-30"),
    ],
)
def test_other_words_are_refused(kind: Kind, words: str) -> None:
    with pytest.raises(ValueError, match=r"write|no number"):
        read_expected(kind, words)
