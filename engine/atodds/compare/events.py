"""Events: the stories of a dossier set apart by the happening they are about."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atodds.compare.likeness import Lead, Likeness, lead_of, likeness
from atodds.compare.places import Places
from atodds.compare.profiles import Profile, profile_of
from atodds.model.event import EventChoice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from atodds.model.article import Dossier
    from atodds.model.claim import Claim

Key = tuple[str, int]
"""A story: the id of its article and its index there."""

# Up to so many stories each is held against each; above, only against those it shares telling words with.
_SMALL: Final = 60
_RECENT: Final = 12


@dataclass(frozen=True, slots=True)
class Events:
    """The event of each story; `main` is the dossier's own."""

    main: str
    by_story: Mapping[Key, str]
    explain: Callable[[], Iterable[EventChoice]]

    @property
    def choices(self) -> tuple[EventChoice, ...]:
        """Return why each story was put under its event, in the order of articles and stories."""
        explained = {(choice.article, choice.story): choice for choice in self.explain()}
        return tuple(explained.get(key, EventChoice(*key, event)) for key, event in self.by_story.items())

    def of(self, claim: Claim) -> str:
        """Return the event of a claim's story."""
        return self.by_story.get((claim.article, claim.evidence.story), self.main)


def choose_events(dossier: Dossier, claims: Iterable[Claim]) -> Events:
    """
    Set the stories of a dossier apart.

    Articles that somebody put together are taken to be about one event unless their openings share too
    little; the event of the most articles keeps the dossier's id, the others are numbered from `#2` on.
    Stories without a claim stay with the main event: nothing of theirs is compared.
    """
    by_story: defaultdict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_story[claim.article, claim.evidence.story].append(claim)
    articles = sorted(dossier.articles, key=lambda article: article.id)
    stories = [(article, story) for article in articles for story in article.stories]
    telling = [(article, story) for article, story in stories if by_story[article.id, story.index]]
    names = {(article.id, story.index): dossier.id for article, story in stories}
    if len(telling) < 2:
        return Events(dossier.id, names, tuple)
    gathered = _Gathered(
        [profile_of(article, story) for article, story in telling],
        [lead_of(by_story[article.id, story.index]) for article, story in telling],
        Places([article.text for article in articles]),
    )
    for number, members in enumerate(gathered.clusters(), start=1):
        for index in members:
            profile = gathered.profiles[index]
            names[profile.article, profile.story] = dossier.id if number == 1 else f"{dossier.id}#{number}"
    return Events(dossier.id, names, lambda: gathered.explained(names))


class _Gathered:
    """Stories joined one by one: two that are alike are one event, and so is who is like either."""

    def __init__(self, profiles: Sequence[Profile], leads: Sequence[Lead], places: Places) -> None:
        self.profiles = profiles
        self._leads = leads
        self._places = places
        self._known: dict[tuple[int, int], Likeness] = {}
        self._above = list(range(len(profiles)))
        for one, two in self._pairs():
            if self._root(one) != self._root(two) and self._likeness(one, two).score >= 0:
                self._above[max(self._root(one), self._root(two))] = min(self._root(one), self._root(two))

    def clusters(self) -> list[list[int]]:
        """Return the stories of each event, the event with the most articles first."""
        members: defaultdict[int, list[int]] = defaultdict(list)
        for index in range(len(self.profiles)):
            members[self._root(index)].append(index)
        return sorted(
            members.values(), key=lambda cluster: (-len({self.profiles[i].article for i in cluster}), cluster)
        )

    def explained(self, names: Mapping[Key, str]) -> list[EventChoice]:
        """Return for each story its event, beside the story that is most like it."""
        held: defaultdict[int, list[tuple[int, Likeness]]] = defaultdict(list)
        for (one, two), found in self._known.items():
            held[one].append((two, found))
            held[two].append((one, found))
        return [self._explained(index, held[index], names) for index in range(len(self.profiles))]

    def _explained(
        self, index: int, held: list[tuple[int, Likeness]], names: Mapping[Key, str]
    ) -> EventChoice:
        profile = self.profiles[index]
        event = names[profile.article, profile.story]
        same = [pair for pair in held if self._root(pair[0]) == self._root(index)]
        if not held:
            return EventChoice(profile.article, profile.story, event)
        beside, found = max(same or held, key=lambda pair: (pair[1].score, -pair[0]))
        return EventChoice(
            profile.article,
            profile.story,
            event,
            beside=self.profiles[beside].article,
            together=found.together,
            apart=found.apart,
            joined=bool(same),
        )

    def _root(self, index: int) -> int:
        while self._above[index] != index:
            self._above[index] = self._above[self._above[index]]
            index = self._above[index]
        return index

    def _likeness(self, one: int, two: int) -> Likeness:
        if (one, two) not in self._known:
            self._known[one, two] = likeness(
                self.profiles[one], self._leads[one], self.profiles[two], self._leads[two], self._places
            )
        return self._known[one, two]

    def _pairs(self) -> Iterable[tuple[int, int]]:
        count = len(self.profiles)
        if count <= _SMALL:
            yield from ((one, two) for two in range(count) for one in range(two))
            return
        # A thousand unrelated articles in one file are a million pairs; a story need only meet those with
        # which it shares most of the words and names that few stories of the dossier have.
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for two, profile in enumerate(self.profiles):
            tokens = profile.words | profile.names
            shared: Counter[int] = Counter()
            for token in tokens:
                shared.update(holders[token][-_RECENT:])
                holders[token].append(two)
            yield from (
                (one, two)
                for one, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_RECENT]
            )
