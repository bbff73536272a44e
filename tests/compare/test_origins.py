"""Counting the voices behind some claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atodds.compare.origins import Origins, outlet_key, source_key
from atodds.model.article import Article

if TYPE_CHECKING:
    from tests.compare.conftest import Prints, Says

    from atodds.model.claim import Claim


def voices(origins: Origins, claims: list[Claim]) -> int:
    return origins.trace(claims).count(claims)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("the Post", "The Washington Post"),
        ("www.washingtonpost.com", "WaPo"),
        ("AFP", "Agence France-Presse"),
        ("The National", "thenational.ae"),
        ("Hill Echo", "the Hill Echo"),
    ],
)
def test_an_outlet_is_one_under_all_its_names(one: str, two: str) -> None:
    assert outlet_key(one) == outlet_key(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Kazakhstan's Interior Ministry", "the interior ministry"),
        ("fire brigade", "the town's fire brigade"),
    ],
)
def test_a_source_is_one_under_longer_and_shorter_names(one: str, two: str) -> None:
    assert source_key(one) == source_key(two) != ""


@pytest.mark.parametrize("source", ["officials", "local residents", "a military source", "the police", ""])
def test_nobody_knows_whether_two_vague_sources_are_one(source: str) -> None:
    assert source_key(source) == ""


def test_each_article_is_a_voice_of_its_own(says: Says, prints: Prints) -> None:
    origins = Origins([prints("a"), prints("b")])
    sentences = ("Twelve miners died, the police said on Monday.", "A doctor put the dead of the pit at 12.")

    assert (
        voices(origins, [says("a", "12", sentence=sentences[0]), says("b", "12", sentence=sentences[1])]) == 2
    )


def test_articles_that_credit_one_source_are_one_voice(says: Says, prints: Prints) -> None:
    origins = Origins([prints("a"), prints("b"), prints("c")])
    claims = [
        says("a", "12", source="the Mining Board", sentence="The Mining Board counted twelve dead."),
        says("b", "12", source="Mining Board", sentence="As the Mining Board said, 12 were killed."),
        says("c", "12", source="officials", sentence="Officials spoke of a dozen victims, no more."),
    ]

    assert voices(origins, claims) == 2


def test_who_credits_another_article_s_outlet_is_no_second_voice(says: Says) -> None:
    digest, gulf = Article("digest", ""), Article("gulf", "", outlet_guess="The Gulf Tribune")
    claims = [
        says("digest", "12", source="the Gulf Tribune", sentence="Twelve died, the Gulf Tribune reported."),
        says("gulf", "12", sentence="The storm has cost a dozen lives."),
    ]

    assert voices(Origins([digest, gulf]), claims) == 1
    assert voices(Origins([digest, Article("gulf", "")]), claims) == 2


def test_a_wire_copy_is_no_second_voice(says: Says, prints: Prints) -> None:
    origins = Origins([prints("a"), prints("b")])
    wire = "KOLVA (Nordpress) - Eleven people were killed on Monday when a tram ran off its rails"
    claims = [says("a", "11", sentence=f"{wire}."), says("b", "11", sentence=f"{wire} in the centre.")]

    assert voices(origins, claims) == 1


def test_a_thousand_copies_are_one_voice(says: Says, prints: Prints) -> None:
    names = [f"a{index:04}" for index in range(1000)]
    wire = "Eleven people were killed on Monday when a tram ran off its rails in Kolva."

    assert (
        voices(Origins([prints(name) for name in names]), [says(name, "11", sentence=wire) for name in names])
        == 1
    )


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("As the Gulf Tribune wrote, the fleet has more than 86 boats.", 1),
        ("The fleet has more than 86 boats.", 2),
    ],
)
def test_who_names_an_outlet_and_retells_its_sentence_is_no_second_voice(
    says: Says, text: str, origins: int
) -> None:
    digest, gulf = Article("digest", text), Article("gulf", "", outlet_guess="Gulf Tribune")
    claims = [
        says("digest", "> 86", "more than 86", sentence="The fleet has more than 86 boats off 12 coasts."),
        says("gulf", "> 86", "more than 86", sentence="Off 12 coasts the fleet keeps more than 86 boats."),
    ]

    assert voices(Origins([digest, gulf]), claims) == origins
