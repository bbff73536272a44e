"""How fast, how large: each stage in a process of its own on one core, medians of interleaved rounds."""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from corpus import write
from rulebooks import rulebook

from atodds.check import reconciled
from atodds.extract.claims import claims_of
from atodds.model.article import Dossier
from atodds.read.articles import read_article, read_articles

if TYPE_CHECKING:
    from collections.abc import Callable

    from atodds.model.article import Article
    from atodds.model.claim import Claim


ROUNDS = 5
WARM = 20  # articles read before the clock starts: lexicons are loaded once per process
COMPILED = Path(tempfile.gettempdir(), "atodds-bench-compiled")
PER_GROUP = 10  # articles of an event in the reconcile stages, one claim each
Result = dict[str, float]


def read(path: Path, _: int) -> Result:
    """Read JSON lines into articles with stories and sections."""
    start = process_time()
    size = sum(len(article.text) for article in read_articles(path))
    return {"MB/s": size / 1e6 / (process_time() - start)}


def extract(path: Path, rules: int) -> Result:
    """Find all claims of articles that have been read."""
    with tempfile.TemporaryDirectory() as folder:
        book = rulebook(rules, Path(folder))
    articles = list(read_articles(path))
    for article in articles[:WARM]:
        claims_of(article, book)
    start = process_time()
    claims = sum(len(claims_of(article, book)) for article in articles[WARM:])
    seconds = process_time() - start
    size = sum(len(article.text) for article in articles[WARM:])
    return {"MB/s": size / 1e6 / seconds, "claims/s": claims / seconds}


def reconcile(_: Path, number: int) -> Result:
    """Compare that many claims, PER_GROUP of each event."""
    with tempfile.TemporaryDirectory() as folder:
        book = rulebook(8, Path(folder)).select(["killed"])
    events = ((dossier, claims) for dossier, claims in _events(number))
    reconciled(_events(PER_GROUP), book)
    start = process_time()
    run = reconciled(events, book)
    return {"claims/s": len(run.claims) / (process_time() - start), "findings": len(run.findings)}


def _events(number: int) -> list[tuple[Dossier, list[Claim]]]:
    """Return events whose articles all say how many died, most of them alike."""
    random = Random(0)
    with tempfile.TemporaryDirectory() as folder:
        book = rulebook(8, Path(folder)).select(["killed"])
    made: list[tuple[Article, list[Claim]]] = []
    for toll in range(12, 40):
        for words in (f"{toll}", f"at least {toll}", f"about {toll}"):
            text = f"The blast in the Karvo mine killed {words} people on Monday, police said."
            article = read_article(text, id="a", published=date(2031, 1, 1))
            made.append((article, claims_of(article, book)))
    events = []
    for event in range(number // PER_GROUP):
        name = f"e{event}"
        first = random.randrange(len(made))
        articles: list[Article] = []
        claims: list[Claim] = []
        for place in range(PER_GROUP):
            article, found = made[first if random.random() < 0.9 else random.randrange(len(made))]
            own = f"a{place}"
            day = date(2031, 1, 1) + timedelta(days=place % 3)
            articles.append(replace(article, id=own, event=name, outlet=f"Outlet {place}", published=day))
            claims += [replace(one, evidence=replace(one.evidence, article=own)) for one in found]
        events.append((Dossier(name, tuple(articles)), claims))
    return events


def cold(_: Path, articles: int) -> Result:
    """Start `atodds check` on a few small articles; the whole process, from the shell's view."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(articles):
            text = f"The blast in the Karvo mine killed {12 + number % 2} people on Monday, police said.\n"
            Path(folder, f"a{number}.txt").write_text(text, encoding="utf-8")
        _command("check", folder, "--fail-on", "never")  # compiles, as the first run after an installation
        return _command("check", folder, "--fail-on", "never")


def table(path: Path, jobs: int) -> Result:
    """Write a claims table from JSON lines, reading and writing included."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "claims.parquet")
        result = _command("claims", str(path), "--output", f"parquet={out}", "--jobs", str(jobs))
        result["MB/s"] = path.stat().st_size / 1e6 / result.pop("seconds")
        return result


def _command(*arguments: str) -> Result:
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(COMPILED)}
    start = perf_counter()
    subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "atodds", *arguments],
        check=True,
        capture_output=True,
        env=os.environ | compiled,
    )
    seconds = perf_counter() - start
    return {"seconds": seconds, "MB peak": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024}


