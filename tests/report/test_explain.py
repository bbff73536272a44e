"""`--explain`: how each wording was read, and why an article is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from atodds.model.claim import Part
from atodds.model.quantity import Quantity
from atodds.report.explain import as_explanation

if TYPE_CHECKING:
    from atodds.model.finding import Run


def test_every_rule_says_how_it_was_read(dock_fire: Run) -> None:
    text = as_explanation(dock_fire)

    assert "killed [dock-fire]: conflict\n" in text
    assert "  courier, para 1: “Twelve” allows 12, is taken as 12, of dock hands\n" in text
    assert "  The Gazette: says nothing of it\n" in text
    assert (
        "  Merin Herald, para 1: “900” allows 900, is taken as 900, part, set aside (families, not people)\n"
        in text
    )


def test_all_that_a_claim_is_bound_to_is_named(dock_fire: Run) -> None:
    claim = next(one for one in dock_fire.claims if one.rule == "boats-sunk")
    assert isinstance(claim.value, Quantity)
    bound = replace(
        claim,
        value=replace(claim.value, row="about"),
        counted="boats",
        place="Merin",
        as_of=date(2031, 5, 6),
        part=Part.PART,
    )

    text = as_explanation(replace(dock_fire, claims=(bound,)))

    assert "“Some 20” allows [18, 22], is taken as [18, 22], hedge about, of boats, in Merin, " in text
    assert "as of 2031-05-06, part\n" in text


def test_a_rule_that_compared_nothing_says_why(dock_fire: Run) -> None:
    coverage = tuple(replace(row, reason="only The Ledger counts boats") for row in dock_fire.coverage[:1])

    text = as_explanation(replace(dock_fire, coverage=coverage))

    assert "boats-sunk [dock-fire]: single (only The Ledger counts boats)\n" in text
