"""Progress of a long run, on a terminal and nowhere else: articles read, their rate and the time left."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_LONG = 2.0  # seconds; a shorter run shows nothing


class Meter:
    """
    Counts articles as they are read; a context manager that clears its line when the run ends.

    It stays silent in a pipe, in a short run, and where rich (extra `atodds[progress]`) is not installed.
    """

    def __init__(self, *, terminal: bool | None = None) -> None:
        self._terminal = sys.stderr.isatty() if terminal is None else terminal
        self._began = time.monotonic()
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, done: int, total: int) -> None:
        """Show that `done` of `total` articles have been read."""
        if not self._terminal or (self._bar is None and time.monotonic() - self._began < _LONG):
            return
        if self._bar is None:
            self._bar = _bar()
            if self._bar is None:
                self._terminal = False
                return
            self._bar.start()
            self._task = self._bar.add_task("articles", total=total)
        if self._task is not None:
            self._bar.update(self._task, completed=done, total=total)


def _bar() -> Progress | None:
    try:
        from rich.console import Console  # noqa: PLC0415 - heavy, and of use on a terminal only
        from rich.progress import (  # noqa: PLC0415
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TaskProgressColumn,
            TextColumn,
            TimeRemainingColumn,
        )
    except ImportError:
        return None
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TaskProgressColumn(show_speed=True),
        TimeRemainingColumn(),
        console=Console(stderr=True, force_terminal=True),
        transient=True,
    )
