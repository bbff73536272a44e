"""
Runs that end in the middle, from without: killed, interrupted, without space or folder, twice at once.

The articles come through a pipe, so that a run is in the middle for as long as a test wants it there.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, BinaryIO, cast

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")

ARTICLES = 16
FIRST = 10  # as many as it takes until two processes have finished a batch
PATIENCE = 60  # seconds
RANDOM = Random(1)  # noqa: S311 - no secret
# Long enough to be a batch each, of words that pack badly, so that a table meets a full disk as well.
ROWS = [
    json.dumps(
        {
            "id": f"a{number}",
            "event": f"e{number // 4}",
            "text": f"The fire killed {number + 2} people, police said.\n\n"
            + " ".join(f"{RANDOM.randrange(36**6):x}" for _ in range(55_000)),
        }
    )
    for number in range(ARTICLES)
]


def lines(rows: list[str]) -> bytes:
    return "".join(f"{row}\n" for row in rows).encode()


def command(out: Path, form: str, *more: str) -> list[str]:
    return [
        sys.executable,
        "-m",
        "atodds",
        "claims",
        "-",
        "--select",
        "killed",
        "--output",
        f"{form}={out}",
        *more,
    ]


def whole(out: Path, form: str, *more: str) -> str:
    """Run to the end, and return what was said."""
    result = subprocess.run(  # noqa: S603 - our own command
        command(out, form, *more), input=lines(ROWS), capture_output=True, check=True, timeout=300
    )
    return result.stderr.decode()


@contextmanager
def under_way(out: Path, form: str, *more: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start a run and hold it where some articles are kept and more are to come."""
    partial = out.with_name(f"{out.name}.partial")
    process = subprocess.Popen(  # noqa: S603 - our own command
        command(out, form, *more), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        pipe = cast("BinaryIO", process.stdin)
        pipe.write(lines(ROWS[:FIRST]))
        pipe.flush()
        until = time.monotonic() + PATIENCE
        while not 0 < kept(partial) < ARTICLES:
            assert time.monotonic() < until, "nothing was kept"
            assert process.poll() is None, process.communicate()
            time.sleep(0.02)
        yield process
    finally:
        process.kill()
        process.communicate()


def kept(partial: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{partial}?mode=ro", uri=True)) as base:
            return int(base.execute("SELECT count(*) FROM found").fetchone()[0])
    except sqlite3.Error:
        return 0


def ended(process: subprocess.Popen[bytes], rest: list[str] | None = None) -> tuple[int, str]:
    """Let a run that was held read the rest; return its exit code and what it said."""
    _, said = process.communicate(lines(ROWS[FIRST:] if rest is None else rest), timeout=300)
    return process.returncode, said.decode()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("undisturbed")
    for form in ("parquet", "jsonl"):
        assert whole(folder / f"claims.{form}", form).endswith(f"{ARTICLES} read\n")
    return folder


def assert_same(folder: Path, undisturbed: Path, form: str) -> None:
    """Compare every byte of every file, and that no other file is left."""
    names = ["claims.articles.parquet", "claims.parquet"] if form == "parquet" else ["claims.jsonl"]

    assert sorted(file.name for file in folder.iterdir()) == names
    for name in names:
        assert (folder / name).read_bytes() == (undisturbed / name).read_bytes()


def skipped(said: str) -> int:
    (line,) = said.splitlines()
    return int(line.rpartition(" read, ")[2].split()[0])


@pytest.mark.parametrize(("form", "jobs"), [("parquet", "1"), ("parquet", "2"), ("jsonl", "1")])
@pytest.mark.parametrize("fatal", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT], ids=lambda one: one.name)
def test_a_run_that_was_stopped_goes_on(
    tmp_path: Path, undisturbed: Path, form: str, jobs: str, fatal: signal.Signals
) -> None:
    out = tmp_path / f"claims.{form}"
    with under_way(out, form, "--jobs", jobs) as process:
        process.send_signal(fatal)
        code, said = ended(process, rest=[])

    assert not out.exists()
    if fatal is signal.SIGKILL:
        assert (code, said) == (-signal.SIGKILL, "")
    else:
        assert (code, said) == (130, "interrupted; the same command goes on where this one stopped\n")
    assert skipped(whole(out, form, "--jobs", jobs)) >= 1
    assert_same(tmp_path, undisturbed, form)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes as Linux shows them")
@pytest.mark.parametrize("fatal", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT], ids=lambda one: one.name)
def test_no_process_outlives_its_run(tmp_path: Path, fatal: signal.Signals) -> None:
    with under_way(tmp_path / "claims.jsonl", "jsonl", "--jobs", "2") as process:
        workers = children(process.pid)
        process.send_signal(fatal)
        process.wait(PATIENCE)

    assert len(workers) >= 2
    until = time.monotonic() + PATIENCE
    while alive := [worker for worker in workers if state(worker) not in ("", "Z")]:
        assert time.monotonic() < until, alive
        time.sleep(0.05)


