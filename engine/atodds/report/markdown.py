"""The discrepancy table as Markdown, for a job summary or a comment; its size is capped."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from atodds.model.finding import Verdict
from atodds.report.rows import Row, Says, rows_of
from atodds.report.tally import closing_line
from atodds.report.words import counted, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atodds.model.finding import Run

LIMIT = 900_000
"""Bytes; GitHub refuses a job summary of more than 1 MiB, and a step may add to it."""

_ROOM_FOR_THE_LAST_ROW = 120

# What would be markup: a bar ends a cell, angle brackets make a tag, an @ calls somebody.
_MARKUP = re.compile(r"([\\`*_\[\]|~#$])")


def as_markdown(run: Run, limit: int = LIMIT) -> str:
    """
    Return a table for each event with the evidence folded below it, at most `limit` bytes.

    What does not fit is counted in a last row called "truncated"; the closing line stands on top.
    """
    text = f"## Reports that disagree\n\n**{_safe(closing_line(run))}**\n"
    parts = [_stale(run), *(part for own in _by_event(rows_of(run)) for part in own)]
    room = limit - len(text.encode()) - _ROOM_FOR_THE_LAST_ROW
    for number, part in enumerate(parts):
        room -= len(part.encode())
        if room < 0:
            return text + _truncated(parts[number:])
        text += part
    return text


def _truncated(left: list[str]) -> str:
    """Return the last row, or the last line where the cut goes through the evidence below a table."""
    rows = sum(part.startswith("| ") for part in left)
    if left[0].startswith("| "):
        return f"| truncated | | {counted(rows, 'row')} did not fit; the table in the log has all |\n"
    return f"\n*truncated: {counted(len(left), 'part')} did not fit; the table in the log has all*\n"


def _by_event(rows: Iterable[Row]) -> Iterable[list[str]]:
    for event, own in groupby(rows, key=lambda row: row.event):
        listed = list(own)
        absent = [row.rule for row in listed if row.verdict == Verdict.ABSENT]
        told = [row for row in listed if row.verdict != Verdict.ABSENT]
        yield [
            f"\n### {_safe(event)}\n\n| rule | verdict | who says what |\n|---|---|---|\n",
            *(_line(row) for row in told),
            *(
                [f"| {counted(len(absent), 'rule')} | absent | {_safe(', '.join(absent))} |\n"]
                if absent
                else []
            ),
            *(_evidence(row) for row in told if row.sentences),
        ]


def _line(row: Row) -> str:
    says = [_said(one) for one in row.says]
    if row.group:
        says.insert(0, f"*{_safe(row.group)}*")
    if row.note:
        says.append(_safe(row.note))
    if row.accepted:
        says.append(f"accepted: {_safe(row.accepted)}")
    verdict = f"**{row.verdict}**" if row.verdict == Verdict.CONFLICT and not row.accepted else row.verdict
    if row.accepted:
        verdict += ", accepted"
    return f"| {_safe(row.rule)} | {verdict} | {'<br>'.join(says)} |\n"


def _said(one: Says) -> str:
    label = f"{one.label} " if one.label else ""
    return f"{label}**{_safe(one.words)}**: {_safe(one.who)}"


def _evidence(row: Row) -> str:
    sentences = "".join(f"- {_safe(sentence)}\n" for sentence in row.sentences)
    title = f"{_safe(row.rule)}: what they say"
    return f"\n<details><summary>{title}</summary>\n\n{sentences}\n</details>\n"


def _stale(run: Run) -> str:
    lines = [f"- {_safe(one.where)}: {one.standing} acceptance of {_safe(one.rule)}\n" for one in run.stale]
    return "\n" + "".join(lines) if lines else ""


def _safe(text: str) -> str:
    plain = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(r"\\\1", plain).replace("@", "&#64;")
