"""Claims of many articles, batch by batch, in one process or several; what is finished is kept at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atodds.model.finding import Problem
from atodds.store.codec import claims_to_json
from atodds.store.ledger import key_of
from atodds.store.reading import Keyed, read_batch
from atodds.store.worker import serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from atodds.model.article import Article
    from atodds.model.claim import Claim
    from atodds.rulebook.book import Rulebook
    from atodds.store.ledger import Ledger

_CHARACTERS: Final = 400_000  # of a batch; half a second's work or less, which is what a kill can cost
_ARTICLES: Final = 500
_AHEAD: Final = 2  # batches that wait for each process, so that memory does not grow with the corpus

Found = tuple[str, str, str, Sequence[Problem]]
"""An article's key, its claims as JSON, what cost it, "" for nothing, and what it lost of its claims."""

_rulebook: Rulebook


@dataclass(slots=True)
class Tally:
    """How many articles a run asked for, how many of them it had known before, and how many it lost."""

    articles: int = 0
    known: int = 0
    lost: int = 0


def extract(  # noqa: PLR0913 - what goes in, and how
    articles: Iterable[Article],
    rulebook: Rulebook,
    ledger: Ledger,
    *,
    jobs: int = 1,
    tell: Callable[[Problem], None],
    note: Callable[[Article, str], None],
) -> Tally:
    """
    Put the claims of all articles in the ledger; those it knows are not read again.

    Each article goes to `note` with its key, in order. One that breaks the reading, or kills its process,
    goes to `tell` and costs no other. After an interrupt the ledger holds every batch that was finished.
    """
    tally = Tally()
    names: dict[str, tuple[str, str]] = {}  # key -> path and id, of the articles under way

    def new() -> Iterator[Keyed]:
        for article in articles:
            tally.articles += 1
            key = key_of(article, rulebook)
            note(article, key)
            if ledger.holds(key):
                tally.known += 1
            elif key not in names:
                names[key] = article.path, article.id
                yield Keyed(key, article)

    for found in _read_all(_batches(new()), rulebook, jobs):
        ledger.keep([(key, claims) for key, claims, fault, lost in found if not fault and not lost])
        if partly := [(key, claims) for key, claims, fault, lost in found if not fault and lost]:
            ledger.keep(partly, whole=False)
        for key, _, fault, problems in found:
            path, article_id = names.pop(key)
            for problem in problems:
                tell(problem)
            if fault:
                tally.lost += 1
                tell(Problem(path, f"{article_id}: {fault}; the article is left out"))
    return tally


def _batches(articles: Iterable[Keyed]) -> Iterator[list[Keyed]]:
    batch: list[Keyed] = []
    size = 0
    for keyed in articles:
        batch.append(keyed)
        size += len(keyed.article.text)
        if size >= _CHARACTERS or len(batch) >= _ARTICLES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _read_all(batches: Iterable[list[Keyed]], rulebook: Rulebook, jobs: int) -> Iterator[list[Found]]:
    if jobs == 1:
        for batch in batches:
            yield _found(batch, rulebook)
        return
    waiting: deque[list[Keyed]] = deque()
    rest = iter(batches)
    while True:
        futures: deque[Future[list[Found]]] = deque()
        with _pool(jobs, rulebook) as pool:
            try:
                for batch in rest:
                    waiting.append(batch)
                    futures.append(pool.submit(_read, batch))
                    if len(waiting) > jobs * _AHEAD:
                        yield futures.popleft().result()
                        waiting.popleft()
                while futures:
                    yield futures.popleft().result()
                    waiting.popleft()
            except BrokenProcessPool:
                pass
            else:
                return
        # A process was killed, and nobody knows over which article; those under way are read one by one.
        for batch in waiting:
            yield from ([_alone(keyed, rulebook)] for keyed in batch)
        waiting.clear()


def _alone(keyed: Keyed, rulebook: Rulebook) -> Found:
    """Read an article in a process of its own."""
    try:
        with _pool(1, rulebook) as pool:
            return pool.submit(_read, [keyed]).result()[0]
    except BrokenProcessPool:
        return keyed.key, "", "the process that read it was killed", ()


@contextmanager
def _pool(jobs: int, rulebook: Rulebook) -> Iterator[ProcessPoolExecutor]:
    pool = ProcessPoolExecutor(jobs, initializer=_begin, initargs=(rulebook,))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(rulebook: Rulebook) -> None:
    global _rulebook  # noqa: PLW0603 - a process gets the rulebook once, not with each batch
    _rulebook = rulebook
    serve()


def _read(batch: list[Keyed]) -> list[Found]:
    return _found(batch, _rulebook)


def _found(batch: list[Keyed], rulebook: Rulebook) -> list[Found]:
    return [
        (one.keyed.key, one.made or "", one.fault, one.problems) for one in read_batch(batch, rulebook, _line)
    ]


def _line(_: Keyed, claims: list[Claim]) -> str:
    return claims_to_json(claims)
