"""Tellings: what one story says of one happening, its figures told from those of other happenings."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from atodds.compare.origins import names_another
from atodds.compare.places import Where, place_of
from atodds.compare.profiles import HEAD, days_named, years_named
from atodds.model.article import Section
from atodds.model.claim import Part
from atodds.model.quantity import Hedge, Quantity
from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from atodds.compare.places import Places
    from atodds.model.claim import Claim
    from atodds.model.interval import Interval

# Two sources that count the same dead seldom differ by more; two happenings often do.
_RIVALS: Final = 2.0
_NEAR: Final = 600  # characters behind the first figure of a story
_EARLY: Final = 1000  # characters within which a story of several happenings comes to its own
_MOST: Final = 24  # happenings of one story that are told apart; figures of further ones are not compared
_SURVEY: Final = 5  # happenings from which on a story looks back on many and is about none
# "At least one dead" and "230,000 dead" do not exclude each other, and tell of two happenings all the same.
_SAME_ORDER: Final = 20.0
_OPENING: Final = 8  # words of a sentence in which "elsewhere" or "in another attack" leads over


@dataclass(frozen=True, slots=True)
class Telling:
    """
    What one story says of one happening: figures that may stand for the same people, in reading order.

    `leads` marks the happening that the story is about. `reason` says why the figures were taken for
    another, "" where it leads.
    """

    claims: tuple[Claim, ...]
    leads: bool
    reason: str = ""

    @property
    def story(self) -> tuple[str, int]:
        """Return the article and index of the story."""
        return self.claims[0].article, self.claims[0].evidence.story


def tellings(claims: Iterable[Claim], places: Places, beside: Iterable[Claim] = ()) -> list[Telling]:
    """
    Return what each story tells, one telling per happening, the one it leads with first.

    `claims` are totals of one measure and population, `beside` all figures of the measure. A figure joins
    the leading one if both could hold and nothing sets them apart, or if it is another source's count.
    """
    by_story: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=reading_order):
        by_story[claim.article, claim.evidence.story].append(claim)
    begun: dict[tuple[str, int], int] = {}
    for claim in (*claims, *beside):
        story, start = _story(claim), claim.evidence.start or 0
        begun[story] = min(start, begun.get(story, start))
    return [
        telling for story, own in sorted(by_story.items()) for telling in _of_story(own, places, begun[story])
    ]


def _of_story(claims: Sequence[Claim], places: Places, begun: int) -> list[Telling]:
    leading = _leading(claims)
    happenings = [_Happening(leading, "")]
    for claim in claims:
        if claim is not leading:
            _place(claim, happenings, places)
    start = leading.evidence.start or 0
    # A sole figure is what its story says, unless the story comes to it long after others of the measure.
    sole = len(happenings) == 1 and start - begun < _NEAR
    leads = sole or (len(happenings) < _SURVEY and start < _EARLY)
    return [
        Telling(
            tuple(sorted(own.claims, key=reading_order)),
            leads=leads and own is happenings[0],
            reason=own.reason,
        )
        for own in happenings
    ]


def reading_order(claim: Claim) -> tuple[str, int, bool, int, str, str]:
    """Return a key that sorts claims as their article prints them, a title outside the text first."""
    evidence = claim.evidence
    start = evidence.start
    return claim.article, evidence.story, start is not None, start or 0, claim.words, claim.rule


def _leading(claims: Sequence[Claim]) -> Claim:
    """Return the figure that a story is about: of those in its opening the one it gives most often."""
    if len(claims) == 1:
        return claims[0]
    given = Counter(_stated(claim) for claim in claims)
    opening = [claim for claim in claims if not claim.evidence.start or claim.evidence.start < HEAD]
    plural = [claim for claim in opening if not _is_single(claim)]
    return max(plural or opening or claims, key=lambda claim: given[_stated(claim)])


class _Happening:
    """Figures of one story that may stand for the same people; each question takes constant time."""

    def __init__(self, claim: Claim, reason: str) -> None:
        self.first = claim
        self.reason = reason
        self.claims: list[Claim] = []
        self._values: set[tuple[Interval, Interval]] = set()
        self._sources: set[str] = set()
        self._shared: Interval | None = None
        self.add(claim)

    def add(self, claim: Claim) -> None:
        """Take a figure in."""
        self.claims.append(claim)
        self._values.add((claim.allowed, claim.implied))
        self._sources.add(claim.source)
        # A rival figure leaves the shared numbers as they were.
        self._shared = (
            claim.allowed if self._shared is None else self._shared.shared(claim.allowed) or self._shared
        )

    def says(self, claim: Claim) -> bool:
        """Say whether the same figure is among them."""
        return (claim.allowed, claim.implied) in self._values

    def fits(self, claim: Claim) -> bool:
        """Say whether a figure could hold with the others, and is of their order."""
        near = _ratio(claim, self.first) <= _SAME_ORDER
        return near and (self._shared is None or self._shared.meets(claim.allowed))

    def headed_by(self, claim: Claim) -> bool:
        """Say whether a headline stands against figures of the body that do not repeat it."""
        if claim.evidence.section is Section.HEADLINE:
            return self.first.evidence.section is not Section.HEADLINE
        only_headlines = all(other.evidence.section is Section.HEADLINE for other in self.claims)
        return only_headlines and (claim.evidence.start or 0) < _EARLY

    def rivals(self, claim: Claim) -> bool:
        """Say whether a figure may be another source's count of the same."""
        return names_another(claim.source, self._sources) and _ratio(claim, self.first) <= _RIVALS


