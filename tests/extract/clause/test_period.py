"""Period: figures of another time or of several events, and those of the event reported."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.extract.conftest import Reads

PUBLISHED = date(2022, 8, 20)


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("A fire in 1987 killed 12 people.", "in 1987"),
        ("The 1987 fire killed 12 people.", "of 1987"),
        ("On June 2, 1987, a fire killed 12 people.", "of 1987"),
        ("Last year a fire killed 12 people.", "last year"),
        ("Five years ago a fire killed 12 people.", "years ago"),
        ("Since 2011 the war has killed 400,000 people.", "since 2011"),
        ("The civil war has killed 400,000 people since it began.", "since the war began"),
        ("12 people were killed in separate shootings across the city.", "separate shootings"),
        ("Frost kills 12 people a year.", "a year"),
    ],
)
def test_a_figure_of_another_time_is_background(reads: Reads, sentence: str, reason: str) -> None:
    (claim,) = reads(sentence, rule="killed", published=PUBLISHED)

    assert (claim.part, claim.asserted, claim.reason) == ("background", True, reason)


@pytest.mark.parametrize(
    "sentence",
    [
        "A fire killed 12 people on Monday.",
        "A fire killed 12 people on August 19, 2022.",
        "The fire killed 1,987 people.",
        "A fire killed 12 people in the deadliest blaze since 2008.",
        "The fire, the deadliest since 2008, killed 12 people.",
        "A fire in hangar 1987 killed 12 people.",
        "Last year's rains were heavy; on Monday a fire killed 12 people.",
    ],
)
def test_a_figure_of_now_is_none(reads: Reads, sentence: str) -> None:
    (claim,) = reads(sentence, rule="killed", published=PUBLISHED)

    assert claim.part == "total"


@pytest.mark.parametrize(
    ("sentence", "part"),
    [("In June a fire killed 13 people.", "background"), ("In August a fire killed 13 people.", "total")],
)
def test_months_gone_by_are_the_past_of_a_dated_article(reads: Reads, sentence: str, part: str) -> None:
    """The article of the tests is of August."""
    _, claim = reads("A fire killed 12 people.", sentence, rule="killed", published=PUBLISHED)

    assert claim.part == part


def test_what_may_be_another_time_is_so_only_beside_another_figure(reads: Reads) -> None:
    """A report may well tell of "an earlier attack" alone."""
    earlier = "An earlier attack killed 12 people."
    (alone,) = reads(earlier, rule="killed")
    beside = reads("A raid killed 40 people on Monday.", earlier, rule="killed")

    assert alone.part == "total"
    assert [claim.part for claim in beside] == ["total", "background"]
