"""The clock of all stages: work over texts or articles until its budget is spent, and what it found."""

from __future__ import annotations

import gc
from itertools import islice
from time import process_time
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

T = TypeVar("T")
Result = dict[str, float | str]
"""Figures of one stage in one round by unit; the first is its speed. "skipped" has a reason instead."""

WARM: Final = 12  # pieces of work done before the clock starts: lexicons are loaded once per process
BATCH: Final = 8  # pieces of work between two looks at the clock


def over(
    pieces: Iterable[T],
    size: Callable[[T], int],
    work: Callable[[Sequence[T]], dict[str, int]],
    seconds: float,
) -> Result:
    """
    Do work on pieces, batch by batch, for so many seconds of processor time; 0 does all of them.

    `size` are the characters of a piece; `work` says how much of what it found in a batch. Pieces are made
    off the clock and forgotten after their batch, so that peak memory shows what the work itself holds.
    Returns MB/s and what was found for each MB; raises ValueError if there were no pieces but the first.
    """
    source = iter(pieces)
    work(list(islice(source, WARM)))
    gc.collect()
    spent = 0.0
    done = 0
    found: dict[str, int] = {}
    while batch := list(islice(source, BATCH)):
        start = process_time()
        new = work(batch)
        spent += process_time() - start
        done += sum(map(size, batch))
        for name, number in new.items():
            found[name] = found.get(name, 0) + number
        if seconds and spent >= seconds:
            break
    if not done:
        raise ValueError(f"no more than {WARM} pieces of work: nothing is left to measure")
    megabytes = done / 1e6
    speed: Result = {"MB/s": megabytes / max(spent, 1e-9)}
    return speed | {f"{name}/MB": number / megabytes for name, number in found.items()}


def rate(unit: str, number: int, work: Callable[[], object]) -> Result:
    """Do a piece of work that handles so many of a unit, and return how many a second of processor time."""
    gc.collect()
    start = process_time()
    work()
    return {f"{unit}/s": number / max(process_time() - start, 1e-9)}
