"""Which dossier an event was found in."""

from __future__ import annotations

import pytest

from atodds.model.event import dossier_of


@pytest.mark.parametrize(
    ("event", "dossier"),
    [
        ("fire", "fire"),
        ("fire#2", "fire"),
        ("archive#a7", "archive#a7"),
        ("archive#a7#2", "archive#a7"),
        ("storm", "storm"),
    ],
)
def test_a_further_event_is_that_of_the_dossier_before_its_number(event: str, dossier: str) -> None:
    assert dossier_of(event, {"fire", "archive#a7"}) == dossier
