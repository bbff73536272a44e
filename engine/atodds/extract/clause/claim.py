"""A claim out of a bound phrase: its evidence, source, place, part, modality and period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from atodds.extract.as_of import as_of
from atodds.extract.attribution import attribution_among
from atodds.extract.clause.modality import not_asserted
from atodds.extract.clause.period import other_time
from atodds.extract.clause.scope import place_after, place_before
from atodds.model.claim import Claim, Evidence, Part
from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from atodds.extract.clause.bound import Bound
    from atodds.extract.clause.counted import Counted
    from atodds.extract.clause.frame import Frame
    from atodds.model.article import Article, Block, Story


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands."""

    article: Article
    story: Story
    block: Block


class Standing(NamedTuple):
    """How a figure stands to the whole, and why."""

    part: Part
    reason: str = ""


class Spot(NamedTuple):
    """A sentence taken apart, and where it stands."""

    frame: Frame
    place: Place


def worded(spot: Spot, rule_id: str, one: Bound, phrase: Counted, standing: Standing) -> Claim:
    """
    Return the claim that a phrase makes under the trigger of `one`.

    `standing` is how the sentence itself words it; what is not asserted, or tells of another time, is said in
    the claim.
    """
    frame = spot.frame
    first = min(one.at, phrase.first, one.group.start if one.group and one.phrase is phrase else one.at)
    last = max(one.end, phrase.last + 1)
    set_aside = not_asserted(frame, one)
    if not set_aside and (background := _background(spot, phrase, first, last)):
        standing = Standing(Part.BACKGROUND, background)
    start, end = frame.tokens[first].start, frame.tokens[last - 1].end
    credit = attribution_among(frame.text, frame.tokens, frame.cues, start, end)
    return Claim(
        rule=rule_id,
        value=phrase.quantity,
        evidence=evidence(spot, start, end),
        counted=counted_words(frame, phrase),
        place=place_after(frame, last) or place_before(frame, first),
        source=credit.source if credit else "",
        as_of=as_of(frame, spot.place.article.published),
        part=standing.part,
        asserted=not set_aside,
        reason=set_aside or standing.reason,
    )


def _background(spot: Spot, phrase: Counted, first: int, last: int) -> str:
    """Return why the figure is for certain none of the event: a rate, or another time."""
    period = other_time(spot.frame, first, last, spot.place.article.published)
    return _rate(spot.frame, phrase.last + 1) or ("" if period.soft else period.reason)


def perhaps_background(spot: Spot, one: Bound, phrase: Counted) -> str:
    """Return why the figure may be of another time: "in an earlier attack", "on June 19"."""
    first, last = min(one.at, phrase.first), max(one.end, phrase.last + 1)
    period = other_time(spot.frame, first, last, spot.place.article.published)
    return period.reason if period.soft else ""


def _rate(frame: Frame, at: int) -> str:
    """Recognise "12 people a day", which counts no event."""
    per, unit = frame.word(at), frame.word(at + 1)
    return (
        f"{per} {unit}"
        if per in ("a", "per", "each", "every") and unit in load_table("period")["units"]
        else ""
    )


def evidence(spot: Spot, start: int, end: int) -> Evidence:
    """Return the evidence at characters `start` to `end` of the sentence's text."""
    frame, place = spot
    block = place.block
    return Evidence(
        place.article.id,
        place.story.index,
        block.section,
        block.paragraph,
        None if block.in_title else start,
        None if block.in_title else end,
        frame.words,
    )


def counted_words(frame: Frame, phrase: Counted) -> str:
    """Return the noun phrase behind the number, lower case: "pakistani soldiers"."""
    end = phrase.quantity.span[1] if not phrase.single else frame.tokens[phrase.first].end
    return " ".join(frame.text[end : frame.tokens[phrase.last].end].lower().split()).removeprefix("of ")
