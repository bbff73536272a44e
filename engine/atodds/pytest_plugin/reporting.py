"""What the plugin says at the end of a run: the discrepancy table, and the reports that were asked for."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from atodds.model.finding import Run
from atodds.report.formats import REPORTS, rendered
from atodds.report.rows import Row, unpacked, weight
from atodds.report.table import table_of_rows
from atodds.report.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

RUNS = pytest.StashKey[list[Run]]()
WIDEST = 100


def summary(reporter: pytest.TerminalReporter, config: pytest.Config, attached: Iterable[str]) -> None:
    """Print the table of what the tests found, and the closing line; `attached` is what reports carry."""
    verbose = config.getoption("verbose")
    if verbose < -1:
        return
    parcels = [json.loads(text) for text in attached]
    rows = sorted(
        (unpacked(fields) for parcel in parcels for fields in parcel["rows"]),
        key=lambda row: (row.event, weight(row)),
    )
    problems = sorted({line for parcel in parcels for line in parcel["problems"]})
    if verbose >= 0:
        writer = config.get_terminal_writer()
        reporter.section("reports that disagree (atodds)", "=")
        width = min(WIDEST, writer.fullwidth)
        for line in [*table_of_rows(rows, width, color=writer.hasmarkup).splitlines(), *problems]:
            reporter.write_line(line)
    reporter.write_line(str(_tally(parcels, rows, len(problems))))


def outputs(config: pytest.Config) -> list[tuple[str, Path]]:
    """Return format and file of each --atodds-report; raises pytest.UsageError for anything else."""
    files = []
    for given in config.getoption("atodds_report"):
        name, sign, file = given.partition("=")
        if not sign or not file or name not in REPORTS:
            formats = ", ".join(REPORTS)
            raise pytest.UsageError(f"--atodds-report {given}: write FORMAT=FILE with one of {formats}")
        files.append((name, config.invocation_params.dir / file))
    return files


def write_reports(config: pytest.Config) -> None:
    """Write what --atodds-report asks for; with xdist every worker collects all, and the first one writes."""
    worker = getattr(config, "workerinput", {"workerid": "gw0"})["workerid"]
    runs = config.stash.get(RUNS, [])
    if worker != "gw0" or not runs:
        return
    run = Run.joined(runs)
    for name, file in outputs(config):
        file.write_text(rendered(name, run), encoding="utf-8", errors="backslashreplace", newline="\n")


def _tally(parcels: list[dict[str, Any]], rows: list[Row], problems: int) -> Tally:
    return Tally(
        articles=sum({parcel["place"]: parcel["articles"] for parcel in parcels}.values()),
        rules=len({row.rule for row in rows}),
        verdicts=Counter(row.verdict for row in rows if not row.accepted),
        accepted=sum(bool(row.accepted) for row in rows),
        stale=Counter(standing for parcel in parcels for standing in parcel["stale"]),
        left_out=problems,
    )
