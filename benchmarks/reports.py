"""Reports of made-up events for benchmarks: several outlets on each, in words of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_REPORTS = 8  # of one event; some have a single one
COPIES = 0.15  # share of reports that print a wire text as it came
BEGAN = date(2031, 1, 1)

_SYLLABLES = [
    "ba",
    "den",
    "kor",
    "la",
    "mer",
    "nos",
    "pra",
    "ril",
    "sa",
    "tun",
    "vel",
    "wos",
    "yan",
    "zet",
    "gra",
    "lim",
    "osk",
    "ula",
    "fen",
    "har",
]
# What happens, each with the things that reports of such an event speak of.
_KINDS = {
    "fire": "warehouse smoke ladder alarm sprinkler roof pallets arson fumes engine hydrant embers",
    "flood": "river embankment sandbags pump bridge cellar dyke rain ferry evacuation mud harbour",
    "crash": "bus lorry barrier motorway brakes guardrail tanker driver ambulance skid windscreen tyre",
    "blast": "market fuse device shrapnel stall windows crater detonator cordon suitcase kiosk scooter",
    "strike": "miners wages picket shaft union talks shift walkout gate banner foreman ballot",
    "quake": "tremor rubble epicentre tents aftershock magnitude school collapse masonry cracks rescue dogs",
    "trial": "court verdict prosecutor appeal bribery judge sentence defence bench evidence juror plea",
    "storm": "gusts power pylon trees outage coast waves shutters forecast hail barn cyclone",
}
_OPENINGS = (
    "{n} people were killed in a {kind} in {place} on {day}, {body} said.",
    "A {kind} in {place} left at least {n} people dead, according to {person}.",
    "{person} spoke of {n} dead after the {kind} at {place}, {body} confirmed.",
    "The {kind} of {place}: {n} victims and many questions.",
)
_SENTENCES = (
    "Witnesses near the {thing} told of a {other} that nobody had looked after.",
    "{person} blamed the {thing} and promised to have the {other} examined.",
    "The {thing} was moved before noon, and the {other} stood untouched in {place}.",
    "“Nobody warned us about the {thing},” said {person}, who lives beside the {other}.",
    "In {place} the {other} had been a worry for years, and so had the {thing}.",
    "{body} asked people to stay away from the {thing} until {person} had seen the {other}.",
)
_BODIES = ("the interior ministry", "police", "the regional council", "the coast guard", "a hospital")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Report:
    """A report and the number of the event that it is about."""

    id: str
    event: int
    published: date
    text: str


def reports(count: int, days: int, seed: int = 0) -> Iterator[Report]:
    """Yield about so many reports of events spread over so many days, the same for a seed."""
    random = Random(f"{count} {days} {seed}")
    made = event = 0
    while made < count:
        began = BEGAN + timedelta(days=random.randrange(days))
        written: list[str] = []
        kind = random.choice(list(_KINDS))
        place = _name(random) if random.random() < 0.6 else random.choice(_CAPITALS)
        people = [f"{_name(random)} {_name(random)}" for _ in range(3)]
        for _ in range(random.randint(1, MOST_REPORTS)):
            if written and random.random() < COPIES:
                text = f"{random.choice(written)}\nThis report was printed as received."
            else:
                text = _text(random, kind, place, people)
                written.append(text)
            published = began + timedelta(days=random.choice((0, 0, 0, 1, 1, 2, 5)))
            yield Report(f"r{random.getrandbits(48):012x}", event, published, text)
            made += 1
        event += 1


def _text(random: Random, kind: str, place: str, people: list[str]) -> str:
    things = _KINDS[kind].split()

    def filled(sentence: str) -> str:
        thing, other = random.sample(things, 2)
        return sentence.format(
            n=random.randint(3, 60),
            kind=kind,
            place=place,
            person=random.choice(people),
            body=random.choice(_BODIES),
            day=random.choice(_DAYS),
            thing=thing,
            other=other,
        )

    opening = filled(random.choice(_OPENINGS))
    return "\n".join([opening, *(filled(random.choice(_SENTENCES)) for _ in range(random.randint(6, 14)))])


def _name(random: Random) -> str:
    return "".join(random.choice(_SYLLABLES) for _ in range(random.randint(2, 3))).capitalize()


# Cities in which something happens every week, so that their names tell little.
_CAPITALS = [_name(Random(number)) for number in range(12)]
