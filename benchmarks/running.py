"""Rows of the plan, run round by round, each in a process of its own on one core."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from figures import Tables, joined
from plan import STAGES, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clock import Result

BENCH: Final = Path(__file__).with_name("bench.py")


def one(stage: str, path: Path, size: int, seconds: float) -> Result:
    """Run one stage in this process; its peak memory is that of the process."""
    result = STAGES[stage](path, size, seconds)
    result.setdefault("MB peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return result


def measured(rows: Sequence[Row], rounds: int, *, here: bool = False) -> Iterator[Tables]:
    """
    Run all rows round by round, each in a process of its own, and yield all figures after each round.

    What fails once is not tried again. `here` runs them in this process, where one may profit from another.
    """
    core = min(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None
    found: dict[Row, list[dict[str, float]]] = {row: [] for row in rows}
    reasons: dict[Row, str] = {}
    for number in range(rounds):
        for row in rows:
            if row in reasons or number >= row.rounds:
                continue
            print(f"round {number + 1} of {rounds}: {row.table}, {row.name}", file=sys.stderr)
            result = one(row.stage, row.path, row.size, row.seconds) if here else _ran(row, core)
            if "skipped" in result:
                reasons[row] = str(result["skipped"])
                print(f"  not measured: {reasons[row]}", file=sys.stderr)
            else:
                found[row].append({unit: float(value) for unit, value in result.items()})
        tables: Tables = {}
        for row in rows:
            tables.setdefault(row.table, {})[row.name] = reasons.get(row) or joined(found[row])
        yield tables


def _ran(row: Row, core: int | None) -> Result:
    def pin() -> None:
        os.sched_setaffinity(0, {core or 0})

    ran = subprocess.run(  # noqa: S603 - this file; nothing runs beside the fork
        [
            *(sys.executable, str(BENCH), "--one", row.stage, "--path", str(row.path)),
            *("--size", str(row.size), "--seconds", str(row.seconds)),
        ],
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=None if row.free or core is None else pin,
    )
    if ran.returncode:
        return {"skipped": (ran.stderr.strip().splitlines() or [f"exit code {ran.returncode}"])[-1]}
    result: Result = json.loads(ran.stdout)
    return result
