"""A draft: a claim as its sentence words it, with what the rest of the story may still change."""

from __future__ import annotations

from dataclasses import dataclass, replace

from atodds.model.claim import Claim, Part
from atodds.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Draft:
    """
    A claim on its way: `trigger` is the phrase that found it.

    `undecided` marks verbs that leave open whether the victims died ("shot"), `figure` a toll named as such.
    `definite` is "the three victims" or "the next two", `others` "two others", `more` "another two";
    `apart` counts whoever did it.
    `led_by` is whether the same sentence gave another measure before ("killing 12 and injuring 30 others").
    `of` is the number a list member shares with its list, 0 for none; `complete` says that the list holds
    nothing but counted members; a `silent` member counts for its sum alone. `perhaps` is why the figure may
    be of another time.
    """

    claim: Claim
    trigger: str
    undecided: bool = False
    figure: bool = False
    definite: bool = False
    others: bool = False
    more: bool = False
    apart: bool = False
    led_by: bool = False
    of: int = 0
    complete: bool = False
    silent: bool = False
    perhaps: str = ""

    @property
    def value(self) -> Quantity:
        """Return the figure; drafts are made of figures only."""
        value = self.claim.value
        if not isinstance(value, Quantity):
            raise TypeError(f"{type(value).__name__} is no figure")
        return value

    @property
    def counts(self) -> bool:
        """Say whether the claim is asserted about the event itself."""
        return self.claim.asserted and self.claim.part is not Part.BACKGROUND

    @property
    def is_total(self) -> bool:
        """Say whether the claim still stands as a total."""
        return self.counts and self.claim.part is Part.TOTAL

    @property
    def least(self) -> float:
        """Return the smallest number the wording allows."""
        return self.claim.allowed.low or 0

    def turned(self, part: Part, reason: str) -> Draft:
        """Return the draft with its claim turned into a part, an addition or background."""
        return replace(self, claim=replace(self.claim, part=part, reason=reason))

    def set_aside(self, reason: str) -> Draft:
        """Return the draft with its claim no longer asserted."""
        return replace(self, claim=replace(self.claim, asserted=False, reason=reason))
