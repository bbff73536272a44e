"""A batch of articles in, their claims out: the one function that every process reads with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from atodds.extract.claims import claims_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from atodds.model.article import Article
    from atodds.model.claim import Claim
    from atodds.rulebook.book import Rulebook

T = TypeVar("T")


class Keyed(NamedTuple):
    """An article and its key."""

    key: str
    article: Article


def read_batch(
    batch: Iterable[Keyed], rulebook: Rulebook, shape: Callable[[Keyed, list[Claim]], T]
) -> Iterator[tuple[Keyed, T | None, str]]:
    """
    Yield each article with what `shape` makes of its claims and "", or None and what went wrong.

    It is what a process of `--jobs` and a task of Spark do. Raises nothing that an article is to blame for.
    """
    for keyed in batch:
        try:
            yield keyed, shape(keyed, claims_of(keyed.article, rulebook)), ""
        except Exception as error:  # noqa: BLE001 - a mistake in atodds on one article must not cost the others
            yield keyed, None, in_one_line(error)


def in_one_line(error: Exception) -> str:
    """Return a mistake of atodds itself in words for whoever reports it."""
    words = " ".join(f"{type(error).__name__}: {error}".split())
    return f"internal error: {words}"
