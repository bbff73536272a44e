"""What a facts file expects, in words, as bounds, and of every kind of rule."""

from __future__ import annotations

from datetime import date

import pytest

from atodds.extract.quantities import find_quantities
from atodds.facts.expectation import Expectation
from atodds.model.article import Section
from atodds.model.claim import Choice, Claim, DateValue, Evidence, Name, Part, Value

EVIDENCE = Evidence("herald", 0, Section.BODY, 2, 0, 5, "A sentence.")


def _claim(value: Value | str, part: Part = Part.TOTAL, *, asserted: bool = True) -> Claim:
    if isinstance(value, str):
        (value,) = find_quantities(value)
    return Claim("killed", value, EVIDENCE, part=part, asserted=asserted)


@pytest.mark.parametrize(
    ("expected", "said", "met"),
    [
        ("at least 160", "164 people", True),
        ("at least 160", "more than 150 people", True),
        ("at least 160", "150 people", False),
        (">= 160", "150 people", False),
        ("[150, 170]", "about 160 people", True),
        ("[150, 170]", "180 people", False),
        ("between 150 and 170", "160 people", True),
        ("164", "164 people", True),
        ("164", "163 people", False),
        ("dozens", "40 people", True),
        ("no idea", "40 people", False),
    ],
)
def test_a_figure_must_allow_what_is_expected(expected: str, said: str, met: bool) -> None:  # noqa: FBT001
    assert Expectation.parse("killed", expected).met_by(_claim(said)) is met


MAY = DateValue("in May", date(2031, 5, 1), date(2031, 5, 31))


@pytest.mark.parametrize(
    ("expected", "value", "met"),
    [
        ("2031-05-07", MAY, True),
        ("2031-06-01", MAY, False),
        ("In May", MAY, True),
        ("2031-05-07", DateValue("by May", None, date(2031, 5, 1)), False),
        ("2031-04-07", DateValue("by May", None, date(2031, 5, 1)), True),
        ("accident", Choice("a leaking valve", "accident"), True),
        ("a leaking valve", Choice("a leaking valve", "accident"), True),
        ("attack", Choice("a leaking valve", "accident"), False),
        ("Ana Ruiz", Name("Ruiz", "ana ruiz"), True),
        ("Ana Ruis", Name("Ruiz", "ana ruiz"), False),
    ],
)
def test_other_kinds_must_say_what_is_expected(expected: str, value: Value, met: bool) -> None:  # noqa: FBT001
    assert Expectation.parse("rule", expected).met_by(_claim(value)) is met


def test_unknown_is_met_by_silence_only() -> None:
    unknown = Expectation.parse("killed", "unknown")

    assert unknown.broken([]) == []
    assert unknown.broken([_claim("12 people", asserted=False)]) == []
    assert unknown.broken([_claim("12 people")]) == [
        "killed: unknown is expected, and herald (para 2) says 12"
    ]


def test_silence_meets_nothing_else() -> None:
    expected = Expectation.parse("killed", "12")

    assert expected.broken([]) == ["killed: 12 is expected, and no article says"]
    assert expected.broken([_claim("12 people", asserted=False)]) == expected.broken([])


def test_parts_need_not_meet_what_is_expected_of_the_total() -> None:
    expected = Expectation.parse("killed", "at least 160")

    assert expected.broken([_claim("164 people"), _claim("9 people", Part.PART)]) == []
