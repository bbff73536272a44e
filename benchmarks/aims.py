"""What was aimed at beside what was measured; ratios are of rows that one run measured in turn."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from figures import Tables

    Measure = Callable[[Tables], float]

NEWS: Final = ("Claims", "ordinary news, shipped rules")


@dataclass(frozen=True, slots=True)
class Aim:
    """One aim: `wanted` of `unit`, at least, or at most where `below` is set."""

    words: str
    wanted: float
    unit: str
    measure: Measure
    below: bool = False


def _of(table: str, name: str, unit: str) -> Measure:
    """Return how to look up the median of a figure; raises KeyError where it was not measured."""

    def measure(tables: Tables) -> float:
        found = tables[table][name]
        if isinstance(found, str):
            raise KeyError(found)
        return median(found[unit])

    return measure


def _times(one: Measure, other: Measure) -> Measure:
    return lambda tables: one(tables) / other(tables)


def _growth(tables: Tables) -> float:
    """Return the peak memory of the largest run of `atodds claims`, in times of that of the smallest."""
    rows = [found for name, found in tables["Whole commands"].items() if name.startswith("`atodds claims`")]
    peaks = [median(found["MB peak"]) for found in rows if not isinstance(found, str)]
    return max(peaks) / peaks[0]


def _two_processes(tables: Tables) -> float:
    rows = tables["Whole commands"]
    name = next(name for name in rows if name.startswith("`atodds claims`") and name.endswith("2 processes"))
    both = (_of("Whole commands", one, "MB/s elapsed") for one in (name, name.removesuffix(", 2 processes")))
    return _times(*both)(tables)


def _million_claims(tables: Tables) -> float:
    """Return how long 10^6 claims take at the speed of the most claims that were compared."""
    rows = [found for name, found in tables["Reconciling"].items() if name.endswith("10 an event")]
    return 1e6 / median([one for one in rows if not isinstance(one, str)][-1]["claims/s"])


_SPEED: Final = _of(*NEWS, "MB/s")
AIMS: Final = (
    Aim("ordinary news, shipped rules", 60, "MB/s", _SPEED),
    Aim("dense text, shipped rules", 25, "MB/s", _of("Claims", "dense text, shipped rules", "MB/s")),
    Aim(
        "ordinary news beside spaCy's Matcher, a pattern for each rule",
        50,
        "times",
        _times(_SPEED, _of("Peers", "spaCy blank, sentencizer, Matcher by rule", "MB/s")),
    ),
    Aim(
        "ordinary news beside spaCy's Matcher, one pattern",
        50,
        "times",
        _times(_SPEED, _of("Peers", "spaCy the same, one pattern for all rules", "MB/s")),
    ),
    Aim(
        "ordinary news beside quantulum3",
        1_000,
        "times",
        _times(_SPEED, _of("Peers", "quantulum3, no classifier", "MB/s")),
    ),
    Aim(
        "1,000 rules beside the shipped ones",
        0.5,
        "times",
        _times(_of("Claims", "ordinary news, 1,000 rules", "MB/s"), _SPEED),
    ),
    Aim("two processes beside one", 1.9, "times", _two_processes),
    Aim(
        "cold `atodds check`, 10 articles, shipped rules",
        0.2,
        "s",
        _of("Whole commands", "cold `atodds check`, 10 articles", "s"),
        below=True,
    ),
    Aim("10^6 claims compared", 5, "s", _million_claims, below=True),
    Aim("peak memory at four times the corpus", 1.1, "times", _growth, below=True),
)


def as_markdown(tables: Tables) -> str:
    """Return the aims as a Markdown table; what was left out of a run is said to be."""
    lines = ["| aim, on one core | wanted | measured | |", "|---|---|---|---|"]
    for aim in AIMS:
        wanted = f"{'below' if aim.below else 'at least'} {aim.wanted:,g} {aim.unit}"
        try:
            value = aim.measure(tables)
        except (KeyError, StopIteration, IndexError):
            lines.append(f"| {aim.words} | {wanted} | not measured | |")
            continue
        off = value / aim.wanted if aim.below else aim.wanted / value
        verdict = "met" if off <= 1 else f"missed, {off:,.2g} times"
        lines.append(f"| {aim.words} | {wanted} | {value:,.3g} {aim.unit} | {verdict} |")
    return "\n".join(lines)
