"""The table of hedges: how its bounds are read, and what a bad line says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from atodds.extract.numbers import hedge_rows
from atodds.extract.numbers.hedge_rows import hedge_table
from atodds.model.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, Any]]]:
    """Yield the rows of a table that replaces the shipped one."""
    rows: list[dict[str, Any]] = []
    table = {
        "rows": rows,
        "synonyms": {"more": ["more", "greater"]},
        "rounding": {"from": 1000, "half_unit": 0.5, "widest": 1.0},
        "topics": [],
    }
    monkeypatch.setattr(hedge_rows, "load_table", lambda _: table)
    hedge_table.cache_clear()
    yield rows
    hedge_table.cache_clear()


@pytest.mark.parametrize(
    ("bounds", "interval"),
    [
        ("[N, N]", Interval.exactly(164)),
        ("[N * 0.5, N)", Interval(82, 164, high_open=True)),
        ("(N, inf)", Interval(164, None, low_open=True)),
        ("[0, N]", Interval(0, 164)),
        ("[N, round(N)]", Interval(164, 165)),
        ("[N, order(N)]", Interval(164, 200)),
        ("[2 * N, 10 * N - 1]", Interval(328, 1639)),
    ],
)
def test_bounds_are_arithmetic_on_the_number(
    lines: list[dict[str, Any]], bounds: str, interval: Interval
) -> None:
    lines.append({"id": "row", "hedge": "exact", "allowed": bounds, "implied": bounds})

    assert hedge_table().rows["row"].allowed.interval(164, 164, 1) == interval


def test_a_range_has_its_own_two_bounds(lines: list[dict[str, Any]]) -> None:
    lines.append({"id": "row", "hedge": "range", "allowed": "[A, B)", "implied": "[A, B)"})

    assert hedge_table().rows["row"].allowed.interval(10, 15, 1) == Interval(10, 15, high_open=True)


def test_bounds_that_cross_are_put_in_order_and_empty_ones_are_closed(lines: list[dict[str, Any]]) -> None:
    lines.append({"id": "row", "hedge": "nearly", "allowed": "[N * 0.5, N)", "implied": "[0, N)"})
    row = hedge_table().rows["row"]

    assert row.allowed.interval(-10, -10, 1) == Interval(-10, -5, low_open=True)
    assert row.implied.interval(0, 0, 1) == Interval.exactly(0)
    assert row.implied.interval(-10, -10, 1) == Interval(None, -10, high_open=True)


def test_a_name_in_braces_stands_for_each_of_its_synonyms(lines: list[dict[str, Any]]) -> None:
    lines.append(
        {"id": "row", "hedge": "exact", "allowed": "[N, N]", "implied": "[N, N]", "before": ["{more} than"]}
    )

    ((size, rows),) = hedge_table().before["than"]
    assert size == 2
    assert rows.keys() == {("greater", "than"), ("more", "than")}


@pytest.mark.parametrize("bounds", ["N to N", "[N]", "[N, M]"])
def test_bounds_that_cannot_be_read_are_refused(lines: list[dict[str, Any]], bounds: str) -> None:
    lines.append({"id": "row", "hedge": "exact", "allowed": bounds, "implied": bounds})

    with pytest.raises(ValueError, match=r"bounds|float"):
        hedge_table()
