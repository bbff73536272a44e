"""Claims of the rules that count nobody: dates, lengths, sums and measures, ages, choices and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.extract.ages import ages
from atodds.extract.choices import choices
from atodds.extract.dates import dates
from atodds.extract.durations import durations
from atodds.extract.ear import ears_of
from atodds.extract.measures import measures
from atodds.extract.names import names
from atodds.rulebook.rule import Kind, QuantityRule, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Set

    from atodds.extract.clause.claim import Spot
    from atodds.extract.ear import Ear
    from atodds.model.claim import Claim
    from atodds.rulebook.book import Rulebook

_READERS: dict[Kind, Callable[[Spot, Ear], list[Claim]]] = {
    Kind.QUANTITY: measures,
    Kind.DATE: dates,
    Kind.DURATION: durations,
    Kind.CHOICE: choices,
    Kind.NAME: names,
}


def listen(spot: Spot, rulebook: Rulebook, owners: Set[int]) -> list[Claim]:
    """
    Return the claims of a sentence for the rules that count neither people nor things.

    `owners` are the places of their ears in `ears_of`. Set-aside claims are among them, with their reason.
    """
    ears = ears_of(rulebook)
    return [claim for owner in sorted(owners) if owner >= 0 for claim in _read(spot, ears[owner])]


def _read(spot: Spot, ear: Ear) -> list[Claim]:
    rule = ear.rule
    if isinstance(rule, QuantityRule) and rule.find.unit is Unit.AGE:
        return ages(spot, ear)
    return _READERS[rule.kind](spot, ear)
