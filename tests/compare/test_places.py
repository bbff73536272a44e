"""How places lie to each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.compare.places import Places, Where, country_of, place_of, proper_names, sounds_alike

TEXTS = [
    "Shells fell on Tal Amun, a village in the north of Brask province, and on the Old Mills quarter.",
    "The Upper Weir district of Ostrava was under water.",
]


@pytest.mark.parametrize(
    ("one", "two", "where"),
    [
        ("Almaty", "Kazakhstan", Where.WITHIN),
        ("Kazakhstan", "the city of Almaty", Where.AROUND),
        ("Houston", "Texas", Where.WITHIN),
        ("Houston", "the US", Where.WITHIN),
        ("Texas", "Kazakhstan", Where.APART),
        ("Almaty", "Astana", Where.APART),
        ("Kazakh", "Kazakhstan", Where.SAME),
        ("Qamishli", "al-Qameshli", Where.SAME),
        ("northern Aleppo", "the province of Aleppo", Where.SAME),
        ("Tal Amun", "Brask", Where.WITHIN),
        ("Brask", "Tal Amun", Where.AROUND),
        ("Tal Amun in Brask", "Brask", Where.WITHIN),
        ("Tal Amun", "Almaty", Where.APART),
        ("Tal Amun", "Kazakhstan", Where.WITHIN),
        ("the capital", "Almaty", Where.UNKNOWN),
        ("", "Almaty", Where.UNKNOWN),
        ("Storm Hits Merin Hard", "Almaty", Where.UNKNOWN),
    ],
)
def test_places_lie_within_around_or_apart(one: str, two: str, where: Where) -> None:
    assert Places(TEXTS).relation(one, two) is where


def test_the_most_specific_name_comes_first() -> None:
    assert proper_names("the town of Khan Darya in southern Brask") == ["Khan Darya", "Brask"]
    assert proper_names("the capital") == []


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("In the province of Orma, 31 people died of the cold.", "Orma"),
        ("In Orma alone, 31 people died.", "Orma"),
        ("Frost killed 77 people across Caldera.", "Caldera"),
        ("In January 31 people died.", ""),
        ("The frost killed 77 people.", ""),
    ],
)
def test_a_sentence_may_open_with_the_place(says: object, sentence: str, place: str) -> None:
    claim = says("herald", "31", sentence=sentence)  # type: ignore[operator]

    assert place_of(claim) == place


def test_the_place_of_the_claim_goes_before_its_sentence(says: object) -> None:
    claim = says("herald", "31", place="Merin", sentence="In Orma, 31 people died.")  # type: ignore[operator]

    assert place_of(claim) == "Merin"


def test_a_people_stands_for_its_country() -> None:
    assert country_of("Pakistani") == country_of("Pakistan") == "pakistan"
    assert country_of("Lebanese") == "lebanon"
    assert country_of("Britain") == "united kingdom"
    assert country_of("Merin") == ""


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ("Raqa", "Raqqa", True),
        ("Khan Sheikhun", "Khan Sheikhoun", True),
        ("Homs", "Hama", False),
        ("Ruiz", "Rosa", False),
        ("Merin", "Salta Roja", False),
    ],
)
def test_spellings_by_ear_are_one_name(one: str, two: str, alike: bool) -> None:  # noqa: FBT001
    assert sounds_alike(one, two) is alike


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_strings_have_a_relation_and_the_reverse_mirrors_it(one: str, two: str) -> None:
    mirror = {Where.WITHIN: Where.AROUND, Where.AROUND: Where.WITHIN}

    there, back = Places([]).relation(one, two), Places([]).relation(two, one)

    assert back is mirror.get(there, there)
