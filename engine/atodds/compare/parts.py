"""Parts: figures that count some of those whom another figure counts, held against that whole."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

from atodds.compare.places import Where, place_of
from atodds.compare.populations import EVERYONE, lies_within, population_of
from atodds.compare.tellings import reading_order
from atodds.model.claim import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from atodds.compare.places import Places
    from atodds.model.claim import Claim

# "in Almaty alone" is less than the country, "in the whole of Kazakhstan" more than any town.
ALONE: Final = "alone"
_WHOLE: Final = re.compile(
    r"\b(?:whole|across|throughout|nationwide|countrywide|all\s+over)\b", re.IGNORECASE
)


class Excess(NamedTuple):
    """A whole, and parts of it that come to more than it allows; `label` says which parts."""

    label: str
    whole: Claim
    parts: tuple[Claim, ...]


def excesses(claims: Iterable[Claim], places: Places, *, by_population: bool) -> list[Excess]:
    """
    Return each total of one rule and event that is smaller than its parts.

    Compared are a named part of the counted and the total of the same sentence or story, parts that one
    sentence lists side by side, and a place said to be a part ("in Almaty alone") against the place around.
    """
    asserted = [claim for claim in claims if claim.asserted]
    parts = [claim for claim in asserted if claim.part is Part.PART]
    if not parts and not any(map(says_alone, asserted)):
        return []
    asserted.sort(key=reading_order)
    parts.sort(key=reading_order)
    totals = [claim for claim in asserted if claim.part is Part.TOTAL and claim.allowed.high is not None]
    found: list[Excess] = []
    for whole in totals:
        beside = [part for part in parts if _of_one_sentence(part, whole)]
        if by_population:
            found += _listed(whole, beside)
        found += _above(whole, beside)
    return found + _local(totals, asserted, places)


def _above(whole: Claim, parts: Sequence[Claim]) -> list[Excess]:
    return [Excess(part.counted or "a part", whole, (part,)) for part in parts if _exceed((part,), whole)][:1]


def _listed(whole: Claim, parts: Sequence[Claim]) -> list[Excess]:
    """Add up "eight soldiers and five civilians": people of whom none is counted twice."""
    apart: dict[str, Claim] = {}
    for part in parts:
        apart.setdefault(population_of(part.counted), part)
    apart.pop(EVERYONE, None)
    if len(apart) < 2 or any(lies_within(a, b) or lies_within(b, a) for a, b in combinations(apart, 2)):
        return []
    listed = tuple(apart.values())
    return [Excess("the parts added up", whole, listed)] if _exceed(listed, whole) else []


def _local(totals: Sequence[Claim], asserted: Sequence[Claim], places: Places) -> list[Excess]:
    """Find more dead in one town than in the whole country."""
    inner = [
        claim
        for claim in asserted
        if claim.part in (Part.TOTAL, Part.PART)
        and says_alone(claim)
        and place_of(claim)
        and _is_local(claim)
    ]
    found: list[Excess] = []
    for whole in totals:
        if place_of(whole) and speaks_of_the_whole(whole):
            for part in inner:
                relation = places.relation(place_of(part), place_of(whole))
                if relation in (Where.WITHIN, Where.APART) and _exceed((part,), whole):
                    found.append(Excess(f"in {place_of(part)}", whole, (part,)))
    return found


def says_alone(claim: Claim) -> bool:
    """Say whether a figure's sentence may set its place apart from one around it: "in Almaty alone"."""
    return ALONE in claim.evidence.sentence


def speaks_of_the_whole(claim: Claim) -> bool:
    """Say whether a figure's sentence speaks of all of a country: "across Kazakhstan"."""
    return bool(_WHOLE.search(claim.evidence.sentence))


def _is_local(claim: Claim) -> bool:
    return bool(re.search(rf"{re.escape(place_of(claim))}\s+alone\b", claim.evidence.sentence))


def _of_one_sentence(part: Claim, whole: Claim) -> bool:
    return part.article == whole.article and part.evidence.sentence == whole.evidence.sentence


def _exceed(parts: Sequence[Claim], whole: Claim) -> bool:
    high = whole.allowed.high
    return high is not None and sum(part.allowed.low or 0 for part in parts) > high
