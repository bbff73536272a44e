"""Modality: what a sentence words but does not assert, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.extract.conftest import Reads


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The minister denied that 12 people had been killed.", "denied"),
        ("12 people were not killed.", "denied"),
        ("Rescuers fear that 12 people were killed.", "feared"),
        ("12 people were feared killed.", "feared"),
        ("12 people could have been killed.", "possible"),
        ("12 people may have been killed.", "possible"),
        ("12 people will be killed by the cold.", "forecast"),
        ("If 12 people were killed, the law would change.", "supposed"),
        ("The storm is expected to kill 12 people.", "infinitive"),
        ("The cell planned to kill 12 people.", "infinitive"),
        ("Raiders tried to kill 12 people.", "infinitive"),
    ],
)
def test_what_is_not_asserted_is_set_aside_with_its_reason(reads: Reads, sentence: str, reason: str) -> None:
    (claim,) = reads(sentence, rule="killed")

    assert (claim.asserted, claim.reason) == (False, reason)


@pytest.mark.parametrize(
    "sentence",
    [
        "12 people are believed to have been killed.",
        "12 people were confirmed killed.",
        "The minister did not say why 12 people were killed.",
        "The mayor, who denied any fault, left town after 12 people were killed.",
        "Nobody knows who killed the 12 people.",
    ],
)
def test_a_cue_about_something_else_takes_nothing_back(reads: Reads, sentence: str) -> None:
    (claim,) = reads(sentence, rule="killed")

    assert claim.asserted


def test_who_is_driven_to_it_does_it(reads: Reads) -> None:
    """An infinitive behind forcing or causing is asserted, one behind ordering is not."""
    (forced,) = reads("The shelling forced 300 families to flee.", rule="displaced")
    ordered = reads("The police ordered 300 families to flee.", rule="displaced")

    assert forced.asserted
    assert not any(claim.asserted for claim in ordered)
