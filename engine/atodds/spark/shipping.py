"""A rulebook on its way to the workers, which need not have its files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from atodds.errors import AtoddsError
from atodds.rulebook.book import Rulebook
from atodds.rulebook.load import load_rulebook
from atodds.rulebook.rule import Rule

if TYPE_CHECKING:
    from typing import Self


@dataclass(frozen=True, slots=True)
class Shipment:
    """Rules as text, the words of a rule folder's own lists included, and what they must come to again."""

    version: str
    fingerprint: str
    rules: bytes

    @classmethod
    def of(cls, rulebook: Rulebook | None) -> Self:
        """Return a rulebook, by default the shipped one, ready to be sent."""
        book = load_rulebook() if rulebook is None else rulebook
        return cls(version("atodds"), book.fingerprint, _adapter().dump_json(book.rules))

    def unpack(self) -> Rulebook:
        """
        Return the rulebook, made once in each process.

        Raises AtoddsError where the worker has another version of atodds, which would read other claims.
        """
        here = version("atodds")
        if here != self.version:
            raise AtoddsError(f"this worker has atodds {here}, the driver {self.version}; install the same")
        book = _unpacked(self.rules)
        if book.fingerprint != self.fingerprint:
            raise AtoddsError("the rules did not arrive at this worker as they were sent")
        return book


@cache
def _unpacked(rules: bytes) -> Rulebook:
    return Rulebook(_adapter().validate_json(rules))


@cache
def _adapter() -> TypeAdapter[tuple[Rule, ...]]:
    return TypeAdapter(tuple[Rule, ...])