STAGES: dict[str, Callable[[Path, int], Result]] = {
    "read": read,
    "extract": extract,
    "reconcile": reconcile,
    "cold": cold,
    "table": table,
}


def plan(ordinary: Path, dense: Path, half: Path, *, large: bool) -> list[tuple[str, str, Path, int]]:
    """Return the rows of the table: what, stage, corpus and size."""
    rows = [
        ("read JSONL", "read", ordinary, 0),
        ("claims, ordinary news, 8 rules", "extract", ordinary, 8),
        ("claims, ordinary news, shipped rules", "extract", ordinary, 9),
        ("claims, ordinary news, 300 rules", "extract", ordinary, 300),
        ("claims, ordinary news, 1,000 rules", "extract", ordinary, 1000),
        ("claims, dense text, 8 rules", "extract", dense, 8),
        ("claims, dense text, shipped rules", "extract", dense, 9),
        ("reconcile 10^4 claims", "reconcile", ordinary, 10_000),
        ("reconcile 10^5 claims", "reconcile", ordinary, 100_000),
        ("cold `atodds check`, 10 articles", "cold", ordinary, 10),
        ("claims table, 1 process, half the corpus", "table", half, 1),
        ("claims table, 1 process", "table", ordinary, 1),
        ("claims table, 2 processes", "table", ordinary, 2),
    ]
    if large:
        rows.insert(9, ("reconcile 10^6 claims", "reconcile", ordinary, 1_000_000))
    return rows


def one(stage: str, path: Path, size: int) -> None:
    """Run one stage in this process and print its figures as JSON."""
    result = STAGES[stage](path, size)
    result.setdefault("MB peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(json.dumps(result))


def measured(rows: list[tuple[str, str, Path, int]], rounds: int) -> dict[str, dict[str, list[float]]]:
    """Run all stages, round by round, each in a process of its own; stages in one process on one core."""
    core = min(os.sched_getaffinity(0))
    found: defaultdict[str, defaultdict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for number in range(rounds):
        for name, stage, path, size in rows:
            print(f"round {number + 1}: {name}", file=sys.stderr)
            several = stage == "table" and size > 1
            ran = subprocess.run(  # noqa: S603 - this file
                [sys.executable, __file__, "--one", stage, "--path", str(path), "--size", str(size)],
                check=True,
                capture_output=True,
                text=True,
                preexec_fn=None if several else lambda: os.sched_setaffinity(0, {core}),
            )
            for measure, value in json.loads(ran.stdout).items():
                found[name][measure].append(value)
    return {name: dict(figures) for name, figures in found.items()}


def as_table(found: dict[str, dict[str, list[float]]]) -> str:
    """Return the medians as a Markdown table, the range of the rounds behind the speed."""
    lines = ["| stage | median | rounds | peak memory |", "|---|---|---|---|"]
    for name, figures in found.items():
        measure = next(one for one in figures if one != "MB peak")
        values = figures[measure]
        unit = "s" if measure == "seconds" else measure
        lines.append(
            f"| {name} | {_shown(median(values))} {unit} | {_shown(min(values))} to {_shown(max(values))} "
            f"| {median(figures['MB peak']):.0f} MB |"
        )
    return "\n".join(lines)


def _shown(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def main() -> None:
    """Make the corpora, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--megabytes", type=float, default=4, help="of ordinary news; dense text is a quarter"
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--large", action="store_true", help="10^6 claims as well: 5 GB of memory")
    parser.add_argument("--one", choices=sorted(STAGES))
    parser.add_argument("--path", type=Path, default=Path())
    parser.add_argument("--size", type=int, default=0)
    given = parser.parse_args()
    if given.one:
        one(given.one, given.path, given.size)
        return
    with tempfile.TemporaryDirectory() as folder:
        ordinary, dense, half = (Path(folder, f"{name}.jsonl") for name in ("ordinary", "dense", "half"))
        write(ordinary, "ordinary", given.megabytes)
        write(dense, "dense", given.megabytes / 4)
        write(half, "ordinary", given.megabytes / 2)
        rows = plan(ordinary, dense, half, large=given.large)
        print(as_table(measured(rows, given.rounds)))
    print(f"\nPython {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
