"""A claim out of a value and the word it belongs to: its evidence, source, place, and if it is asserted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atodds.extract.attribution import attribution_among
from atodds.extract.clause.claim import evidence
from atodds.extract.clause.modality import unasserted
from atodds.extract.clause.period import other_time
from atodds.extract.clause.scope import place_after
from atodds.model.claim import Claim, DateValue, Part
from atodds.rulebook.rule import Kind

if TYPE_CHECKING:
    from atodds.extract.clause.claim import Spot
    from atodds.extract.ear import Ear
    from atodds.extract.near import Tie
    from atodds.model.claim import Value

# What is to last ten days or to begin on Friday is asserted so before it comes to pass.
_AHEAD: Final = frozenset({"forecast", "expected", "planned", "infinitive"})
_LONG_AGO: Final = 180  # days before the article; such a date is of another event
_LOOKING_AHEAD: Final = frozenset({Kind.DATE, Kind.DURATION})


def told(spot: Spot, ear: Ear, value: Value, at: tuple[int, int], to: Tie, counted: str = "") -> Claim:  # noqa: PLR0913, PLR0917 - a claim and its parts
    """
    Return the claim that a sentence makes by a value at tokens `at` (half-open) and the word it is tied to.

    What the sentence denies, fears or supposes is set aside; plans and forecasts are, too, unless a date or
    a duration is asked for. `counted` is what the value is of: a currency, a person.
    """
    frame = spot.frame
    first, stop = min(at[0], to.first), max(at[1], to.stop)
    start, end = frame.tokens[first].start, frame.tokens[stop - 1].end
    reason = unasserted(frame, to.group, first)
    if reason in _AHEAD and ear.rule.kind in _LOOKING_AHEAD:
        reason = ""
    background = "" if reason else _background(spot, ear, value, first, stop)
    credit = attribution_among(frame.text, frame.tokens, frame.cues, start, end)
    return Claim(
        rule=ear.rule.id,
        value=value,
        evidence=evidence(spot, start, end),
        counted=counted,
        place=place_after(frame, stop),
        source=credit.source if credit else "",
        part=Part.BACKGROUND if background else Part.TOTAL,
        asserted=not reason,
        reason=reason or background,
    )


def _background(spot: Spot, ear: Ear, value: Value, first: int, stop: int) -> str:
    """Return why a claim is of another time than the event reported, or ""."""
    published = spot.place.article.published
    if isinstance(value, DateValue):
        old = published is not None and value.last is not None and (published - value.last).days > _LONG_AGO
        return "long before the article" if old else ""
    if ear.rule.kind is not Kind.QUANTITY:
        return ""
    period = other_time(spot.frame, first, stop, published)
    return "" if period.soft else period.reason
