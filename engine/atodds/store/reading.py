"""A batch of articles in, their claims out: the one function that every process reads with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from atodds.errors import AtoddsError
from atodds.extract.claims import claims_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from atodds.model.article import Article
    from atodds.model.claim import Claim
    from atodds.model.finding import Problem
    from atodds.rulebook.book import Rulebook

T = TypeVar("T")


class Keyed(NamedTuple):
    """An article and its key."""

    key: str
    article: Article


class Reading(NamedTuple, Generic[T]):
    """
    What was made of an article's claims.

    `made` is None where a mistake cost the article; then `fault` says what, otherwise "". `problems` tell
    which claims of it are missing, and why.
    """

    keyed: Keyed
    made: T | None
    fault: str
    problems: Sequence[Problem]


def read_batch(
    batch: Iterable[Keyed], rulebook: Rulebook, shape: Callable[[Keyed, list[Claim]], T]
) -> Iterator[Reading[T]]:
    """
    Yield each article with what `shape` makes of its claims.

    It is what a process of `--jobs` and a task of Spark do. Raises nothing that an article is to blame for,
    and AtoddsError where what the user gave cannot be used, whatever the article.
    """
    for keyed in batch:
        problems: list[Problem] = []
        try:
            made = shape(keyed, claims_of(keyed.article, rulebook, problems.append))
        except AtoddsError:
            raise
        except Exception as error:  # noqa: BLE001 - a mistake in atodds on one article must not cost the others
            yield Reading(keyed, None, in_one_line(error), ())
        else:
            yield Reading(keyed, made, "", problems)


def in_one_line(error: Exception) -> str:
    """Return a mistake of atodds itself in words for whoever reports it."""
    words = " ".join(f"{type(error).__name__}: {error}".split())
    return f"internal error: {words}"
