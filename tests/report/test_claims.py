"""Every claim, in the shapes that scripts rely on."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from atodds.model.claim import Choice, DateValue, Name, Value
from atodds.report.claims import claims_as_csv, claims_as_jsonl, claims_as_table
from atodds.report.shapes import claim_shape

if TYPE_CHECKING:
    from atodds.model.finding import Run

GOLDEN = Path(__file__).parent / "golden"
FIELDS = [
    *("article", "story", "event", "rule", "value", "implied", "hedge", "words", "text", "start", "end"),
    *("counted", "place", "source", "as_of", "part", "asserted"),
]


def test_claims_read_as_written_down(dock_fire: Run) -> None:
    assert claims_as_jsonl(dock_fire.claims) == (GOLDEN / "claims.jsonl").read_text(encoding="utf-8")
    assert claims_as_csv(dock_fire.claims) == (GOLDEN / "claims.csv").read_text(encoding="utf-8")
    assert claims_as_table(dock_fire.claims) == (GOLDEN / "claims.txt").read_text(encoding="utf-8")


def test_a_claim_has_the_fields_scripts_rely_on(dock_fire: Run) -> None:
    for claim in dock_fire.claims:
        assert list(claim_shape(claim))[: len(FIELDS)] == FIELDS


def test_claims_come_by_article_and_offset_whatever_their_order(dock_fire: Run) -> None:
    lines = claims_as_jsonl(reversed(dock_fire.claims))

    spots = [(claim["article"], claim["start"]) for claim in map(json.loads, lines.splitlines())]

    assert spots == sorted(spots)
    assert lines == claims_as_jsonl(dock_fire.claims)


def test_a_claim_in_a_separate_title_comes_first(dock_fire: Run) -> None:
    claim = next(one for one in dock_fire.claims if one.article == "courier.txt")
    title = replace(claim, evidence=replace(claim.evidence, start=None, end=None))

    first = json.loads(claims_as_jsonl([*dock_fire.claims, title]).splitlines()[2])

    assert (first["article"], first["start"]) == ("courier.txt", None)


def test_a_claim_set_aside_is_there_with_its_reason(dock_fire: Run) -> None:
    shapes = [json.loads(line) for line in claims_as_jsonl(dock_fire.claims).splitlines()]

    assert [shape.get("reason") for shape in shapes if not shape["asserted"]] == ["families, not people"]


@pytest.mark.parametrize(
    ("value", "shape", "cell"),
    [
        (
            DateValue("last week", date(2031, 5, 1), date(2031, 5, 7)),
            {"first": "2031-05-01", "last": "2031-05-07"},
            "2031-05-01/2031-05-07",
        ),
        (
            DateValue("by May", None, date(2031, 4, 30)),
            {"first": None, "last": "2031-04-30"},
            "../2031-04-30",
        ),
        (Choice("a leaking valve", "accident"), {"category": "accident"}, "accident"),
        (Name("Ana Ruiz", "ana ruiz"), {"name": "ana ruiz"}, "ana ruiz"),
    ],
)
def test_other_kinds_have_a_value_of_their_own_shape(
    value: Value, shape: dict[str, object], cell: str, dock_fire: Run
) -> None:
    claim = replace(dock_fire.claims[0], value=value)

    assert claim_shape(claim)["value"] == shape
    assert claim_shape(claim)["implied"] is None
    assert next(csv.DictReader(io.StringIO(claims_as_csv([claim]))))["value"] == cell


def test_a_line_is_one_line_whatever_the_page_holds(dock_fire: Run) -> None:
    """Scripts split at line ends, and Python's splitlines knows more of them than JSON escapes."""
    claim = dock_fire.claims[0]
    odd = replace(claim, evidence=replace(claim.evidence, sentence="a\u2028b\nc\u2029d"))

    (line,) = claims_as_jsonl([odd]).splitlines()

    assert json.loads(line)["text"] == "a\u2028b\nc\u2029d"


def test_without_a_claim_the_table_says_so() -> None:
    assert claims_as_table([]) == "no claims found\n"


def test_the_table_of_claims_fits_its_width(dock_fire: Run) -> None:
    for width in (64, 80, 100, 140):
        assert all(len(line) <= width for line in claims_as_table(dock_fire.claims, width).splitlines())
