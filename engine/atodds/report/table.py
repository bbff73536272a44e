"""The discrepancy table for a terminal or a log: rule, verdict, who says what, and the evidence below."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

from atodds.model.finding import Verdict
from atodds.report.order import DISAGREEMENTS
from atodds.report.rows import Row, rows_of
from atodds.report.tally import closing_line
from atodds.report.words import clipped, counted, listed, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atodds.model.finding import Run

NARROWEST = 60
MOST_QUIET_EVENTS = 10

_COMPARED = (*DISAGREEMENTS, Verdict.AGREE)
_RULE_WIDTH = 16
_VERDICT_WIDTH = 9
_WORDS_WIDTH = 26

_COLORS = {
    Verdict.CONFLICT: "\x1b[1;31m",
    Verdict.TENSION: "\x1b[33m",
    Verdict.UPDATE: "\x1b[36m",
    Verdict.AGREE: "\x1b[32m",
}
_DIM = "\x1b[2m"
_RESET = "\x1b[0m"


def as_table(run: Run, width: int = 100, *, color: bool = False) -> str:
    """
    Return the run as text of at most `width` columns (60 at least), the closing line last.

    An event of many without a disagreement is only counted. `color` adds ANSI colours to the verdicts.
    """
    return f"{table_of_rows(rows_of(run), width, color=color)}{_stale_lines(run)}{closing_line(run)}\n"


def table_of_rows(rows: Iterable[Row], width: int = 100, *, color: bool = False) -> str:
    """Return rows, which stand in order of event, as one table for each event; "" where there are none."""
    events = [(event, list(own)) for event, own in groupby(rows, key=lambda row: row.event)]
    loud = [one for one in events if any(row.verdict in DISAGREEMENTS for row in one[1])]
    shown = events if len(events) <= MOST_QUIET_EVENTS else loud
    text = ""
    for event, own in shown:
        if "#" in event and not any(row.verdict in _COMPARED for row in own):
            text += _aside(event, own, max(width, NARROWEST))
        else:
            text += _event_table(event, own, max(width, NARROWEST), color=color)
    if quiet := len(events) - len(shown):
        text += f"{counted(quiet, 'further event')} without a disagreement\n\n"
    return text


def _event_table(event: str, rows: list[Row], width: int, *, color: bool) -> str:
    from tabulate import tabulate  # noqa: PLC0415 - only a table needs it

    rules_width = max(min(len(row.rule), _RULE_WIDTH) for row in rows)
    says_width = width - rules_width - _VERDICT_WIDTH - 4
    absent = [row.rule for row in rows if row.verdict == Verdict.ABSENT]
    cells = [
        [_rule_cell(row), _verdict_cell(row, color=color), _says_cell(row, says_width)]
        for row in rows
        if row.verdict != Verdict.ABSENT
    ]
    if absent:
        wrapped = "\n".join(textwrap.wrap(", ".join(absent), says_width))
        verdict = _painted(Verdict.ABSENT, Verdict.ABSENT, color=color)
        cells.append([counted(len(absent), "rule"), verdict, wrapped])
    table = tabulate(
        cells,
        headers=["rule", "verdict", "who says what"],
        tablefmt="simple",
        disable_numparse=True,
        preserve_whitespace=True,
    )
    lines = "\n".join(line.rstrip() for line in table.splitlines())
    title = clipped(printable(event), width)
    return f"{title}\n\n{lines}\n\n" if title else f"{lines}\n\n"


def _aside(event: str, rows: list[Row], width: int) -> str:
    """Return in a sentence what is told of another happening on the same pages, where nothing compares."""
    told = [row.rule for row in rows if row.verdict == Verdict.SINGLE]
    reports = "has one report" if len(told) == 1 else "have one report each"
    rules = f"{listed(told)} {reports}" if told else "no rule applies"
    text = f"{printable(event)}, another happening on the same pages: {rules}, nothing to compare"
    return "\n".join(textwrap.wrap(text, width)) + "\n\n"


def _rule_cell(row: Row) -> str:
    return "\n".join(textwrap.wrap(row.rule, _RULE_WIDTH))


def _verdict_cell(row: Row, *, color: bool) -> str:
    cell = _painted(row.verdict, row.verdict, color=color)
    return f"{cell}\naccepted" if row.accepted else cell


def _painted(text: str, verdict: str, *, color: bool) -> str:
    return f"{_COLORS.get(Verdict(verdict), _DIM)}{text}{_RESET}" if color else text


def _says_cell(row: Row, width: int) -> str:
    lines = textwrap.wrap(row.group, width) if row.group else []
    words_width = min(max((len(one.words) for one in row.says), default=0), _WORDS_WIDTH)
    for one in row.says:
        label = f"{one.label:<3}" if one.label else "   " if any(each.label for each in row.says) else ""
        words = clipped(one.words, _WORDS_WIDTH)
        lines += _hanging(f"{label}{words:<{words_width}}  {one.who}", width, len(label) + words_width + 2)
    if row.note:
        lines += _hanging(row.note, width, 0)
    for sentence in row.sentences:
        lines += textwrap.wrap(sentence, width, initial_indent="  ", subsequent_indent="    ")
    if row.accepted:
        lines += _hanging(f"accepted: {printable(row.accepted)}", width, 0)
    # A line of its own between rows of several lines; an empty one would be lost.
    return "\n".join([*lines, " "] if row.sentences else lines) or "no article says"


def _hanging(text: str, width: int, indent: int) -> list[str]:
    return textwrap.wrap(text, width, subsequent_indent=" " * indent)


def _stale_lines(run: Run) -> str:
    return "".join(
        f"{one.where or 'accepted'}: {one.standing} acceptance of {one.rule} [{one.event}]"
        f"{f' (until {one.until})' if one.until else ''}; the list should lose it\n"
        for one in run.stale
    )
