"""An expectation: what the articles of an event should say, in the words of a facts file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from atodds.extract.quantities import find_quantities
from atodds.model.claim import Choice, DateValue, Name, Part
from atodds.model.interval import Interval
from atodds.model.quantity import Quantity
from atodds.report.words import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atodds.model.claim import Claim

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Expectation:
    """
    What every claim of a rule should agree with.

    `words` are as the file has them. `interval` is what they allow, None where they are no number;
    `unknown` expects that no article says anything.
    """

    rule: str
    words: str
    interval: Interval | None = None
    unknown: bool = False

    @classmethod
    def parse(cls, rule: str, words: str) -> Expectation:
        """Read "at least 160", ">= 160", "[150, 170]", "unknown", a name, a category or an ISO date."""
        if words.casefold() == UNKNOWN:
            return cls(rule, words, unknown=True)
        try:
            return cls(rule, words, Interval.parse(words))
        except ValueError:
            found = find_quantities(words)
        return cls(rule, words, found[0].allowed if len(found) == 1 else None)

    def met_by(self, claim: Claim) -> bool:
        """Say whether a claim may be true together with the expectation."""
        if self.unknown:
            return False
        value = claim.value
        if isinstance(value, Quantity):
            return self.interval is not None and value.allowed.meets(self.interval)
        if isinstance(value, DateValue):
            return _holds(value, self.words)
        said = {claim.words}
        if isinstance(value, Choice):
            said.add(value.category)
        if isinstance(value, Name):
            said.add(value.identity)
        return self.words.casefold() in {words.casefold() for words in said}

    def broken(self, claims: Iterable[Claim]) -> list[str]:
        """Return one line for each claim that cannot be true together with the expectation."""
        stated = [claim for claim in claims if claim.asserted and claim.part is Part.TOTAL]
        if not stated and not self.unknown:
            return [f"{self.rule}: {self.words} is expected, and no article says"]
        return [
            f"{self.rule}: {self.words} is expected, and {claim.article} ({claim.evidence.place}) "
            f"says {printable(claim.words)}"
            for claim in stated
            if not self.met_by(claim)
        ]


def _holds(value: DateValue, words: str) -> bool:
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return words.casefold() == value.words.casefold()
    return (value.first is None or value.first <= day) and (value.last is None or day <= value.last)
