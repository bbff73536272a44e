"""Every row of the benchmark: what it is called, which stage it runs, on what and how long."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import commands
import formats
import peers
import reconciling
import stages
from rulebooks import SHIPPED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from clock import Result

STAGES: Final[dict[str, Callable[[Path, int, float], Result]]] = {
    stage.__name__: stage
    for stage in (
        *(stages.extract, stages.figures, stages.listening, stages.quotations, stages.automaton),
        *(stages.sentences, stages.lexer, stages.quantities, stages.quotes, stages.grade),
        *(peers.quantulum, peers.spacy_matcher, peers.spacy_one_pattern, peers.spacy_phrases),
        *(peers.sentencex_alternation, peers.yardstick, reconciling.groups, reconciling.events),
        *(formats.read, commands.cold, commands.imports, commands.table, commands.check),
    )
}


PEERS: Final = "Peers"


@dataclass(frozen=True, slots=True)
class Row:
    """
    One row: its table, its name there, the stage and what it gets.

    `seconds` bounds the work of a round in processor time, 0 not at all; `rounds` bounds how often a row is
    run where once says as much as five times. `free` rows may use every core.
    """

    table: str
    name: str
    stage: str
    path: Path
    size: int = 0
    seconds: float = 0.0
    rounds: int = 99
    free: bool = False

    @property
    def peer(self) -> bool:
        """Say whether the row measures another tool, which may be left out."""
        return self.table == PEERS


@dataclass(frozen=True, slots=True)
class Corpora:
    """The files of a run: ordinary news, dense text, and news of rising length for whole commands."""

    ordinary: Path
    dense: Path
    growing: tuple[Path, ...]


def plan(corpora: Corpora, seconds: float, megabytes: float, *, large: bool) -> Iterator[Row]:
    """
    Yield the rows of the benchmark in the order of its tables.

    `seconds` of processor time are the work of one round, `megabytes` the most that is read of a format.
    """
    ordinary, dense = corpora.ordinary, corpora.dense
    for rules in (8, SHIPPED, 300, 1_000):
        yield Row("Claims", f"ordinary news, {_rules(rules)}", "extract", ordinary, rules, seconds)
    for rules in (SHIPPED, 1_000):
        yield Row("Claims", f"dense text, {_rules(rules)}", "extract", dense, rules, seconds)
    yield from _peers(ordinary, seconds)
    yield from _alone(ordinary, seconds, megabytes)
    yield from _reading(megabytes)
    yield from _reconciling(ordinary, seconds, megabytes, large=large)
    yield from _whole(corpora)


def _rules(number: int) -> str:
    return f"{number:,} rules" if number else "shipped rules"


def _peers(path: Path, seconds: float) -> Iterator[Row]:
    for name, stage in (
        ("atodds, quantities alone", "quantities"),
        ("quantulum3, no classifier", "quantulum"),
        ("spaCy blank, sentencizer, Matcher by rule", "spacy_matcher"),
        ("spaCy the same, one pattern for all rules", "spacy_one_pattern"),
        ("spaCy the same, PhraseMatcher", "spacy_phrases"),
        ("sentencex, one `re` alternation", "sentencex_alternation"),
        ("our sentences, the same alternation", "yardstick"),
    ):
        yield Row(PEERS, name, stage, path, 0, seconds)


def _alone(path: Path, seconds: float, megabytes: float) -> Iterator[Row]:
    for rules in (SHIPPED, 1_000):
        yield Row("Stages alone", f"automaton, {_rules(rules)}", "automaton", path, rules, seconds)
    for name, stage in (
        ("sentences", "sentences"),
        ("lexer, every sentence", "lexer"),
        ("quantities, every sentence", "quantities"),
        ("quotes", "quotes"),
        ("claims: counted figures only", "figures"),
        ("claims: dates, sums, choices, names only", "listening"),
        ("claims: quotations only", "quotations"),
    ):
        yield Row("Stages alone", name, stage, path, 0, seconds)
    pairs = min(2_000, int(megabytes * 2_000))
    yield Row("Stages alone", "grading pairs of quotations", "grade", path, pairs)


def _reading(megabytes: float) -> Iterator[Row]:
    for form, thousands in (
        *(("jsonl", 4_000), ("csv", 4_000), ("parquet", 4_000), ("text", 2_000)),
        *(("feed", 300), ("html", 300), ("warc", 300)),
    ):
        yield Row("Reading", form, "read", Path(form), min(thousands, int(megabytes * 1_000)))


def _reconciling(path: Path, seconds: float, megabytes: float, *, large: bool) -> Iterator[Row]:
    for size in (2, 10, 100, 1_000):
        yield Row("Reconciling", f"groups of {size:,} claims", "groups", path, size, seconds)
    for number in (1_000, 10_000):
        tiny = int(megabytes * 10_000)  # where a corpus is only there to try
        yield Row("Reconciling", f"{number:,} claims, 10 an event", "events", path, min(number, tiny))
    if large:
        yield Row("Reconciling", "100,000 claims, 10 an event", "events", path, 100_000, rounds=3)
        yield Row("Reconciling", "1,000,000 claims, 10 an event", "events", path, 1_000_000, rounds=1)


def _whole(corpora: Corpora) -> Iterator[Row]:
    yield Row("Whole commands", "cold `atodds check`, 10 articles", "cold", Path(), 10)
    yield Row("Whole commands", "… of which imports", "imports", Path(), 10)
    for path in corpora.growing:
        yield Row("Whole commands", f"`atodds claims`, {path.stem}", "table", path, 1, rounds=3)
    for path in corpora.growing:
        yield Row("Whole commands", f"`atodds check`, {path.stem}", "check", path, 1, rounds=3)
    if (os.cpu_count() or 1) > 1:
        last = corpora.growing[-1]
        for stage in ("table", "check"):
            name = f"`atodds {'claims' if stage == 'table' else 'check'}`, {last.stem}, 2 processes"
            yield Row("Whole commands", name, stage, last, 2, rounds=3, free=True)
