"""What one story says of one happening, and what of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.compare.places import Places
from atodds.compare.tellings import tellings, without_shorthand
from atodds.model.article import Section

if TYPE_CHECKING:
    from tests.compare.conftest import Says

    from atodds.model.claim import Claim


def told(*claims: Claim) -> list[tuple[list[str], bool, str]]:
    """Return the words of each telling, whether it leads, and why it is told apart."""
    return [
        ([claim.words for claim in telling.claims], telling.leads, telling.reason)
        for telling in tellings(claims, Places([]))
    ]


def test_figures_that_could_both_hold_are_told_of_one_happening(says: Says) -> None:
    claims = says("herald", ">= 12", "at least 12", start=10), says("herald", "14", start=300)

    assert told(*claims) == [(["at least 12", "14"], True, "")]


def test_a_figure_that_excludes_the_first_is_of_another_happening(says: Says) -> None:
    claims = says("herald", "14", start=10), says("herald", "3", start=300)

    assert told(*claims) == [(["14"], True, ""), (["3"], False, "another figure of the same story")]


def test_a_headline_may_contradict_its_own_body(says: Says) -> None:
    claims = says("herald", "21", section=Section.HEADLINE), says("herald", "19", start=60)

    assert told(*claims) == [(["21", "19"], True, "")]


def test_another_source_may_count_otherwise(says: Says) -> None:
    claims = (
        says("herald", "12", source="the ministry", start=10),
        says("herald", "19", source="the town's hospital", start=90),
        says("herald", "190", source="the rebels", start=190),
    )

    assert told(*claims) == [(["12", "19"], True, ""), (["190"], False, "another figure of the same story")]


def test_another_place_is_another_happening(says: Says) -> None:
    claims = says("herald", "14", place="Merin", start=10), says("herald", ">= 9", place="Salta", start=200)

    assert told(*claims)[1] == ([">= 9"], False, "in Salta, not in Merin")


def test_another_day_is_another_happening(says: Says) -> None:
    claims = (
        says("herald", "14", sentence="On Monday 14 people were killed by the flood.", start=10),
        says("herald", ">= 9", sentence="At least nine had drowned there on Thursday.", start=200),
    )

    assert told(*claims)[1] == ([">= 9"], False, "on Thursday, not on Monday")


def test_another_year_is_another_happening(says: Says) -> None:
    claims = (
        says("herald", "14", sentence="The flood killed 14 people.", start=10),
        says("herald", ">= 9", sentence="The flood of 1987 killed at least nine.", start=200),
    )

    assert told(*claims)[1] == ([">= 9"], False, "in 1987")


def test_a_sentence_that_leads_over_tells_of_another_happening(says: Says) -> None:
    claims = (
        says("herald", "14", sentence="The bomb killed 14 people.", start=10),
        says("herald", ">= 9", sentence="Elsewhere, nine or more people died.", start=200),
    )

    assert told(*claims)[1] == ([">= 9"], False, 'told aside ("elsewhere")')


def test_what_is_said_most_often_in_the_opening_leads(says: Says) -> None:
    claims = (
        says("herald", "3", start=10),
        says("herald", "14", start=100),
        says("herald", "14", start=200),
    )

    assert told(*claims)[0] == (["14", "14"], True, "")


def test_a_survey_of_many_happenings_leads_with_none(says: Says) -> None:
    claims = [says("herald", str(10 * number), start=100 * number) for number in range(1, 7)]

    assert not any(leads for _, leads, _ in told(*claims))


def test_a_plain_headline_is_short_for_the_hedged_figure_below_it(says: Says) -> None:
    headline, body = (
        says("herald", "12", section=Section.HEADLINE),
        says("herald", ">= 12", "at least 12", start=60),
    )

    assert without_shorthand([headline, body]) == ([body], [headline])


def test_a_plain_figure_of_another_number_is_not_short_for_anything(says: Says) -> None:
    floor, plain = says("herald", ">= 12", "at least 12", start=60), says("herald", "14", start=900)

    assert without_shorthand([floor, plain]) == ([floor, plain], [])


def test_a_plain_figure_of_another_story_is_not_short_for_anything(says: Says) -> None:
    floor, plain = says("herald", ">= 12", "at least 12"), says("courier", "12")

    assert without_shorthand([floor, plain]) == ([floor, plain], [])


def test_a_thousand_figures_in_one_story_are_told_apart(says: Says) -> None:
    claims = [says("herald", str(number), start=number) for number in range(1000)]

    assert len(tellings(claims, Places([]))) <= 24
