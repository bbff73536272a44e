"""Groups: the figures of one rule and event that answer the same question and can be compared."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from atodds.compare.happenings import pair
from atodds.compare.places import place_of
from atodds.compare.populations import EVERYONE, lies_within, population_of, same_victims
from atodds.compare.tellings import is_short, reading_order, tellings, without_shorthand
from atodds.model.claim import Part
from atodds.model.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from atodds.compare.places import Places
    from atodds.compare.tellings import Telling
    from atodds.model.claim import Claim

_MANY: Final = 3  # reports against which a headline's short form is taken at its word
_SOON: Final = 300  # characters after a figure within which "another five" adds to it


@dataclass(frozen=True, slots=True)
class Group:
    """Comparable claims; `label` says what they are about where that is not the whole event."""

    label: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """The groups of one rule and event, the main one first, and the claims left out, each with its reason."""

    groups: tuple[Group, ...]
    aside: tuple[Claim, ...]


def group_figures(claims: Iterable[Claim], places: Places, *, by_population: bool) -> Grouped:
    """
    Group the asserted figures of one rule and event.

    Totals of one happening are compared with each other, and so are figures for one kind of people ("nine
    children", "eight soldiers"). With `by_population` unset all figures count the same: the rule names them.
    """
    said = sorted((claim for claim in claims if claim.asserted or is_short(claim)), key=reading_order)
    asserted, short = without_shorthand(said)
    added = [claim for claim in asserted if claim.part is Part.ADDED]
    by_scope: defaultdict[str, list[Claim]] = defaultdict(list)
    groups: list[Group] = []
    aside = [replace(claim, reason="short for a hedged figure") for claim in short if claim.asserted]
    for claim in asserted:
        scope = _scope(claim) if by_population else EVERYONE
        if claim.part is Part.TOTAL and _is_topped_up(claim, added):
            aside.append(replace(claim, reason="not the total: another figure is added to it"))
        elif claim.part is Part.TOTAL or (claim.part is Part.PART and scope != EVERYONE):
            by_scope[scope].append(claim)
    for scope in sorted(by_scope, key=lambda scope: (scope != EVERYONE, scope)):
        for number, told in enumerate(pair(tellings(by_scope[scope], places), places)):
            name = "" if scope == EVERYONE else scope
            if number and len(told) == 1:
                aside += (
                    replace(claim, reason=f"another happening ({told[0].reason})") for claim in told[0].claims
                )
            else:
                spot = _place_of(told) if number else ""
                label = ", ".join(word for word in (name, spot) if word) or (
                    "another happening" if number else ""
                )
                taken = _at_their_word(short, told) if scope == EVERYONE and not number else []
                groups.append(Group(label if groups else "", (*_claims(told), *taken)))
    return Grouped(tuple(groups), tuple(aside))


def _scope(claim: Claim) -> str:
    """Return whom a figure counts; a lone child killed is one person killed."""
    population = population_of(claim.counted)
    if same_victims(population, EVERYONE):
        return EVERYONE
    alone = claim.part is Part.TOTAL and claim.allowed == Interval.exactly(1)
    return EVERYONE if alone and lies_within(population, "civilians") else population


def _is_topped_up(total: Claim, added: Sequence[Claim]) -> bool:
    """Find "Another five were killed in the south" behind "Nine people were killed in the north"."""
    here = total.evidence
    return any(
        other.article == total.article
        and other.evidence.story == here.story
        and here.start is not None
        and other.evidence.start is not None
        and 0 < other.evidence.start - here.start < _SOON
        for other in added
    )


def _at_their_word(short: Sequence[Claim], told: Sequence[Telling]) -> list[Claim]:
    """
    Return the short figures that the other stories speak against.

    "Five dead" over "at least five were killed" contradicts one report of seven only in haste. Where a
    handful of reports say seven, the headline is out of date, and its readers have the wrong figure.
    """
    taken = []
    for claim in short:
        against = {
            telling.story
            for telling in told
            if telling.story[0] != claim.article
            and not any(claim.allowed.meets(other.allowed) for other in telling.claims)
        }
        if len(against) >= _MANY:
            taken.append(claim)
    return taken


def _place_of(told: Sequence[Telling]) -> str:
    return next((f"in {place_of(claim)}" for claim in _claims(told) if place_of(claim)), "")


def _claims(told: Sequence[Telling]) -> tuple[Claim, ...]:
    return tuple(claim for telling in told for claim in telling.claims)
