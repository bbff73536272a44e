"""A claim: one assertion of a measure by one article, with all that it is bound to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from atodds.model.quantity import Hedge, Quantity
from atodds.model.quote import Quote

if TYPE_CHECKING:
    from datetime import date

    from atodds.model.article import Section
    from atodds.model.interval import Interval


class Part(StrEnum):
    """How a figure relates to the whole that a measure asks for."""

    TOTAL = "total"
    PART = "part"
    ADDED = "added"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    Where a claim stands.

    `start` and `end` are characters into the article's text; both are None where the claim stands in a
    title that the text does not carry. `sentence` is the sentence as printed, whitespace folded.
    """

    article: str
    story: int
    section: Section
    paragraph: int
    start: int | None
    end: int | None
    sentence: str

    @property
    def place(self) -> str:
        """Return the spot in words: "headline", "caption", "para 2"."""
        return f"para {self.paragraph}" if self.paragraph else str(self.section)


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as worded and the days it allows, first and last inclusive; None is unbounded."""

    words: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a rule's named categories, with the words that say so."""

    words: str
    category: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name as spelled, and the identity it stands for."""

    words: str
    identity: str


Value = Quantity | Quote | DateValue | Choice | Name


@dataclass(frozen=True, slots=True)
class Claim:
    """
    One assertion of a measure.

    `counted` is the counted noun phrase as worded, lower case. `place` and `source` are as worded, "" where
    the text names none. `as_of` is the day the figure holds for. A claim with `asserted=False` was seen and
    set aside; `reason` then says why ("denied", "feared", "another event"), and it also says why a figure is
    not the total ("including", "of them").
    """

    rule: str
    value: Value
    evidence: Evidence
    counted: str = ""
    place: str = ""
    source: str = ""
    as_of: date | None = None
    part: Part = Part.TOTAL
    asserted: bool = True
    reason: str = ""
    event: str = ""

    def under(self, event: str) -> Claim:
        """Return the claim as one about an event."""
        if event == self.event:
            return self
        return Claim(  # `dataclasses.replace` takes twice as long, and every claim passes here
            self.rule,
            self.value,
            self.evidence,
            self.counted,
            self.place,
            self.source,
            self.as_of,
            self.part,
            self.asserted,
            self.reason,
            event,
        )

    @property
    def article(self) -> str:
        """Return the id of the article that makes the claim."""
        return self.evidence.article

    @property
    def words(self) -> str:
        """Return the value as worded."""
        return self.value.text if isinstance(self.value, Quote) else self.value.words

    @property
    def allowed(self) -> Interval:
        """Return the numbers the wording permits; raises TypeError for a claim that is no quantity."""
        return _quantity(self.value).allowed

    @property
    def implied(self) -> Interval:
        """Return the numbers a reader takes from the wording; raises TypeError as `allowed` does."""
        return _quantity(self.value).implied

    @property
    def hedge(self) -> Hedge | None:
        """Return the hedge of a quantity, None for other kinds."""
        return self.value.hedge if isinstance(self.value, Quantity) else None


def _quantity(value: Value) -> Quantity:
    if not isinstance(value, Quantity):
        raise TypeError(f"{type(value).__name__} has no interval")
    return value
