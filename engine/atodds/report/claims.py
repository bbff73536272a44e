"""Every claim that was read, compared or not, as a table, as JSON lines or as CSV."""

from __future__ import annotations

import csv
import io
import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

from atodds.report.json_lines import one_line
from atodds.report.shapes import Shape, claim_shape
from atodds.report.words import clipped, clipped_around, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atodds.model.claim import Claim

COLUMNS = (
    "article",
    "story",
    "event",
    "rule",
    "value",
    "low",
    "high",
    "low_open",
    "high_open",
    "implied_low",
    "implied_high",
    "hedge",
    "words",
    "text",
    "start",
    "end",
    "counted",
    "place",
    "source",
    "as_of",
    "part",
    "asserted",
    "reason",
    "section",
    "paragraph",
)
"""The columns of the CSV; `low` to `implied_high` are empty for claims that are no quantity."""

# The columns of the table before the sentence where it is 100 wide, and the most lines a sentence takes.
_CAPS = (8, 14, 18, 20)
_LINES = 3


def in_reading_order(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims by article, offset (a separate title first) and rule."""
    return sorted(claims, key=_spot)


def claims_as_jsonl(claims: Iterable[Claim]) -> str:
    """Return one line of JSON for each claim, set-aside ones included."""
    return "".join(one_line(claim_shape(claim)) for claim in in_reading_order(claims))


def claims_as_csv(claims: Iterable[Claim]) -> str:
    """Return the claims as CSV with a header row and a row for each claim."""
    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(claim) for claim in in_reading_order(claims))
    return sheet.getvalue()


def claims_as_table(claims: Iterable[Claim], width: int = 100) -> str:
    """
    Return the claims as a table of at most `width` columns for each article.

    A claim that was set aside says why in place of its source.
    """
    from tabulate import tabulate  # noqa: PLC0415 - only a table needs it

    text = ""
    for article, own in groupby(in_reading_order(claims), key=lambda claim: claim.article):
        table = tabulate(
            [_cells(claim, width) for claim in own],
            headers=["place", "rule", "words", "source", "sentence"],
            tablefmt="simple",
            disable_numparse=True,
        )
        lines = "\n".join(line.rstrip() for line in table.splitlines())
        text += f"{printable(article)}\n\n{lines}\n\n"
    return text or "no claims found\n"


def _cells(claim: Claim, width: int) -> list[str]:
    who = claim.source if claim.asserted else f"({claim.reason or 'set aside'})"
    words = printable(claim.words)
    cells = [claim.evidence.place, claim.rule, words, printable(who)]
    caps = [max(8, cap * min(width, 100) // 100) for cap in _CAPS]
    narrow = [clipped(cell, cap) for cell, cap in zip(cells, caps, strict=True)]
    wide = max(16, width - sum(caps) - 2 * len(caps))
    sentence = clipped_around(printable(claim.evidence.sentence), words, wide * _LINES)
    return [*narrow, "\n".join(textwrap.wrap(sentence, wide))]


def _spot(claim: Claim) -> tuple[str, str, int, int, str, str]:
    evidence = claim.evidence
    start = -1 if evidence.start is None else evidence.start
    return claim.article, claim.event, start, evidence.end or 0, claim.rule, claim.words


def _row(claim: Claim) -> Shape:
    shape = claim_shape(claim)
    value, implied = shape.pop("value"), shape.pop("implied") or {}
    if "low" in value:
        shape |= value
        shape["value"] = str(claim.allowed)
        shape["implied_low"], shape["implied_high"] = implied["low"], implied["high"]
    elif "first" in value:
        # ISO 8601 writes an interval with a slash, and an unknown end with two dots.
        shape["value"] = "/".join(day or ".." for day in value.values())
    else:
        shape["value"] = next(iter(value.values()))
    return shape
