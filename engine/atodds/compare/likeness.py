"""Likeness: how far two stories tell of one happening, with the reasons in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from atodds.compare.places import Where, country_of, is_town, place_of
from atodds.compare.populations import population_of, same_victims
from atodds.compare.profiles import HEAD
from atodds.model.claim import Part
from atodds.model.quantity import Quantity
from atodds.rulebook.newswords import stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atodds.compare.places import Places
    from atodds.compare.profiles import Profile
    from atodds.model.claim import Claim

# Fitted by logistic regression to pairs of stories labelled by reading, then rounded; a sum of zero and more
# is one happening.
_BIAS: Final = -1.0
_WORDS_OF_OPENING: Final = 7.0
_NAMES_OF_OPENING: Final = 4.5
_SAME_FIGURE: Final = 0.5
_OTHER_VICTIMS: Final = -3.0
_DAYS_APART: Final = -0.5  # a day, four at most: a trial is reported two years after the deed
_OTHER_PLACE: Final = -0.5
_OTHER_NAMES: Final = -1.5
# Everybody names the country and the city; the village, the street and the commander tell stories apart.
_COUNTRY: Final = 0.25
_TOWN: Final = 0.6
_FEWEST_WORDS: Final = 4
_FEWEST_NAMES: Final = 0.8
# Two single sentences need share nothing to be about one event, two full openings should.
_FEW: Final = 6  # content words
_ENOUGH: Final = 18
_MOST_DAYS: Final = 4
_SHOWN: Final = 4  # words and names that an explanation lists


@dataclass(frozen=True, slots=True)
class Lead:
    """
    The figures in the opening of a story.

    `figures` are pairs of rule and lowest number, from three upwards: "13 killed" in two openings is one
    happening more often than not. `populations` are those of the totals, `places` as worded.
    """

    figures: frozenset[tuple[str, float]]
    populations: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score, above zero for one happening, with what speaks for it and what against."""

    score: float
    together: tuple[str, ...]
    apart: tuple[str, ...]


def lead_of(claims: Iterable[Claim]) -> Lead:
    """Return the lead of a story from its claims."""
    opening = [
        claim
        for claim in claims
        if isinstance(claim.value, Quantity)
        and claim.asserted
        and claim.part in (Part.TOTAL, Part.PART)
        and (claim.evidence.start is None or claim.evidence.paragraph <= 1 or claim.evidence.start < HEAD)
    ]
    lows = ((claim.rule, claim.allowed.low) for claim in opening)
    return Lead(
        figures=frozenset((rule, low) for rule, low in lows if low is not None and low > 2),
        populations=frozenset(population_of(claim.counted) for claim in opening if claim.part is Part.TOTAL),
        places=frozenset(place_of(claim) for claim in opening if place_of(claim)),
    )


def likeness(one: Profile, lead: Lead, two: Profile, other: Lead, places: Places) -> Likeness:
    """Say how far two stories tell of one happening."""
    spelled = {**two.spelled, **one.spelled}
    named = {stem(spelled[name].lower()) for name in one.names | two.names}
    here, there = one.words - named, two.words - named
    words, names = here & there, one.names & two.names
    length = min(len(one.words), len(two.words))
    score = _BIAS * min(1.0, max(0, length - _FEW) / (_ENOUGH - _FEW))
    score += _WORDS_OF_OPENING * len(words) / max(_FEWEST_WORDS, min(len(here), len(there)))
    weighed = {name: _weight(spelled[name]) for name in one.names | two.names}
    lighter = min(sum(weighed[name] for name in side) for side in (one.names, two.names))
    score += _NAMES_OF_OPENING * sum(weighed[name] for name in names) / max(_FEWEST_NAMES, lighter)
    together = sorted(spelled[name] for name in names)[:_SHOWN]
    together += sorted(spelled[word] for word in words)[:_SHOWN]
    apart: list[str] = []
    if figures := lead.figures & other.figures:
        score += _SAME_FIGURE
        together += [f"{low:g} {rule}" for rule, low in sorted(figures)[:_SHOWN]]
    if lead.populations and other.populations and not _may_be_the_same(lead.populations, other.populations):
        score += _OTHER_VICTIMS * min(1.0, length / _ENOUGH)
        apart.append(f"{_listed(lead.populations)} against {_listed(other.populations)}")
    if days := min((abs((a - b).days) for a in one.days for b in two.days), default=0):
        score += _DAYS_APART * min(days, _MOST_DAYS)
        apart.append(f"{days} {'day' if days == 1 else 'days'} apart")
    if _elsewhere(lead.places, other.places, places):
        score += _OTHER_PLACE
        apart.append(f"{_listed(lead.places)} against {_listed(other.places)}")
    if lighter >= 1 and not names and len(words) < 2:
        score += _OTHER_NAMES
        apart.append("other names")
    return Likeness(score, tuple(together), tuple(apart))


@cache
def _weight(name: str) -> float:
    if country_of(name):
        return _COUNTRY
    return _TOWN if is_town(name) else 1.0


def _may_be_the_same(one: frozenset[str], two: frozenset[str]) -> bool:
    return any(same_victims(a, b) for a in one for b in two)


def _elsewhere(one: frozenset[str], two: frozenset[str], places: Places) -> bool:
    relations = [places.relation(a, b) for a in sorted(one) for b in sorted(two)]
    return bool(relations) and all(relation is Where.APART for relation in relations)


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words)[:_SHOWN])
