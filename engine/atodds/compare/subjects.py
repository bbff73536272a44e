"""Subjects: which figures of a rule are held against each other, by whom or what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atodds.compare.populations import EVERYONE, lies_within, population_of, same_victims
from atodds.model.claim import Part
from atodds.model.interval import Interval
from atodds.rulebook.rule import COUNTED, QuantityRule, Unit

if TYPE_CHECKING:
    from atodds.model.claim import Claim
    from atodds.rulebook.rule import DateRule, DurationRule

    FigureRule = QuantityRule | DurationRule | DateRule

_SAYS_WHOSE: Final = frozenset({Unit.MONEY, Unit.AGE})


def counts(rule: FigureRule) -> bool:
    """Say whether a rule counts people or things, of which a story may tell in parts."""
    return isinstance(rule, QuantityRule) and rule.find.unit in COUNTED


def tells_people_apart(rule: FigureRule) -> bool:
    """Say whether a rule counts all sorts of people; one that names its own counts them as one."""
    return isinstance(rule, QuantityRule) and rule.find.unit is Unit.PEOPLE and "$people" in rule.find.counts


def tells_whose(rule: FigureRule) -> bool:
    """Say whether a rule's claims name the currency or person that their figure belongs to."""
    return isinstance(rule, QuantityRule) and rule.find.unit in _SAYS_WHOSE


def scope_of(claim: Claim) -> str:
    """Return whom a figure counts; a lone child killed is one person killed."""
    alone = claim.part is Part.TOTAL and claim.allowed == _ONE
    return scope_of_words(claim.counted, alone=alone)


def scope_of_words(counted: str, *, alone: bool) -> str:
    """Return whom words such as "two children" count; `alone` marks a single victim."""
    population = population_of(counted)
    if same_victims(population, EVERYONE) or (alone and lies_within(population, "civilians")):
        return EVERYONE
    return population


_ONE: Final = Interval.exactly(1)
