"""Articles become sketches, as rows; the sketches of a dossier become the events of its stories, as rows."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from atodds.compare.pile.grouping import events_of
from atodds.compare.pile.mixture import are_mixed, looked_at
from atodds.compare.pile.parts import called
from atodds.compare.pile.sketch import Sketch, sketch_of
from atodds.compare.profiles import HEAD, beginning_of, profile_by
from atodds.store.batches import in_batches, read_rows
from atodds.store.ledger import content_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from atodds.compare.profiles import Profile
    from atodds.model.finding import Problem

_WORDS: Final = pa.string()
_TERMS: Final = pa.list_(pa.string())
_AT_ONCE: Final = 1_000  # sketches that are unpacked from Arrow together

SKETCHES: Final = pa.schema(
    [
        pa.field("event", _WORDS, nullable=False),
        pa.field("article", _WORDS, nullable=False),
        pa.field("key", _WORDS, nullable=False),
        pa.field("story", pa.int32()),
        pa.field("published", pa.date32()),
        pa.field("head", _WORDS),
        pa.field("opening", _TERMS),
        pa.field("rest", _TERMS),
    ]
)
"""The stories of articles as they are known when events are looked for; `story` is null if there is none."""

EVENTS: Final = pa.schema(
    [
        pa.field("dossier", _WORDS, nullable=False),
        pa.field("article", _WORDS, nullable=False),
        pa.field("story", pa.int32()),
        pa.field("event", _WORDS, nullable=False),
    ]
)
"""The event of each story, and the dossier (`event` as given) in which it was found."""


def sketch_batches(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield the sketches of articles in the columns of SKETCHES; what is no article is passed over."""
    return in_batches((row for batch in batches for row in _sketched(batch)), SKETCHES)


def events_in(dossier: str, sketches: pa.Table) -> pa.Table:
    """
    Return the events of a dossier's stories in the columns of EVENTS, from all its sketches in any order.

    They are those that `atodds check` finds: of a dossier that is no pile all stories have its own name. An
    article that is there twice counts once.
    """
    rows = _chosen(sketches)
    stories = [story for story in sorted(rows) if story[1] >= 0]
    if are_mixed([_profile(sketches, rows[stories[place]]) for place in looked_at(len(stories))]):
        leaders = events_of(_unpacked(sketches, frozenset(rows[story] for story in stories)))
        names = {story: called(dossier, leader) for story, leader in leaders.items()}
        names |= {story: called(dossier, (story[0], 0)) for story in rows.keys() - names.keys()}
    else:
        names = dict.fromkeys(rows, dossier)
    found = sorted(names)
    cells = {
        "dossier": [dossier] * len(found),
        "article": [article for article, _ in found],
        "story": [story if story >= 0 else None for _, story in found],
        "event": [names[story] for story in found],
    }
    return pa.table(cells, EVENTS)


def _sketched(batch: pa.RecordBatch) -> Iterator[dict[str, Any]]:
    passed: list[Problem] = []  # they are told of where claims are read
    for article in read_rows(batch.to_pylist(), passed.append):
        about = {"event": article.event, "article": article.id, "key": content_key(article)}
        if not article.stories:
            yield about
        for story in article.stories:
            sketch = sketch_of(article, story)
            yield {
                **about,
                "story": story.index,
                "published": sketch.published,
                "head": beginning_of(article, story, HEAD),
                "opening": sketch.opening,
                "rest": sketch.rest,
            }


def _chosen(sketches: pa.Table) -> dict[tuple[str, int], int]:
    """Return the row of each story, -1 for none, of the text that is compared where an id has several."""
    lines = list(
        zip(*(sketches.column(name).to_pylist() for name in ("article", "key", "story")), strict=True)
    )
    least: dict[str, str] = {}
    for article, key, _ in lines:
        least[article] = min(key, least.get(article, key))
    return {
        (article, -1 if story is None else story): row
        for row, (article, key, story) in enumerate(lines)
        if key == least[article]
    }


def _profile(sketches: pa.Table, row: int) -> Profile:
    cells: Mapping[str, Any] = sketches.slice(row, 1).to_pylist()[0]
    return profile_by(cells["article"], cells["story"], cells["head"], cells["published"])


def _unpacked(sketches: pa.Table, rows: frozenset[int]) -> Iterator[Sketch]:
    """Yield the sketches of some rows; a term that many have is one string, as it is where they are made."""
    place = 0
    for batch in sketches.drop_columns(["head"]).to_batches(max_chunksize=_AT_ONCE):
        for cells in batch.to_pylist():
            if place in rows:
                yield Sketch(
                    article=cells["article"],
                    story=cells["story"],
                    published=cells["published"],
                    opening=tuple(map(intern, cells["opening"])),
                    rest=tuple(map(intern, cells["rest"])),
                )
            place += 1
