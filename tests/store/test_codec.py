"""Articles and claims survive JSON in every field."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.extract.claims import claims_of
from atodds.model.article import Section
from atodds.model.claim import Choice, Claim, DateValue, Evidence, Name, Value
from atodds.read.articles import read_article, read_articles
from atodds.store.codec import claims_from_json, claims_to_json, from_json, to_json

if TYPE_CHECKING:
    from atodds.rulebook.book import Rulebook

DOSSIERS = Path(__file__).parents[2] / "fixtures" / "dossiers"
VALUES: list[Value] = [
    DateValue("in March", date(2031, 3, 1), None),
    Choice("was arrested", "arrested"),
    Name("Ann Lee", "lee"),
]


def test_claims_of_every_dossier_come_back_equal(rulebook: Rulebook) -> None:
    for article in read_articles(DOSSIERS, on_problem=print):
        claims = claims_of(article, rulebook)

        assert claims_from_json(claims_to_json(claims)) == claims
        assert from_json(to_json(article)) == article


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_every_kind_of_value_comes_back_equal(value: Value) -> None:
    claim = Claim(
        "rule", value, Evidence("a", 0, Section.BODY, 1, None, None, "In March."), as_of=date(2031, 1, 1)
    )

    assert claims_from_json(claims_to_json([claim])) == [claim]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_on_one_line(text: str) -> None:
    article = read_article(text, id="a")
    line = to_json(article)

    assert "\n" not in line
    assert from_json(line) == article


def test_what_is_no_part_of_a_claim_is_refused() -> None:
    with pytest.raises(TypeError, match="object is no part of a claim"):
        to_json((object(),))


@pytest.mark.parametrize(
    "name", ["os.system", "claim.date", "claim.dataclass", "..x", "nothing", "finding.cls"]
)
def test_a_line_makes_nothing_but_values_of_the_model(name: str) -> None:
    with pytest.raises((ValueError, ImportError, AttributeError)):
        from_json(f'{{"$": "{name}", "v": "x"}}')
