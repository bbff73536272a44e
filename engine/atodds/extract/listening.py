"""Claims of the rules that count nobody: dates, lengths, sums and measures, ages, choices and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.extract import choices
from atodds.extract.ages import ages
from atodds.extract.dates import dates
from atodds.extract.durations import durations
from atodds.extract.ear import ears_of
from atodds.extract.measures import measures
from atodds.extract.names import names
from atodds.extract.needs import FIGURES
from atodds.model.finding import Problem
from atodds.rulebook.rule import Kind, QuantityRule, Unit

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from atodds.extract.clause.claim import Spot
    from atodds.extract.ear import Ear
    from atodds.model.article import Article
    from atodds.model.claim import Claim
    from atodds.rulebook.book import Rulebook

_READERS: dict[Kind, Callable[[Spot, Ear], list[Claim]]] = {
    Kind.QUANTITY: measures,
    Kind.DATE: dates,
    Kind.DURATION: durations,
    Kind.CHOICE: choices.choices,
    Kind.NAME: names,
}


class Listener:
    """
    Reads the sentences of one article for the rules that count neither people nor things.

    A rule whose pattern takes too long goes to `tell` and is not asked again in this article; nothing else is
    lost.
    """

    def __init__(self, article: Article, rulebook: Rulebook, tell: Callable[[Problem], None]) -> None:
        self._article = article
        self._ears = ears_of(rulebook)
        self._tell = tell
        self._stalled: set[int] = set()

    def listen(self, spot: Spot, owners: AbstractSet[int]) -> list[Claim]:
        """Return the claims of a sentence, set-aside ones too; `owners` are places of ears in `ears_of`."""
        claims: list[Claim] = []
        for owner in sorted(owners - self._stalled):
            if owner == FIGURES:
                continue
            try:
                claims += _read(spot, self._ears[owner])
            except TimeoutError:
                self._stalled.add(owner)
                self._tell(Problem(self._article.path, self._too_slow(self._ears[owner])))
        return claims

    def _too_slow(self, ear: Ear) -> str:
        return (
            f"{self._article.id}: a pattern of the rule {ear.rule.id} took longer than "
            f"{choices.PATIENCE:g} s on one sentence; the rule is asked no further in this article"
        )


def _read(spot: Spot, ear: Ear) -> list[Claim]:
    rule = ear.rule
    if isinstance(rule, QuantityRule) and rule.find.unit is Unit.AGE:
        return ages(spot, ear)
    return _READERS[rule.kind](spot, ear)