def children(parent: int) -> list[int]:
    found = (int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit())
    return [one for one in found if fields(one)[1:2] == [str(parent)]]


def state(process: int) -> str:
    return (fields(process) or [""])[0]


def fields(process: int) -> list[str]:
    """Return what Linux says of a process, from its state and its parent on."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return []


@pytest.mark.parametrize(("form", "kilobytes"), [("parquet", 60), ("parquet", 2_000), ("jsonl", 60)])
def test_a_disk_without_space_is_one_line_and_the_next_run_goes_on(
    tmp_path: Path, undisturbed: Path, form: str, kilobytes: int
) -> None:
    """No file may grow beyond a limit: SQLite, Parquet and JSON lines meet it at different places."""
    out = tmp_path / f"claims.{form}"
    limited = ["sh", "-c", f'ulimit -f {kilobytes * 2}; exec "$@"', "sh", *command(out, form)]
    result = subprocess.run(  # noqa: S603 - our own command
        limited, input=lines(ROWS), capture_output=True, check=False, timeout=300
    )
    said = result.stderr.decode()

    assert result.returncode == 2, said
    assert said.count("\n") == 1
    assert said.startswith((f"atodds: error: {tmp_path}", f"atodds: error: cannot write {tmp_path}"))
    assert not out.exists()
    before = kept(out.with_name(f"{out.name}.partial"))
    assert before > 0
    assert skipped(whole(out, form)) == before
    assert_same(tmp_path, undisturbed, form)


def test_a_folder_that_vanishes_is_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    with under_way(folder / "claims.parquet", "parquet") as process:
        shutil.rmtree(folder)
        code, said = ended(process)

    assert code == 2
    assert said.count("\n") == 1
    assert said.startswith("atodds: error: ")
    assert str(folder) in said


@pytest.mark.parametrize("damage", ["cut", "garbage"])
def test_a_damaged_part_is_told_and_read_again(tmp_path: Path, undisturbed: Path, damage: str) -> None:
    out = tmp_path / "claims.parquet"
    with under_way(out, "parquet") as process:
        process.kill()
        ended(process, rest=[])
    partial = tmp_path / "claims.parquet.partial"
    with closing(sqlite3.connect(partial)) as base:  # which puts everything into the one file
        base.execute("PRAGMA journal_mode = DELETE")
    raw = partial.read_bytes()
    partial.write_bytes(raw[: len(raw) // 2] if damage == "cut" else b"garbage" * 1000)

    told, *rest = whole(out, "parquet").splitlines()

    assert told.startswith(f"{partial}: is damaged, and was put aside as claims.parquet.partial.damaged")
    assert [line.endswith(f"{ARTICLES} read") for line in rest] == [True]
    (tmp_path / "claims.parquet.partial.damaged").unlink()
    assert_same(tmp_path, undisturbed, "parquet")


def test_a_second_run_on_the_same_file_is_refused_and_the_first_is_not_disturbed(
    tmp_path: Path, undisturbed: Path
) -> None:
    out = tmp_path / "claims.parquet"
    with under_way(out, "parquet") as process:
        second = subprocess.run(  # noqa: S603 - our own command
            command(out, "parquet"), input=lines(ROWS), capture_output=True, check=False, timeout=300
        )
        code, said = ended(process)

    assert second.returncode == 2
    assert second.stderr.decode() == f"atodds: error: {out}: another run is writing it; wait for its end\n"
    assert (code, said.endswith(f"{ARTICLES} read\n")) == (0, True)
    assert_same(tmp_path, undisturbed, "parquet")


def test_a_journal_that_was_cut_costs_the_last_articles_only(tmp_path: Path, undisturbed: Path) -> None:
    out = tmp_path / "claims.parquet"
    with under_way(out, "parquet") as process:
        process.kill()
        ended(process, rest=[])
    journal = tmp_path / "claims.parquet.partial-wal"
    os.truncate(journal, journal.stat().st_size - 100)

    (line,) = whole(out, "parquet").splitlines()

    assert line.startswith(f"{ARTICLES} claims of {ARTICLES} articles: ")
    assert_same(tmp_path, undisturbed, "parquet")
