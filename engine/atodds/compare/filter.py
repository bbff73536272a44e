"""Filter: whether the claims of one rule and event can disagree at all, found without comparing them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce
from typing import TYPE_CHECKING, Final

from atodds.compare.numbers import allowed, implied
from atodds.compare.parts import says_alone, speaks_of_the_whole
from atodds.compare.populations import EVERYONE
from atodds.compare.subjects import counts, scope_of, tells_people_apart, tells_whose
from atodds.compare.tellings import is_short
from atodds.model.claim import Choice, DateValue, Name, Part
from atodds.model.quantity import Quantity
from atodds.rulebook.rule import ChoiceRule, NameRule, QuoteRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from atodds.model.claim import Claim
    from atodds.rulebook.rule import DateRule, DurationRule, QuantityRule, Rule

    FigureRule = QuantityRule | DurationRule | DateRule

FIGURES: Final = "figures"
PARTS: Final = "parts"
PLACES: Final = "places"
Matter = tuple[str, str]
"""
What figures are held against each other for: figures of one population, currency or person; parts of one
article against their total; one town against the country.
"""

_INFINITE: Final = float("inf")
SLACK: Final = 1e-9  # of a sum: as many times the largest part may round to less than the parts added up
_ENOUGH: Final = 2  # different answers by which a disagreement is possible


@dataclass(frozen=True, slots=True)
class Bounds:
    """The highest floor and the lowest ceiling of some figures, and how many parts may be added up."""

    floor: float = -_INFINITE
    ceiling: float = _INFINITE
    parts: int = 0

    def joined(self, other: Bounds) -> Bounds:
        """Return the bounds of the figures of both."""
        return Bounds(
            max(self.floor, other.floor), min(self.ceiling, other.ceiling), self.parts + other.parts
        )

    @property
    def cross(self) -> bool:
        """Say whether some figure, or so many parts, may lie above what another allows."""
        if self.floor > self.ceiling:
            return True
        return self.parts > 1 and self.floor * self.parts * (1 + SLACK) > self.ceiling


@dataclass(frozen=True, slots=True)
class Spread:
    """
    How far claims of one rule and event lie apart: enough to say that they cannot disagree.

    `bounds` are those of figures, by what they are held against each other for. `answers` are the first two,
    in order of letters, of the categories or names that are given, or of the articles that quote. Spreads may
    be joined in any order and nesting, and the empty one changes nothing: claims can be gathered batch by
    batch, or on several machines.
    """

    bounds: Mapping[Matter, Bounds] = field(default_factory=dict)
    answers: frozenset[str] = frozenset()

    def joined(self, other: Spread) -> Spread:
        """Return the spread of the claims of both."""
        bounds = dict(self.bounds)
        for matter, own in other.bounds.items():
            bounds[matter] = bounds[matter].joined(own) if matter in bounds else own
        return Spread(bounds, frozenset(sorted(self.answers | other.answers)[:_ENOUGH]))

    @property
    def may_disagree(self) -> bool:
        """
        Say whether comparing the claims could come to anything but agreement, one voice or silence.

        True promises nothing. False is certain: no conflict, tension or update among these claims, however
        they are put to events and happenings.
        """
        return len(self.answers) >= _ENOUGH or any(bounds.cross for bounds in self.bounds.values())


def spread_of(rule: Rule, claim: Claim) -> Spread:
    """Return the spread of one claim of a rule; empty if nothing is compared with it."""
    if isinstance(rule, QuoteRule):
        return Spread(answers=frozenset({claim.article} if claim.asserted else ()))
    if isinstance(rule, ChoiceRule | NameRule):
        said = claim.asserted and isinstance(claim.value, Choice | Name)
        return Spread(answers=frozenset({answer_of(claim)} if said else ()))
    if not isinstance(claim.value, Quantity | DateValue):
        return Spread()
    return Spread(_counted(rule, claim) if counts(rule) else _measured(rule, claim))


def may_disagree(rule: Rule, claims: Iterable[Claim]) -> bool:
    """Say whether the claims of one rule and event can disagree; see `Spread.may_disagree`."""
    return reduce(Spread.joined, (spread_of(rule, claim) for claim in claims), Spread()).may_disagree


def answer_of(claim: Claim) -> str:
    """Return what a claim of a category or name is told apart by: one name in two spellings is two."""
    return claim.value.category if isinstance(claim.value, Choice) else claim.words


def _measured(rule: FigureRule, claim: Claim) -> dict[Matter, Bounds]:
    """Return the bounds of a day, a length or a sum: all that one question is answered by."""
    if not claim.asserted or claim.part is Part.BACKGROUND:
        return {}
    return {(FIGURES, claim.counted if tells_whose(rule) else ""): _bounds(claim)}


def _counted(rule: FigureRule, claim: Claim) -> dict[Matter, Bounds]:
    """Return the bounds of a figure of people or things, as a total and as a part of one."""
    found: dict[Matter, Bounds] = {}
    own = _bounds(claim)
    scope = scope_of(claim) if tells_people_apart(rule) else EVERYONE
    if is_short(claim):
        return {(FIGURES, scope): own}
    if not claim.asserted or claim.part not in (Part.TOTAL, Part.PART):
        return {}
    if claim.part is Part.TOTAL:
        found[FIGURES, scope] = own
        found[PARTS, claim.article] = Bounds(ceiling=own.ceiling)
    else:
        found[PARTS, claim.article] = Bounds(floor=own.floor, parts=1)
        if scope != EVERYONE:
            found[FIGURES, scope] = own
    alone, whole = says_alone(claim), claim.part is Part.TOTAL and speaks_of_the_whole(claim)
    if alone or whole:
        found[PLACES, ""] = Bounds(own.floor if alone else -_INFINITE, own.ceiling if whole else _INFINITE)
    return found


def _bounds(claim: Claim) -> Bounds:
    """Return the narrower of what a claim allows and what a reader takes from it, on either side."""
    readings = (allowed(claim), implied(claim))
    return Bounds(
        max(-_INFINITE if one.low is None else one.low for one in readings),
        min(_INFINITE if one.high is None else one.high for one in readings),
    )
