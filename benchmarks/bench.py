"""How fast, how large: each stage in a process of its own on one core, rounds in turn, medians."""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from corpus import texts, write
from figures import Tables, as_markdown, compared, joined
from plan import STAGES, Corpora, Row, plan
from portrait import SAMPLE, as_table, portrait, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clock import Result

ROUNDS: Final = 5
SMALLEST: Final = 0.06  # million characters of a corpus, so that something is left behind its warm start
PEERS: Final = ("ahocorasick-rs", "quantulum3", "spacy", "sentencex")


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
            *(sys.executable, __file__, "--one", row.stage, "--path", str(row.path)),
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


def machine() -> str:
    """Return what the figures were measured on, in one line."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line for line in cpuinfo.read_text().splitlines() if line.startswith("model name")]
        model = names[0].partition(": ")[2] if names else model
    versions = []
    for name in PEERS:
        try:
            versions.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {model}, {os.cpu_count()} cores; {', '.join(versions)}"


def _commit() -> str:
    ran = subprocess.run(
        ["git", "describe", "--always", "--dirty"],  # noqa: S607 - whichever git there is
        check=False,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent,
    )
    return ran.stdout.strip()


def _corpora(folder: Path, megabytes: float, whole: float) -> Corpora:
    ordinary, dense = Path(folder, "ordinary.jsonl"), Path(folder, "dense.jsonl")
    write(ordinary, "ordinary", megabytes)
    write(dense, "dense", max(megabytes / 4, SMALLEST))
    growing = []
    for size in (whole / 4, whole / 2, whole):
        growing.append(Path(folder, f"{size:.3g} MB.jsonl"))
        write(growing[-1], "ordinary", size, seed=1)
    return Corpora(ordinary, dense, tuple(growing))


def _portraits(corpora: Corpora) -> dict[str, dict[str, float]]:
    return {
        path.stem: {**portrait(texts(path, SAMPLE)), "sentences that stood before": repeated(texts(path))}
        for path in (corpora.ordinary, corpora.dense)
    }


def run(given: argparse.Namespace) -> dict[str, Any]:
    """Make the corpora, measure, and return everything that is known; --json is written after each round."""
    started = time.time()
    found: dict[str, Any] = {
        "machine": machine(),
        "commit": _commit(),
        "settings": {name: value for name, value in vars(given).items() if isinstance(value, int | float)},
    }
    with tempfile.TemporaryDirectory() as folder:
        corpora = _corpora(Path(folder), given.megabytes, given.whole)
        found["corpora"] = _portraits(corpora)
        rows = list(plan(corpora, given.seconds, given.megabytes, large=given.large))
        wanted = [
            row
            for row in rows
            if given.only.lower() in f"{row.table} {row.name}".lower() and not (row.peer and given.no_peers)
        ]
        for tables in measured(wanted, given.rounds, here=given.here):
            found |= {"tables": tables, "minutes": (time.time() - started) / 60}
            if given.json:
                given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return found


def main() -> None:
    """Measure and print, or run one stage for the process that measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--megabytes", type=float, default=8, help="of ordinary news; dense text is a quarter (default 8)"
    )
    parser.add_argument("--whole", type=float, default=2, help="megabytes for whole commands (default 2)")
    parser.add_argument(
        "--seconds",
        type=float,
        default=1.0,
        help="of processor time in a round of a stage (default 1); 0 takes the whole corpus",
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--large", action="store_true", help="10^5 and 10^6 claims as well")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--only", default="", help="rows whose table or name holds this")
    parser.add_argument("--json", type=Path, help="write all figures here")
    parser.add_argument("--compare", type=Path, help="an earlier --json to hold the figures against")
    parser.add_argument(
        "--here", action="store_true", help="all stages in one process: to try, not to measure"
    )
    parser.add_argument("--one", choices=sorted(STAGES), help=argparse.SUPPRESS)
    parser.add_argument("--path", type=Path, default=Path(), help=argparse.SUPPRESS)
    parser.add_argument("--size", type=int, default=0, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(one(given.one, given.path, given.size, given.seconds)))
        return
    found = run(given)
    print(as_table(found["corpora"]))
    print(as_markdown(found["tables"]))
    if given.compare:
        print(compared(found["tables"], json.loads(given.compare.read_text(encoding="utf-8"))["tables"]))
    print(f"\n{found['machine']}; commit {found['commit']}; {found['minutes']:.0f} minutes")


if __name__ == "__main__":
    main()
