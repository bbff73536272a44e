"""Groups: the figures of one rule and event that answer the same question and can be compared."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from atodds.compare.happenings import pair
from atodds.compare.origins import Origins
from atodds.compare.places import place_of
from atodds.compare.populations import EVERYONE
from atodds.compare.subjects import scope_of
from atodds.compare.tellings import is_short, reading_order, tellings, without_shorthand
from atodds.model.claim import Part

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from atodds.compare.places import Places
    from atodds.compare.tellings import Telling
    from atodds.model.claim import Claim

_MANY: Final = 2  # origins against which a headline's short form is taken at its word
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
    topped_up = _topped_up(asserted)
    aside = [replace(claim, reason="short for a hedged figure") for claim in short if claim.asserted]
    aside += [replace(claim, reason="not the total: another figure is added to it") for claim in topped_up]
    by_scope: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in asserted:
        if claim.part in (Part.TOTAL, Part.PART) and claim not in topped_up:
            by_scope[scope_of(claim) if by_population else EVERYONE].append(claim)
    total = [claim for claim in short if not by_population or scope_of(claim) == EVERYONE]
    groups: list[Group] = []
    main: tuple[Claim, ...] = ()
    for scope in sorted(by_scope, key=lambda scope: (scope != EVERYONE, scope)):
        own = by_scope[scope]
        if scope == EVERYONE:
            own = [claim for claim in own if claim.part is Part.TOTAL]
        elif main:
            own = _of_the_main_happening(own, asserted, set(main))
        for number, told in enumerate(pair(tellings(own, places, asserted), places)):
            if number and len(told) == 1:
                aside += _left_out(told[0])
                continue
            if scope == EVERYONE and not number:
                main = _claims(told)
            taken = _at_their_word(total, told) if scope == EVERYONE and not number else []
            label = _label("" if scope == EVERYONE else scope, told if number else ()) if groups else ""
            groups.append(Group(label, (*_claims(told), *taken)))
    return Grouped(tuple(groups), tuple(aside))


def _of_the_main_happening(
    claims: Sequence[Claim], asserted: Sequence[Claim], main: Container[Claim]
) -> list[Claim]:
    """Return the totals, and the parts of which the figure before is one of the main happening's totals."""
    parts = set()
    total: Claim | None = None
    for claim in asserted:
        if claim.part is Part.TOTAL:
            total = claim
        elif total in main and total is not None and _follows(claim, total):
            parts.add(claim)
    return [claim for claim in claims if claim.part is Part.TOTAL or claim in parts]


def _left_out(telling: Telling) -> list[Claim]:
    return [replace(claim, reason=f"another happening ({telling.reason})") for claim in telling.claims]


def _label(name: str, told: Sequence[Telling]) -> str:
    """Return what a group is about: whom it counts, and for a happening beside the main one its place."""
    spot = next((f"in {place_of(claim)}" for claim in _claims(told) if place_of(claim)), "")
    return ", ".join(word for word in (name, spot) if word) or "another happening"


def _topped_up(claims: Sequence[Claim]) -> set[Claim]:
    """Find the totals that are none: "Nine died in the north. Another five died in the south."."""
    found = set()
    before: Claim | None = None
    for claim in claims:
        if claim.part is Part.ADDED and before is not None and _follows(claim, before):
            found.add(before)
        before = None if claim.part is Part.BACKGROUND else claim
    return {claim for claim in found if claim.part is Part.TOTAL}


def _follows(claim: Claim, before: Claim) -> bool:
    here, there = claim.evidence, before.evidence
    if (here.article, here.story) != (there.article, there.story):
        return False
    return here.start is not None and there.start is not None and here.start - there.start < _SOON


def _at_their_word(short: Sequence[Claim], told: Sequence[Telling]) -> list[Claim]:
    """
    Return the short figures that the other stories speak against.

    "Five dead" over "at least five were killed" contradicts one report of seven only in haste. Where a
    handful of reports say seven, the headline is out of date, and its readers have the wrong figure.
    """
    taken = []
    for claim in short:
        against = [
            other
            for telling in told
            if telling.story[0] != claim.article
            and not any(claim.allowed.meets(one.allowed) for one in telling.claims)
            for other in telling.claims
        ]
        if Origins(()).trace(against).count(against) >= _MANY:
            taken.append(claim)
    return taken


def _claims(told: Sequence[Telling]) -> tuple[Claim, ...]:
    return tuple(claim for telling in told for claim in telling.claims)
