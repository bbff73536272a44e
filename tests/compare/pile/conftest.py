"""Sketches and reports made by hand, so that events are looked for in piles one can take in at a glance."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

import pytest

from atodds.compare.pile.sketch import Sketch
from atodds.read.articles import read_article

if TYPE_CHECKING:
    from atodds.model.article import Article

MONDAY = date(2031, 3, 3)

# Four tellings of each event, in words of their own.
HAPPENINGS = {
    "tannery": (
        (
            "Nine dyers were killed when vats burst at the Orlan tannery in Veskol on Monday, foreman Ilya "
            "Brandt said. Acid ran through the drying lofts."
        ),
        (
            "Acid from burst vats killed at least nine dyers in Veskol. The Orlan tannery had drying lofts "
            "of timber, and Ilya Brandt called them a trap."
        ),
        (
            "Eleven dyers died at the Orlan tannery, where vats of acid burst under the drying lofts, a "
            "doctor in Veskol said."
        ),
        (
            "Veskol mourns its dyers. The vats of the Orlan tannery burst on Monday; acid stood in the "
            "lofts, said Ilya Brandt."
        ),
    ),
    "ferry": (
        (
            "The ferry Anemone struck a reef off Port Nadir with pilgrims aboard, and 12 of them drowned, "
            "harbour master Lucia Moro said."
        ),
        (
            "Twelve pilgrims drowned off Port Nadir as the Anemone hit a reef. The ferry had no pilot, said "
            "Lucia Moro."
        ),
        "A reef tore open the ferry Anemone. Of the pilgrims, 14 drowned within sight of Port Nadir.",
        (
            "Divers found pilgrims in the ferry Anemone, which lies on a reef near Port Nadir; 12 drowned, "
            "Lucia Moro said."
        ),
    ),
    "glacier": (
        (
            "A tongue of the Hurgal glacier broke off above the Sessin hut and buried six climbers, guide "
            "Petra Aker said."
        ),
        (
            "Six climbers were buried at the Sessin hut when ice fell from the Hurgal glacier. Guide Petra "
            "Aker saw it."
        ),
        (
            "Ice from the Hurgal glacier buried a rope of climbers above the Sessin hut, six of whom were "
            "found dead."
        ),
        (
            "Guide Petra Aker led the search for six climbers whom ice of the Hurgal glacier had buried by "
            "the Sessin hut."
        ),
    ),
    "granary": (
        (
            "Dust exploded in the Tolva granary and killed four millers, union secretary Omar Dusek said. "
            "Belts had run hot."
        ),
        (
            "Four millers died in Tolva after dust exploded in the granary. Omar Dusek said the belts ran "
            "hot for weeks."
        ),
        (
            "The granary of Tolva exploded: five millers dead, belts blamed, Omar Dusek demands an inquest "
            "into the dust."
        ),
        "Dust and hot belts made the Tolva granary explode, an inquest heard. Four millers were killed.",
    ),
    "circus": (
        (
            "An elephant of the Circus Baldini trampled three stable hands in Marrow, ringmaster Jonas Feld "
            "said."
        ),
        (
            "Three stable hands were trampled in Marrow by an elephant. Ringmaster Jonas Feld shut the "
            "Circus Baldini."
        ),
        "The Circus Baldini left Marrow without its elephant, which had trampled stable hands; three died.",
        (
            "Ringmaster Jonas Feld wept: an elephant had trampled three stable hands of the Circus Baldini "
            "at Marrow."
        ),
    ),
    "tunnel": (
        (
            "Water broke into the Gotram tunnel and drowned seven navvies, engineer Mira Sand said. Pumps "
            "had failed."
        ),
        "Seven navvies drowned in the Gotram tunnel. The pumps failed at dawn, said engineer Mira Sand.",
        "Pumps failed and the Gotram tunnel filled; eight navvies were drowned, one of them at the shield.",
        "Engineer Mira Sand had warned of the pumps in the Gotram tunnel, where seven navvies drowned.",
    ),
}

# A page with the ferry above and, signed by an agency, the tunnel below.
PAGE = "\n\n".join(
    (
        *HAPPENINGS["ferry"][:3],
        "Navvies Drown as Pumps Fail",
        "GOTRAM (Reuters) - " + HAPPENINGS["tunnel"][0],
        *HAPPENINGS["tunnel"][1:],
    )
)


class Sketches(Protocol):
    """Makes a sketch of words, names with a capital, `day` days after a Monday, None if nobody knows."""

    def __call__(self, name: str, words: str, day: int | None = 0) -> Sketch: ...


def _sketches(name: str, words: str, day: int | None = 0) -> Sketch:
    terms = tuple(sorted(f"^{word}" if word[0].isupper() else word for word in words.split()))
    return Sketch(name, 0, None if day is None else MONDAY + timedelta(days=day), terms, ())


@pytest.fixture(scope="session")
def sketches() -> Sketches:
    return _sketches


@pytest.fixture(scope="session")
def pile() -> list[Article]:
    """Reports of six events, four on each, with the outlets' names in an order that tells nothing."""
    return [
        read_article(
            text,
            id=f"{number}-{happening}",
            published=MONDAY + timedelta(days=number // 2),
            event="archive",
        )
        for happening, texts in HAPPENINGS.items()
        for number, text in enumerate(texts)
    ]
