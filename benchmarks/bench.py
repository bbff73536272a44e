"""How fast, how large: each stage in a process of its own on one core, rounds in turn, medians."""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path
from typing import Any, Final

import aims
import machine
from corpus import texts, write
from figures import as_markdown, compared, placed
from plan import STAGES, Corpora, plan
from portrait import SAMPLE, as_table, portrait, repeated
from running import measured, one

ROUNDS: Final = 5
SMALLEST: Final = 0.06  # million characters of a corpus, so that something is left behind its warm start


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
        "machine": machine.described(),
        "commit": machine.commit(),
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
        for number, tables in enumerate(measured(wanted, given.rounds, here=given.here), start=1):
            minutes = (time.time() - started) / 60
            found |= {"tables": tables, "rounds": number, "minutes": minutes, "load": machine.load()}
            if given.json:
                given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return found


def as_page(found: dict[str, Any]) -> str:
    """Return all tables of a run, and what it was run on."""
    load = found["load"]
    return "\n".join(
        (
            aims.as_markdown(found["tables"]),
            as_markdown(found["tables"]),
            "",
            as_table(found["corpora"]),
            "",
            f"{found['machine']}; commit {found['commit']}.",
            f"{found['rounds']} rounds in {found['minutes']:.0f} minutes; {load:.1f} processes wanted a core",
        )
    )


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
    found = json.loads(given.again.read_text(encoding="utf-8")) if given.again else run(given)
    page = as_page(found)
    print(page)
    if given.page:
        text = placed(given.page.read_text(encoding="utf-8"), page)
        given.page.write_text(text, encoding="utf-8")
    if given.compare:
        print(
            f"\n{compared(found['tables'], json.loads(given.compare.read_text(encoding='utf-8'))['tables'])}"
        )


if __name__ == "__main__":
    main()
