"""Engines: what finds many literals in one pass over a folded text; two that find the same."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, Protocol

import ahocorasick_rs

from atodds.errors import AtoddsError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

VARIABLE: Final = "ATODDS_ENGINE"
Found = tuple[int, int, int]
"""The number of a literal, and the bytes where it begins and ends."""


class Engine(Protocol):
    """Finds literals, overlapping ones too, in the order in which they end."""

    def find(self, haystack: bytes) -> list[Found]:
        """Return every place of every literal."""
        ...


class AhoCorasick:
    """The engine that every installation has; `literals` are none of them empty."""

    def __init__(self, literals: Sequence[bytes]) -> None:
        self._automaton = ahocorasick_rs.BytesAhoCorasick(
            literals, implementation=ahocorasick_rs.Implementation.ContiguousNFA
        )

    def find(self, haystack: bytes) -> list[Found]:
        """Return every place of every literal."""
        found: list[Found] = self._automaton.find_matches_as_indexes(haystack, overlapping=True)
        return found


class Hyperscan:
    """The engine of the extra `hyperscan`; `literals` are none of them empty."""

    def __init__(self, literals: Sequence[bytes]) -> None:
        import hyperscan  # noqa: PLC0415 - an extra

        self._sizes = [len(literal) for literal in literals]
        self._database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
        self._database.compile(
            expressions=list(literals),
            ids=list(range(len(literals))),
            elements=len(literals),
            flags=[0] * len(literals),
            literal=True,
        )

    def find(self, haystack: bytes) -> list[Found]:
        """Return every place of every literal."""
        found: list[Found] = []
        sizes = self._sizes

        def note(number: int, _: int, end: int, *__: object) -> None:
            found.append((number, end - sizes[number], end))

        self._database.scan(haystack, match_event_handler=note)
        return found


_ENGINES: Final[dict[str, Callable[[Sequence[bytes]], Engine]]] = {
    "ahocorasick": AhoCorasick,
    "hyperscan": Hyperscan,
}


def engine(literals: Sequence[bytes]) -> Engine:
    """
    Return the engine that the environment variable ATODDS_ENGINE names, `ahocorasick` where it is not set.

    Raises AtoddsError for a name that is none, and where the extra of an engine is not installed.
    """
    name = os.environ.get(VARIABLE, "") or "ahocorasick"
    if name not in _ENGINES:
        raise AtoddsError(f"{VARIABLE}={name}: there is no such engine; there are {' and '.join(_ENGINES)}")
    try:
        return _ENGINES[name](literals)
    except ImportError as error:
        raise AtoddsError(
            f"{VARIABLE}={name} needs an extra: pip install 'atodds[{name}]' ({error})"
        ) from None
