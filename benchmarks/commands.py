"""Whole commands as a user starts them: processor time, and the time that passed meanwhile."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from corpus import texts

if TYPE_CHECKING:
    from clock import Result


COMPILED: Final = Path(tempfile.gettempdir(), "atodds-bench-compiled")
IMPORT: Final = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)")
OURS: Final = ("atodds", "pydantic", "click", "yaml", "regex", "rapidfuzz", "dateutil", "tabulate")


def cold(_: Path, articles: int, __: float) -> Result:
    """Start `atodds check` on a few small articles with the shipped rules: all of the process."""
    with tempfile.TemporaryDirectory() as folder:
        _reports(Path(folder), articles)
        _run("check", folder, "--fail-on", "never")  # compiles, as the first run after an installation
        return {**_run("check", folder, "--fail-on", "never")}


def imports(_: Path, articles: int, __: float) -> Result:
    """Return how much of a cold start each library's imports take, in milliseconds of its own modules."""
    with tempfile.TemporaryDirectory() as folder:
        _reports(Path(folder), articles)
        _run("check", folder, "--fail-on", "never")
        ran = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-X", "importtime", "-m", "atodds", "check", folder, "--fail-on", "never"],
            check=True,
            capture_output=True,
            text=True,
            env=_environment(),
        )
    spent = dict.fromkeys(("ms", *OURS, "others"), 0.0)
    for micros, module in IMPORT.findall(ran.stderr):
        owner = module.partition(".")[0].removesuffix("_core").strip("_")
        spent[owner if owner in OURS else "others"] += int(micros) / 1e3
        spent["ms"] += int(micros) / 1e3
    return {**spent}


def table(path: Path, jobs: int, _: float) -> Result:
    """Write a claims table from JSON lines, reading and writing included, in so many processes."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "claims.jsonl")
        return _speed(path, jobs, "claims", str(path), "--output", f"jsonl={out}")


def check(path: Path, jobs: int, _: float) -> Result:
    """Check JSON lines from articles to findings, in so many processes."""
    return _speed(path, jobs, "check", str(path), "--fail-on", "never", "--format", "jsonl")


def _speed(path: Path, jobs: int, *arguments: str) -> Result:
    """Return the speed by processor time, of several processes by the time that passed."""
    ran = _run(*arguments, "--jobs", str(jobs))
    size = sum(map(len, texts(path))) / 1e6
    speeds: Result = {"MB/s": size / ran["s"], "MB/s elapsed": size / ran["s elapsed"]}
    if jobs > 1:
        speeds = dict(reversed(speeds.items()))
    return {**speeds, **ran}


def _reports(folder: Path, number: int) -> None:
    for place in range(number):
        text = f"The blast in the Karvo mine killed {12 + place % 2} people on Monday, police said.\n"
        Path(folder, f"a{place}.txt").write_text(text, encoding="utf-8")


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(COMPILED)}


def _run(*arguments: str) -> dict[str, float]:
    """Run a command; returns seconds of processors and elapsed, and the peak memory of any process of it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = perf_counter()
    subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "atodds", *arguments], check=True, capture_output=True, env=_environment()
    )
    elapsed = perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"s": cpu, "s elapsed": elapsed, "MB peak": after.ru_maxrss / 1024}
