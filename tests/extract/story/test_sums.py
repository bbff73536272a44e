"""Sums: the total that a list leaves to its reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.extract.conftest import Reads, Tells


@pytest.mark.parametrize(
    ("sentence", "total"),
    [
        ("The fire killed 14 guests and a waiter.", "15"),
        ("The fire killed 14 guests and his wife.", "15"),
        ("The fire killed 14 guests, three waiters and a cook.", "18"),
        ("About 40 guests and some 20 waiters were killed.", "[54, 66]"),
        ("At least 14 guests and five waiters were killed.", ">= 19"),
    ],
)
def test_a_complete_list_is_added_up(tells: Tells, sentence: str, total: str) -> None:
    """Bounds add up like figures, and the sum is as open as its members."""
    assert tells(sentence)[-1] == f"killed {total}"


def test_a_sum_shows_its_members_and_stands_where_they_stand(reads: Reads) -> None:
    sentence = "The fire killed 14 guests and a waiter."
    first, second, total = reads(sentence)

    assert total.words == "14 guests + a waiter"
    assert total.reason == "added up from a list"
    assert total.evidence.start == first.evidence.start
    assert total.evidence.end == second.evidence.end


def test_nothing_is_added_up_where_the_story_gives_a_total(tells: Tells) -> None:
    claims = tells("The fire killed 15 people.", "It killed 14 guests and a waiter.")

    assert claims == ["killed 15", "killed 14 part", "killed 1 part"]


def test_who_counts_only_for_the_sum_makes_no_claim(tells: Tells) -> None:
    assert tells("The fire killed 14 guests and his wife.") == ["killed 14 part", "killed 15"]
