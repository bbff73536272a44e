"""Figures of all rounds as Markdown tables, and beside those of an earlier run."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

Figures = dict[str, list[float]]
"""Every figure of a row by unit, one for each round; the first is its speed, or the time of a command."""
Tables = dict[str, dict[str, Figures | str]]
"""Rows by table and name; a row that could not be measured has its reason instead of figures."""

PEAK: Final = "MB peak"


def as_markdown(tables: Tables) -> str:
    """Return the medians of all rows, with the range of the rounds behind them."""
    lines: list[str] = []
    for title, rows in tables.items():
        lines += ["", f"| {title} | median | rounds | peak | also |", "|---|---|---|---|---|"]
        lines += [f"| {name} | {_cells(found)} |" for name, found in rows.items()]
    return "\n".join(lines)


def compared(new: Tables, old: Tables) -> str:
    """Return the medians of two runs beside each other, and how many times the speed the new one has."""
    lines: list[str] = []
    for title, rows in new.items():
        lines += ["", f"| {title} | before | after | times as fast |", "|---|---|---|---|"]
        for name, after in rows.items():
            before = old.get(title, {}).get(name, "not measured")
            lines.append(f"| {name} | {_median(before)} | {_median(after)} | {_times(before, after)} |")
    return "\n".join(lines)


def joined(rounds: Iterable[dict[str, float]]) -> Figures:
    """Return the figures of several rounds by unit."""
    found: Figures = {}
    for one in rounds:
        for unit, value in one.items():
            found.setdefault(unit, []).append(value)
    return found


def _cells(found: Figures | str) -> str:
    if isinstance(found, str):
        return f"not measured: {found} | | | "
    unit, values = next(iter(found.items()))
    rest = ", ".join(
        f"{_number(median(many))} {name}" for name, many in found.items() if name not in {unit, PEAK}
    )
    peak = f"{median(found[PEAK]):,.0f} MB" if PEAK in found else ""
    span = f"{_number(min(values))} to {_number(max(values))}" if len(values) > 1 else "once"
    return f"{_number(median(values))} {unit} | {span} | {peak} | {rest}"


def _median(found: Figures | str) -> str:
    if isinstance(found, str):
        return "–"
    unit, values = next(iter(found.items()))
    return f"{_number(median(values))} {unit}"


def _times(before: Figures | str, after: Figures | str) -> str:
    if isinstance(before, str) or isinstance(after, str):
        return ""
    (unit, old), (same, new) = next(iter(before.items())), next(iter(after.items()))
    if unit != same or not median(old) or not median(new):
        return ""
    ratio = median(new) / median(old)
    return _number(ratio if "/s" in unit else 1 / ratio)


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
