"""A rulebook on its way to the workers, which need not have its files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from atodds.errors import AtoddsError
from atodds.rulebook.book import Rulebook
from atodds.rulebook.codec import rule_from_json, rule_to_json
from atodds.rulebook.load import load_rulebook

if TYPE_CHECKING:
    from typing import Self


@dataclass(frozen=True, slots=True)
class Shipment:
    """Rules as text, the words of a rule folder's own lists included, and what they must come to again."""

    version: str
    fingerprint: str
    rules: str

    @classmethod
    def of(cls, rulebook: Rulebook | None) -> Self:
        """Return a rulebook, by default the shipped one, ready to be sent."""
        book = load_rulebook() if rulebook is None else rulebook
        rules = json.dumps([rule_to_json(rule) for rule in book.rules])
        return cls(version("atodds"), book.fingerprint, rules)

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
def _unpacked(rules: str) -> Rulebook:
    return Rulebook(tuple(rule_from_json(rule) for rule in json.loads(rules)))
