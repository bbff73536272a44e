"""Check dossiers in several processes; the run is the same, byte for byte, as that of one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from atodds.check import check
from atodds.cli.progress import Meter
from atodds.model.finding import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from atodds.model.article import Article
    from atodds.model.finding import Problem
    from atodds.rulebook.book import Rulebook

BATCHES_EACH = 4
"""Batches for each process: dossiers differ in size, and a process with small ones takes the next batch."""

_rulebook: Rulebook


def check_in_processes(
    articles: Iterable[Article], rulebook: Rulebook, jobs: int, problems: Iterable[Problem]
) -> Run:
    """Return the run on articles; a dossier is one piece of work and is not divided."""
    with Meter() as meter:
        if jobs == 1:
            return check(articles, rulebook, problems=problems, watch=meter)
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - slow to import

        batches = list(_batches(articles, jobs * BATCHES_EACH))
        total = sum(map(len, batches))
        runs: list[Run] = []
        with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(rulebook,)) as pool:
            for run in pool.map(_checked, batches):
                runs.append(run)
                meter(sum(map(len, batches[: len(runs)])), total)
    # What could not be read is known when all articles are read, not to the processes.
    return Run.joined([*runs, check([], rulebook, problems=problems)])


def _batches(articles: Iterable[Article], number: int) -> Iterable[list[Article]]:
    """Cut articles, dossier by dossier in order, into batches of about the same length."""
    dossiers: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        dossiers[article.event].append(article)
    share = sum(len(one.text) for own in dossiers.values() for one in own) / number
    batch: list[Article] = []
    length = 0
    for event in sorted(dossiers):
        batch += dossiers[event]
        length += sum(len(one.text) for one in dossiers[event])
        if length >= share:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


def _begin(rulebook: Rulebook) -> None:
    from atodds.store.worker import serve  # noqa: PLC0415 - only in such a process

    global _rulebook  # noqa: PLW0603 - a process gets the rulebook once, not with each batch
    _rulebook = rulebook
    serve()


def _checked(batch: Sequence[Article]) -> Run:
    return check(batch, _rulebook)
