"""Whether a dossier is one: reports that somebody put together on one thing, or a pile about many."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from atodds.compare.likeness import Lead, likeness
from atodds.compare.places import Places
from atodds.compare.profiles import profile_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.compare.profiles import Profile
    from atodds.model.article import Article, Story

# Up to so many stories somebody chose; of more that are put together by hand most pairs are alike.
_CHOSEN: Final = 20
_LOOKED_AT: Final = 40  # stories of which every pair is looked at
# Of pairs about one event 89 in 100 are alike by their openings, of pairs about two events 3 in 100.
_SHARE: Final = 0.25
_NO_FIGURES: Final = Lead(frozenset(), frozenset(), frozenset())


def is_pile(stories: Sequence[tuple[Article, Story]]) -> bool:
    """
    Say whether stories, in an order of their own, are about many events rather than mostly about one.

    That is so if there are more than 20 and fewer than a quarter of the pairs among 40 of them are alike.
    """
    return are_mixed([profile_of(*stories[place]) for place in looked_at(len(stories))])


def looked_at(count: int) -> range:
    """Return the places of the stories, of so many in order of their articles' ids, that tell a pile."""
    step = max(1, count // _LOOKED_AT)
    return range(0, count if count > _CHOSEN else 0, step)[:_LOOKED_AT]


def are_mixed(profiles: Sequence[Profile]) -> bool:
    """Say whether the stories that are looked at are about many events; no stories are not."""
    places = Places(())
    pairs = list(combinations(profiles, 2))
    alike = sum(likeness(one, _NO_FIGURES, two, _NO_FIGURES, places).score >= 0 for one, two in pairs)
    return alike < _SHARE * len(pairs)
