"""Rules that count nobody: what each kind reads in a sentence, and what it sets aside."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import atodds
from atodds.extract.claims import claims_of
from atodds.model.claim import Claim, DateValue, Name
from atodds.rulebook.book import Rulebook
from atodds.rulebook.rule import (
    ChoiceFind,
    ChoiceRule,
    DateFind,
    DateRule,
    DurationFind,
    DurationRule,
    Kind,
    NameFind,
    NameRule,
    QuantityFind,
    QuantityRule,
    Unit,
)

TODAY = date(2033, 1, 12)


def _measure(name: str, unit: Unit, **find: Any) -> QuantityRule:  # noqa: ANN401 - whatever the model takes
    return QuantityRule(id=name, kind=Kind.QUANTITY, question="?", find=QuantityFind(unit=unit, **find))


BOOK = Rulebook(
    (
        _measure("age", Unit.AGE),
        ChoiceRule(
            id="cause",
            kind=Kind.CHOICE,
            question="?",
            find=ChoiceFind(categories={"arson": ("arson", "set on fire"), "gas": ("/gas (?:leak|pipe)/",)}),
        ),
        _measure("deep", Unit.LENGTH, nouns=("depth",)),
        DateRule(
            id="began",
            kind=Kind.DATE,
            question="?",
            find=DateFind(triggers=("begin", "erupt"), near=("protest",)),
        ),
        _measure("magnitude", Unit.MAGNITUDE, nouns=("magnitude",)),
        NameRule(id="mayor", kind=Kind.NAME, question="?", find=NameFind(roles=("mayor of melin",))),
        _measure("ransom", Unit.MONEY, nouns=("ransom",)),
        _measure("share", Unit.PERCENT, nouns=("vote",)),
        DurationRule(
            id="stay",
            kind=Kind.DURATION,
            question="?",
            find=DurationFind(triggers=("stay", "last"), nouns=("siege",)),
        ),
    )
)


def said(claim: Claim) -> str:
    value = claim.value
    if isinstance(value, DateValue):
        return f"{value.first}/{value.last}"
    if isinstance(value, Name):
        return value.identity
    return str(claim.allowed) if hasattr(value, "allowed") else getattr(value, "category", "")


def claims(text: str) -> list[Claim]:
    return claims_of(atodds.read_article(text, published=TODAY), BOOK)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The protests began on January 2.", ["began 2033-01-02/2033-01-02"]),
        ("On Monday the mayor said the protests had begun on Saturday.", ["began 2033-01-08/2033-01-08"]),
        ("The talks began on January 2.", []),
        ("The units will stay for no longer than a week.", ["stay [0, 7]"]),
        ("A 12-day siege ended two days ago.", ["stay 12"]),
        ("He left after the siege, and two days later he died.", []),
        ("They asked for a $5 million ransom.", ["ransom [4500000, 5500000)"]),
        ("A ransom of $3,100 was paid for a car worth $9,000.", ["ransom [3050, 3150)"]),
        ("She won 52.3 percent of the vote.", ["share 52.3"]),
        ("A magnitude 6.1 quake was felt 40 kilometres away.", ["magnitude 6.1"]),
        ("It struck at a depth of 10 kilometres.", ["deep 10000"]),
        ("Ana Ruiz, 31, and 24-year-old Tom Baker fled.", ["age 31", "age 24"]),
        ("A 31-year-old woman fled; Chapter 3, 12 pages, is lost.", []),
        ("The police called it arson.", ["cause arson"]),
        ("Melin Mayor Ana Ruiz spoke.", ["mayor ana ruiz"]),
        ("Ana Ruiz, the mayor of Melin, spoke.", ["mayor ana ruiz"]),
        ("The former mayor of Melin Ana Ruiz spoke. The mayor of Melin spoke.", []),
    ],
)  # fmt: skip
def test_a_sentence_gives_its_claims(text: str, expected: list[str]) -> None:
    assert [f"{one.rule} {said(one)}" for one in claims(text) if one.asserted] == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It was not arson.", "denied"),
        ("A gas leak was ruled out.", "denied"),
        ("He denied that a ransom of $3,100 had been paid.", "denied"),
        ("If the siege lasts 12 days, nobody will be alive.", "supposed"),
    ],
)
def test_what_is_not_asserted_is_set_aside_with_its_reason(text: str, reason: str) -> None:
    (claim,) = claims(text)

    assert (claim.asserted, claim.reason) == (False, reason)


def test_a_sum_says_its_currency() -> None:
    found = claims("A ransom of 3,100 euros was paid. A ransom of US$3,100 was asked for.")

    assert [claim.counted for claim in found] == ["euro", "dollar"]


def test_evidence_points_into_the_text() -> None:
    text = "It rained.\n\nThe protests began on January 2."
    (claim,) = claims(text)

    assert text[claim.evidence.start : claim.evidence.end] == "began on January 2"


def test_a_figure_holds_for_the_day_its_sentence_names() -> None:
    article = atodds.read_article("By Sunday evening, 12 people had been killed.", published=TODAY)
    (claim,) = claims_of(article, atodds.load_rulebook().select(["killed"]))

    assert claim.as_of == date(2033, 1, 9)


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            [
                "protests",
                "began",
                "on",
                "January",
                "2",
                ",",
                "Ana",
                "Ruiz",
                "31",
                "gas",
                "leak",
                "$5",
                "ransom",
                "mayor",
                "of",
                "Melin",
                "siege",
                "-",
                "12-day",
                "Monday",
                ";",
            ]
        )
    ).map(" ".join)
)
def test_any_text_is_read(text: str) -> None:
    for claim in claims(text):
        assert claim.rule in {rule.id for rule in BOOK.rules}
