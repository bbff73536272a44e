"""A pile falls into a dossier for each event that its stories are about."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from atodds.compare.pile.choices import choices_of
from atodds.compare.pile.grouping import events_of, grouped
from atodds.compare.pile.mixture import is_pile
from atodds.compare.pile.sketch import sketch_of
from atodds.model.article import Dossier

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from atodds.compare.pile.sketch import Key
    from atodds.model.article import Article, Story
    from atodds.model.claim import Claim
    from atodds.model.event import EventChoice


def parts_of(dossier: Dossier, claims: Sequence[Claim]) -> Iterator[tuple[Dossier, Sequence[Claim]]]:
    """
    Yield the dossiers of a pile in order of their ids, each with its claims; any other dossier as it is.

    A found event is called after the pile and its first article, `archive#a17`, or `archive#a17#2` after the
    second story of that: the name stays when later articles come in. An article with stories about two
    events is in both dossiers, in each with its own stories.
    """
    stories = _stories(dossier)
    if not is_pile(list(stories.values())):
        yield dossier, claims
        return
    leaders = events_of(sketch_of(*one) for one in stories.values())
    events = {key: called(dossier.id, leader) for key, leader in leaders.items()}
    own: defaultdict[str, defaultdict[str, list[Story]]] = defaultdict(lambda: defaultdict(list))
    for article in dossier.articles:
        for story in article.stories:
            own[events[article.id, story.index]][article.id].append(story)
        if not article.stories:
            own[called(dossier.id, (article.id, 0))][article.id] = []
    said: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        said[events[claim.article, claim.evidence.story]].append(claim)
    articles = {article.id: article for article in dossier.articles}
    for event in sorted(own):
        held = own[event]
        yield (
            Dossier(event, tuple(replace(articles[one], stories=tuple(held[one])) for one in sorted(held))),
            said[event],
        )


def found_choices(dossier: Dossier) -> dict[Key, EventChoice]:
    """Return why each story of a pile was put under its event; nothing for any other dossier."""
    stories = _stories(dossier)
    if not is_pile(list(stories.values())):
        return {}
    grouping = grouped(sketch_of(*one) for one in stories.values())
    names = {key: called(dossier.id, leader) for key, leader in grouping.leaders().items()}
    return choices_of(grouping, stories, names)


def called(pile: str, leader: Key) -> str:
    """Return the name of an event found in a pile, after its first story; no two leaders give one name."""
    article, story = leader
    return f"{pile}#{article}#{story + 1}" if story or "#" in article else f"{pile}#{article}"


def _stories(dossier: Dossier) -> dict[Key, tuple[Article, Story]]:
    articles = sorted(dossier.articles, key=lambda article: article.id)
    return {(article.id, story.index): (article, story) for article in articles for story in article.stories}
