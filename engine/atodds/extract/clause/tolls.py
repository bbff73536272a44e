"""Tolls: the figure that "death toll" and its like announce."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from atodds.extract.clause.bound import Bound, Hit, bound
from atodds.extract.numbers.hedge_rows import hedge_table
from atodds.model.quantity import Hedge

if TYPE_CHECKING:
    from atodds.extract.clause.counted import Counted, Phrases
    from atodds.extract.clause.frame import Frame

_TOLL_REACH = 16  # tokens between "death toll" and its figure


def bind_toll(frame: Frame, hit: Hit, end: int, phrases: Phrases) -> list[Bound]:
    """Bind the figure behind "death toll", or before it in "brought to 12 the number of dead"."""
    before = hit.at - 1
    while before >= 0 and (
        frame.low[before] in frame.grammar.determiners
        or frame.low[before] in ("official", "overall", "total")
    ):
        before -= 1
    if (near := phrases.ending_at(before)) and frame.word(near.first - 1) in ("to", "at"):
        return bound(frame, Hit(hit.trigger, near.first), [near], end)
    figure = None
    end = _behind_relative(frame, end)
    for phrase in phrases:
        if not end <= phrase.first < end + _TOLL_REACH or phrase.single or phrase.of_whole:
            continue
        between = frame.low[end : phrase.first]
        if any(word in (";", "including", "among") for word in between):
            break
        if frame.word(phrase.first - 1) == "from" and frame.word(phrase.last + 1) == "to":
            continue
        lead = phrase.first - 1
        while lead > end and frame.is_adverb(lead):
            lead -= 1  # "the toll is now 12"
        if (
            phrase.first == end
            or frame.word(lead) in frame.grammar.toll_leads
            or frame.word(lead) in frame.grammar.toll_passed
            or frame.is_adverb(lead)
        ):
            figure = _passed(phrase) if frame.word(lead) in frame.grammar.toll_passed else phrase
            break
    return [] if figure is None else bound(frame, hit, [figure], figure.last + 1)


def _behind_relative(frame: Frame, at: int) -> int:
    """Pass the clause in "the toll, which stood at nine on Friday, is now 12"."""
    if frame.word(at) != "," or frame.word(at + 1) not in frame.grammar.relatives:
        return at
    closing = next((i for i in range(at + 2, len(frame)) if frame.low[i] == ","), None)
    return at if closing is None else closing + 1


def _passed(phrase: Counted) -> Counted:
    """Read "the toll passed 50" as more than 50."""
    value = phrase.quantity
    if value.hedge is not Hedge.EXACT:
        return phrase
    row = hedge_table().rows["more_than"]
    low, high = value.stated
    return replace(
        phrase,
        quantity=replace(
            value,
            hedge=row.hedge,
            allowed=row.allowed.interval(low, high, 1),
            implied=row.implied.interval(low, high, 1),
            row=row.id,
        ),
    )
