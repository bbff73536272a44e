"""Judging a group of figures by what they allow and by what a reader takes from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.compare.numbers import Yardstick, judge, range_of, shared_by
from atodds.compare.origins import Origins
from atodds.model.finding import Range, Verdict
from atodds.model.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.compare.conftest import Says

    from atodds.model.claim import Claim


@pytest.mark.parametrize(
    ("figures", "verdict"),
    [
        (["12", "12"], Verdict.AGREE),
        (["12", "13"], Verdict.CONFLICT),
        (["40", "> 40 more than 40"], Verdict.AGREE),
        (["[2450, 2550) 2,500", "2487"], Verdict.AGREE),
        ([">= 164 at least 164", "12"], Verdict.CONFLICT),
        ([">= 24 dozens", ">= 164 at least 164"], Verdict.TENSION),
        ([">= 20 at least 20", "86"], Verdict.TENSION),
        (["0 no", ">= 1 at least one"], Verdict.CONFLICT),
        (["[7200, 8000) nearly 8,000", "[9000, 10000) nearly 10,000", ">= 2000"], Verdict.CONFLICT),
    ],
)
def test_wordings_that_do_or_do_not_go_together(says: Says, figures: list[str], verdict: Verdict) -> None:
    implied = {">= 24": "[24, 99]", ">= 164": "[164, 200]", ">= 20": "[20, 30]", ">= 1": "[1, 2]"}
    claims = []
    for index, figure in enumerate(figures):
        value, words = _split(figure)
        claims.append(says(f"a{index}", value, words, implied=implied.get(value, "")))

    assert judge(claims, Yardstick(), {}).verdict is verdict


def _split(figure: str) -> tuple[str, str]:
    """Part "[2450, 2550) 2,500" in the interval and the words; the interval may hold a blank."""
    for end in range(len(figure), 0, -1):
        try:
            Interval.parse(figure[:end])
        except ValueError:
            continue
        return figure[:end].strip(), figure[end:].strip()
    raise ValueError(figure)


@pytest.mark.parametrize(
    ("tolerance", "verdict"), [(0.0, Verdict.CONFLICT), (0.04, Verdict.CONFLICT), (0.05, Verdict.TENSION)]
)
def test_a_tolerance_makes_a_narrow_conflict_a_tension(
    says: Says, tolerance: float, verdict: Verdict
) -> None:
    claims = [says("herald", "95"), says("courier", "100")]

    assert judge(claims, Yardstick(tolerance=tolerance), {}).verdict is verdict


def test_a_position_prints_what_all_its_claims_allow(says: Says) -> None:
    claims = [says("a", ">= 160"), says("b", "[150, 170]"), says("c", "> 155")]

    assert str(shared_by(claims)) == "[160, 170]"


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (["12", "12", "40"], Range(12, 12, 40)),
        (["12", "40"], Range(12, None, 40)),
        ([">= 20", "86"], Range(20, 86, None)),
        (["[0, 50]"], Range(0, 0, 50)),
    ],
)
def test_the_range_names_the_number_with_most_voices(says: Says, figures: list[str], expected: Range) -> None:
    claims = [says(f"a{index}", figure, sentence=figure) for index, figure in enumerate(figures)]

    assert range_of(claims, Origins([]).trace(claims)) == expected


wordings = st.one_of(
    st.builds(lambda low: (low, low), st.integers(0, 30)),
    st.builds(lambda low, width: (low, low + width), st.integers(0, 30), st.integers(1, 9)),
)


def _claims(says: Says, figures: Sequence[tuple[int, int]]) -> list[Claim]:
    return [says(f"a{index}", f"[{low}, {high}]") for index, (low, high) in enumerate(figures)]


@given(st.lists(wordings, min_size=1, max_size=8), st.integers(0, 7), st.integers(1, 20))
def test_widening_a_hedge_never_creates_a_conflict(
    says: Says, figures: list[tuple[int, int]], which: int, by: int
) -> None:
    at = which % len(figures)
    wider = [*figures[:at], (max(0, figures[at][0] - by), figures[at][1] + by), *figures[at + 1 :]]

    before = judge(_claims(says, figures), Yardstick(), {}).verdict
    after = judge(_claims(says, wider), Yardstick(), {}).verdict

    assert (before, after) != (Verdict.AGREE, Verdict.CONFLICT)
    assert (before, after) != (Verdict.TENSION, Verdict.CONFLICT)
