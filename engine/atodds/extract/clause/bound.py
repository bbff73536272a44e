"""A bound phrase: a number tied to the trigger that says what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from atodds.extract.clause.counted import Counted
    from atodds.extract.clause.frame import Frame, Group
    from atodds.extract.triggers import Trigger


class Hit(NamedTuple):
    """A trigger and its place in the sentence, as a token index."""

    trigger: Trigger
    at: int


@dataclass(slots=True)
class Bound:
    """
    A phrase bound to a trigger; the evidence runs from the first of both to `end`, a token index.

    `group` is the verb group where the trigger is a verb. Members of one list share a number in `listed`;
    `complete` says that the list holds nothing that is not counted. `named` phrases are some of a whole known
    before ("among the dead were two nuns").
    """

    hit: Hit
    phrase: Counted
    end: int
    group: Group | None = None
    listed: int = 0
    complete: bool = False
    named: bool = False

    @property
    def trigger(self) -> Trigger:
        """Return what the phrase is bound to."""
        return self.hit.trigger

    @property
    def at(self) -> int:
        """Return the trigger's place."""
        return self.hit.at


def bound(frame: Frame, hit: Hit, found: list[Counted], end: int, group: Group | None = None) -> list[Bound]:
    """Bind the members of a list to their trigger; silent members alone count nobody."""
    members = _without_apposition(found)
    if all(phrase.silent for phrase in members):
        return []
    listed = frame.start + members[0].first + 1 if len(members) > 1 else 0
    complete = bool(listed) and not any(p.of_whole or p.bare or p.others or p.more for p in members)
    return [Bound(hit, phrase, end, group, listed, complete) for phrase in members]


def _without_apposition(found: list[Counted]) -> list[Counted]:
    """Keep only "three victims" of "three victims, a boy of six, his mother and a man of 40"."""
    values = {id(phrase): phrase.quantity.stated[0] for phrase in found}
    for phrase in found:
        if len(found) > 2 and values[id(phrase)] == sum(values.values()) - values[id(phrase)]:
            return [phrase]
    return found
