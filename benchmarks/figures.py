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
BEGIN: Final = "<!-- figures, written by benchmarks/bench.py -->"
END: Final = "<!-- end of figures -->"
OURS: Final = ("atodds", "our")


def as_markdown(tables: Tables) -> str:
    """Return the medians of all rows, with the range of the rounds behind them."""
    lines: list[str] = []
    for title, rows in tables.items():
        lines += ["", f"| {title} | median | rounds | peak | also |", "|---|---|---|---|---|"]
        lines += [f"| {name} | {_cells(found)} |" for name, found in rows.items()]
    return "\n".join(lines)


def compared(new: Tables, old: Tables) -> str:
    """
    Return the medians of two runs beside each other, and how many times the speed the new one has.

    The last column takes out how fast the machine itself was: other tools have not changed meanwhile, so
    the median of their ratios is the machine's.
    """
    pace = _pace(new, old)
    lines = [f"The machine had {_number(pace)} times the pace, by the other tools." if pace else ""]
    for title, rows in new.items():
        lines += [
            "",
            f"| {title} | before | after | times as fast | at equal pace |",
            "|---|---|---|---|---|",
        ]
        for name, after in rows.items():
            before = old.get(title, {}).get(name, "not measured")
            ratio = _times(before, after)
            shown = (_number(ratio) if ratio else "", _number(ratio / pace) if ratio and pace else "")
            lines.append(f"| {name} | {_median(before)} | {_median(after)} | {' | '.join(shown)} |")
    return "\n".join(lines)


def _pace(new: Tables, old: Tables) -> float:
    """Return how many times as fast the tools are that are not ours, 0 where neither run measured them."""
    rows = {name: found for name, found in new.get("Peers", {}).items() if not name.startswith(OURS)}
    ratios = (_times(old.get("Peers", {}).get(name, ""), found) for name, found in rows.items())
    known = [ratio for ratio in ratios if ratio]
    return median(known) if known else 0.0


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


def _times(before: Figures | str, after: Figures | str) -> float:
    """Return how many times as fast a row has become, 0 where that cannot be told."""
    if isinstance(before, str) or isinstance(after, str):
        return 0.0
    (unit, old), (same, new) = next(iter(before.items())), next(iter(after.items()))
    if unit != same or not median(old) or not median(new):
        return 0.0
    ratio = median(new) / median(old)
    return ratio if "/s" in unit else 1 / ratio


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def placed(page: str, tables: str) -> str:
    """
    Return a page with the tables between its two marks, in place of what stood there.

    Raises ValueError if the page has no such marks.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"the page has no {BEGIN} with {END} behind it")
    return f"{before}{begin}\n\n{tables.strip()}\n\n{end}{after}"
