"""A worker that is killed while it works costs time and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from atodds.check import check
from atodds.read.articles import read_articles
from atodds.report.json_lines import as_jsonl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import ModuleType

    import pyarrow as pa
    from pyspark.sql import DataFrame

    from atodds.model.article import Article

SEED = Path(__file__).parents[2] / "seeds" / "kazakhstan-2022"
PATIENCE = 600  # seconds until a test that hangs gives up


@pytest.mark.parametrize("victim", ["executor", "python"])
def test_findings_are_the_same_though_a_worker_was_killed(
    engine: ModuleType, table: Callable[[Iterable[Article]], DataFrame], tmp_path: Path, victim: str
) -> None:
    articles = list(read_articles(SEED, on_problem=print))
    given = table(articles)
    # Every task stops at its first batch until the killing is done, so that it is done in the middle.
    claims = engine.claims(given.mapInArrow(_waiting(tmp_path, PATIENCE), given.schema))
    found = (
        engine.reconcile(claims, given, coverage=True).where("row = 'finding'").orderBy("dossier", "place")
    )

    with ThreadPoolExecutor(1) as pool:
        job = pool.submit(found.collect)
        at_work = _wait_for(lambda: sorted(tmp_path.glob("*.at-work")), 2, job)
        python, *task = at_work[0].stem.split("-")[:3]
        os.kill(int(python) if victim == "python" else _executor_of(int(python)), signal.SIGKILL)
        (tmp_path / "killed").touch()
        rows = job.result(PATIENCE)

    begun = [path.stem.split("-")[:3] for path in tmp_path.glob("*.at-work")]
    assert [other for other, *same in begun if same == task and other != python]  # the task was done again
    assert "".join(f"{row.json}\n" for row in rows) == as_jsonl(check(articles))


def _waiting(folder: Path, patience: float) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Return a function that is sent to the workers as it stands: they cannot import this file."""

    from pyspark import TaskContext  # noqa: PLC0415 - needs the extra

    def wait(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            context = TaskContext.get()
            assert context is not None
            (
                folder
                / f"{os.getpid()}-{context.stageId()}-{context.partitionId()}-{time.monotonic_ns()}.at-work"
            ).touch()
            end = time.monotonic() + patience
            while not (folder / "killed").exists():
                assert time.monotonic() < end
                time.sleep(0.02)
            yield batch

    return wait


def _wait_for(look: Callable[[], list[Path]], number: int, job: Any) -> list[Path]:  # noqa: ANN401 - a future
    end = time.monotonic() + PATIENCE
    while len(found := look()) < number:
        assert not job.done(), job.result()
        assert time.monotonic() < end
        time.sleep(0.02)
    return found


def _executor_of(python: int) -> int:
    """Return the process of the executor: it started the daemon that forked the worker."""
    return _parent(_parent(python))


def _parent(process: int) -> int:
    ask = ["ps", "-o", "ppid=", "-p", str(process)]
    out = subprocess.run(ask, capture_output=True, text=True, check=True)  # noqa: S603 - a number and no more
    return int(out.stdout)
