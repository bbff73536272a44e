"""Happenings: what the stories of one event tell of, paired across stories."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from atodds.compare.places import Where, place_of
from atodds.compare.profiles import days_named, names_in
from atodds.rulebook.newswords import content_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.compare.places import Places
    from atodds.compare.tellings import Telling

# Fitted by hand to pairs of figures labelled by reading; a sum above zero is one happening. What two stories
# of one event say first is one happening unless something sets it apart.
_BOTH_LEAD: Final = 1.0
_ONE_LEADS: Final = -1.2
_NEITHER_LEADS: Final = -1.2
_WORDS: Final = 2.5
_NAMES: Final = 2.0
_SAME_PLACE: Final = 1.0
_OTHER_PLACE: Final = -2.0
_SAME_FIGURE: Final = 1.0
_OTHER_DAY: Final = -1.0
# Beyond so many tellings only what leads each story is compared; nobody reads a longer table.
_MANY: Final = 200


def pair(told: Sequence[Telling], places: Places) -> list[list[Telling]]:
    """
    Return the tellings of different stories by happening, the one that most stories lead with first.

    A story tells of a happening once. The likest are paired first, so that what one story tells aside may be
    what another is about.
    """
    if len(told) > _MANY:
        return [[telling for telling in told if telling.leads]]
    if _is_one(told):
        return [list(told)]
    contexts = [_Context.of(telling) for telling in told]
    stories = [telling.story for telling in told]
    alike = []
    for one, two in combinations(range(len(told)), 2):
        if stories[one] == stories[two]:
            continue
        score = _score(contexts[one], contexts[two], places)
        if score > 0:
            alike.append((-score, one, two))
    homes = list(range(len(told)))
    members = {index: [index] for index in homes}
    # What stories lead with is paired before what they tell beside it.
    alike.sort(key=lambda found: (not (told[found[1]].leads and told[found[2]].leads), *found))
    for _, one, two in alike:
        home, away = sorted((homes[one], homes[two]))
        if home == away or {stories[i] for i in members[home]} & {stories[i] for i in members[away]}:
            continue
        for index in members[away]:
            homes[index] = home
        members[home] += members.pop(away)
    found = [[told[index] for index in sorted(group)] for group in members.values()]
    return sorted(found, key=lambda group: (-sum(telling.leads for telling in group), told.index(group[0])))


def _is_one(told: Sequence[Telling]) -> bool:
    """
    Say whether nothing sets some tellings apart: each leads a story of its own, in one place and on one day.

    The sums of all pairs are above zero then, whatever words and names they share.
    """
    if (
        not told
        or not all(telling.leads for telling in told)
        or len({telling.story for telling in told}) < len(told)
    ):
        return False
    claims = [claim for telling in told for claim in telling.claims]
    if len({place_of(claim) for claim in claims} - {""}) > 1:
        return False
    days = [named for named in (days_named(_text(telling)) for telling in told) if named]
    return not days or bool(frozenset.intersection(*days))


@dataclass(frozen=True, slots=True)
class _Context:
    """The words, names, days and places around a telling, and its figures from three upwards."""

    leads: bool
    words: frozenset[str]
    names: frozenset[str]
    days: frozenset[str]
    places: tuple[str, ...]
    figures: frozenset[float]

    @classmethod
    def of(cls, telling: Telling) -> _Context:
        text = _text(telling)
        return cls(
            telling.leads,
            frozenset(stemmed for stemmed, _ in content_words(text)),
            names_in(text),
            days_named(text),
            tuple(dict.fromkeys(place for claim in telling.claims if (place := place_of(claim)))),
            frozenset(low for claim in telling.claims if (low := claim.allowed.low or 0) > 2),
        )


def _text(telling: Telling) -> str:
    return " ".join(dict.fromkeys(claim.evidence.sentence for claim in telling.claims))


def _score(here: _Context, there: _Context, places: Places) -> float:
    score = (
        _BOTH_LEAD
        if here.leads and there.leads
        else _ONE_LEADS
        if here.leads or there.leads
        else _NEITHER_LEADS
    )
    score += _WORDS * _share(here.words, there.words) + _NAMES * _share(here.names, there.names)
    relations = {places.relation(a, b) for a in here.places for b in there.places}
    if Where.SAME in relations:
        score += _SAME_PLACE
    elif relations and not relations - {Where.APART, Where.WITHIN, Where.AROUND}:
        score += _OTHER_PLACE
    if here.days and there.days and not here.days & there.days:
        score += _OTHER_DAY
    if not here.figures.isdisjoint(there.figures):
        score += _SAME_FIGURE
    return score


def _share(one: frozenset[str], two: frozenset[str]) -> float:
    return len(one & two) / max(3, min(len(one), len(two)))
