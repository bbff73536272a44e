"""One run at a time writes a file: the second is refused, and a run that was killed leaves nothing behind."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from atodds.errors import AtoddsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def only_run(path: Path) -> Iterator[None]:
    """
    Hold a file for this run alone; raises AtoddsError if another run holds it or its folder is not writable.

    The lock is SQLite's on an empty file beside it: it works on every system, and ends with the process.
    """
    lock = path.with_name(f"{path.name}.lock")
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(lock, timeout=0, isolation_level=None)
    except (sqlite3.Error, OSError) as error:
        raise AtoddsError(f"{path}: cannot be written: {error}") from error
    try:
        try:
            base.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            busy = error.sqlite_errorcode == sqlite3.SQLITE_BUSY
            reason = "another run is writing it; wait for its end" if busy else f"cannot be written: {error}"
            raise AtoddsError(f"{path}: {reason}") from error
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)
    finally:
        base.close()
