"""Which figures are held against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.compare.groups import group_figures
from atodds.compare.places import Places
from atodds.model.article import Section
from atodds.model.claim import Part

if TYPE_CHECKING:
    from tests.compare.conftest import Says

    from atodds.model.claim import Claim


def grouped(*claims: Claim) -> list[tuple[str, list[str]]]:
    """Return label and claims of each group, a claim as its article and words."""
    found = group_figures(claims, Places([]), by_population=True)
    return [
        (group.label, [f"{claim.article} {claim.words}" for claim in group.claims]) for group in found.groups
    ]


def test_a_headline_s_short_form_is_taken_at_its_word_where_several_reports_say_otherwise(says: Says) -> None:
    haste = [
        says("a", "5", "Five", section=Section.HEADLINE, sentence="Five dead as the tram turns over"),
        says("a", ">= 5", "At least five", start=60, sentence="At least five people were killed."),
    ]
    others = [
        says("b", "7", "seven", source="the mayor", sentence="The mayor spoke of seven dead at noon."),
        says(
            "c",
            "7",
            "Seven",
            source="the coroner",
            sentence="Seven bodies lay in the hall, said the coroner.",
        ),
    ]

    assert grouped(*haste, others[0]) == [("", ["a At least five", "b seven"])]
    assert grouped(*haste, *others) == [("", ["a At least five", "b seven", "c Seven", "a Five"])]


def test_copies_of_one_report_do_not_make_a_headline_wrong(says: Says) -> None:
    wire = "The mayor of the town spoke of seven dead at noon."
    claims = [
        says("a", "5", section=Section.HEADLINE),
        says("a", ">= 5", "at least 5", start=60),
        says("b", "7", sentence=wire),
        says("c", "7", sentence=wire),
    ]

    assert grouped(*claims) == [("", ["a at least 5", "b 7", "c 7"])]


def test_parts_of_another_happening_are_not_compared(says: Says) -> None:
    claims = [
        says("a", "20", start=0),
        says("a", "3", start=500, place="Salta"),
        says("a", "2", counted="children", part=Part.PART, start=560),
        says("b", "20", start=0),
        says("b", "9", counted="children", part=Part.PART, start=40),
    ]

    assert grouped(*claims) == [("", ["a 20", "b 20"]), ("children", ["b 9"])]


def test_a_lone_child_is_a_person_killed(says: Says) -> None:
    claims = [says("a", "1", "a girl", counted="girl"), says("b", "4", counted="people")]

    assert grouped(*claims) == [("", ["a a girl", "b 4"])]


def test_figures_of_places_apart_are_not_compared(says: Says) -> None:
    claims = [
        says("a", "77", place="Caldera", sentence="The cold has killed 77 people across Caldera."),
        says("b", "31", place="Orma", sentence="In Orma, 31 people have died of the cold."),
    ]

    assert grouped(*claims) == [("", ["a 77"])]
