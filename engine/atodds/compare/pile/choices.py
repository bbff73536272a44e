"""Why each story of a pile was put under its event, in the words of the stories themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atodds.compare.pile.sketch import is_name, spelled_in
from atodds.model.event import EventChoice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from atodds.compare.pile.grouping import Grouping
    from atodds.compare.pile.sketch import Key
    from atodds.model.article import Article, Story

_SHOWN: Final = 4  # names and words that an explanation lists


def choices_of(
    grouping: Grouping, stories: Mapping[Key, tuple[Article, Story]], names: Mapping[Key, str]
) -> dict[Key, EventChoice]:
    """Return for each story its event by name, beside the story that is most like it."""
    return {
        sketch.key: _choice(grouping, place, stories, names) for place, sketch in enumerate(grouping.sketches)
    }


def _choice(
    grouping: Grouping,
    place: int,
    stories: Mapping[Key, tuple[Article, Story]],
    names: Mapping[Key, str],
) -> EventChoice:
    sketch = grouping.sketches[place]
    other = grouping.beside.get(place)
    if other is None:
        return EventChoice(*sketch.key, names[sketch.key])
    spelled = spelled_in(*stories[sketch.key])
    shared = [term for term in grouping.shared(place, other) if term in spelled]
    named = [spelled[term] for term in shared if is_name(term)][:_SHOWN]
    said = [spelled[term] for term in shared if not is_name(term)]
    words = [word for word in said if word not in {name.lower() for name in named}][:_SHOWN]
    day, before = sketch.published, grouping.sketches[other].published
    days = 0 if day is None or before is None else abs((day - before).days)
    return EventChoice(
        *sketch.key,
        names[sketch.key],
        beside=grouping.sketches[other].article,
        together=(*named, *words),
        apart=(f"{days} {'day' if days == 1 else 'days'} apart",) if days else (),
        joined=grouping.roots[place] == grouping.roots[other],
    )