def _place(claim: Claim, happenings: list[_Happening], places: Places) -> None:
    """Put a figure to the happening of its story that it may belong to, or open another."""
    why = ""
    for happening in happenings:
        reason = "" if happening.says(claim) else _apart(claim, happening, places)
        if not reason:
            happening.add(claim)
            return
        why = why or reason
    if len(happenings) < _MOST:
        happenings.append(_Happening(claim, why))


def _apart(claim: Claim, happening: _Happening, places: Places) -> str:
    """Say why a figure tells of something else than those of a happening, "" if it may be the same."""
    first = happening.first
    fits = happening.fits(claim)
    if _is_single(claim) and not fits:
        return "one of the victims"
    where, before = place_of(claim), place_of(first)
    relation = places.relation(where, before)
    if relation is Where.APART:
        return f"in {where}, not in {before}"
    if claim.evidence.sentence != first.evidence.sentence:
        elsewhen = _other_time(claim.evidence.sentence, first.evidence.sentence)
        if reason := elsewhen or _leads_over(claim.evidence.sentence):
            return reason
    # Of what a story is about, a headline may go against its own body, and one source against another.
    against = not happening.reason and (happening.headed_by(claim) or happening.rivals(claim))
    if fits or (against and relation is not Where.WITHIN):
        return ""
    return (
        f"in {where}, a part of {before}" if relation is Where.WITHIN else "another figure of the same story"
    )


def _ratio(one: Claim, two: Claim) -> float:
    """Return how many times the larger of two figures is the smaller; nobody at all is near to anything."""
    small, large = sorted(claim.allowed.low or claim.allowed.high or 0 for claim in (one, two))
    return large / small if small > 0 else 1.0 if large <= _SAME_ORDER else large


def _other_time(here: str, there: str) -> str:
    days, before = days_named(here), days_named(there)
    if days and before and not days & before:
        return f"on {_listed(days)}, not on {_listed(before)}"
    years = years_named(here) - years_named(there)
    return f"in {_listed(years)}" if years else ""


def _leads_over(sentence: str) -> str:
    """Say by which word a sentence leads over to another happening, "" if it does not."""
    opening = sentence.lower().replace(",", " ").split()[:_OPENING]
    return next((f'told aside ("{word}")' for word in opening if word in _asides()), "")


def _stated(claim: Claim) -> tuple[float | None, float | None]:
    return claim.value.stated if isinstance(claim.value, Quantity) else (None, None)


def _is_single(claim: Claim) -> bool:
    """Say whether a figure is one victim described, as in "a boy was hurt"."""
    return isinstance(claim.value, Quantity) and claim.value.row == "single"


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(word.title() for word in words))


@cache
def _asides() -> frozenset[str]:
    return frozenset(load_table("newswords")["aside"])


def without_shorthand(claims: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """
    Part the figures of one event in those that stand and those that are short for another of their story.

    "12 dead" beside "at least 12 were killed" says no more than that. Figures that were read as short before
    are set aside and come back here.
    """
    hedged = {
        (*_story(claim), _stated(claim))
        for claim in claims
        if claim.part is Part.TOTAL and claim.hedge is not None and claim.hedge is not Hedge.EXACT
    }
    stand: list[Claim] = []
    short: list[Claim] = []
    for claim in claims:
        plain = claim.part is Part.TOTAL and claim.hedge is Hedge.EXACT
        said_again = plain and (*_story(claim), _stated(claim)) in hedged
        (short if said_again or not claim.asserted else stand).append(claim)
    return stand, short


def is_short(claim: Claim) -> bool:
    """Say whether a figure was set aside because another of its story says it in full."""
    return not claim.asserted and claim.reason.startswith("short for")


def _story(claim: Claim) -> tuple[str, int]:
    return claim.article, claim.evidence.story
