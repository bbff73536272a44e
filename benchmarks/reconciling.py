"""Comparing alone: events of any size whose articles all say how many died, most of them alike."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from random import Random
from time import process_time
from typing import TYPE_CHECKING, Final

from corpus import texts
from rulebooks import rulebook

from atodds.check import reconciled
from atodds.extract.claims import claims_of
from atodds.model.article import Dossier
from atodds.read.articles import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from clock import Result

    from atodds.model.article import Article
    from atodds.model.claim import Claim

TOLLS: Final = ("12", "13", "at least 12", "about 15", "18", "dozens of")
SAME: Final = 0.9  # of the articles of an event say what its first one says
TEXTS: Final = 40  # ways in which the reports of an event go on
PER_EVENT: Final = 10  # articles, where the number of events is what grows
CLAIMS_A_SECOND: Final = 1_500  # a guess, by which a round of `groups` gets its number of groups

Told = tuple["Article", "Claim"]


def groups(path: Path, size: int, seconds: float) -> Result:
    """Compare claims in groups of so many, one article each: one group, or as many as a slow round takes."""
    return _timed(path, max(1, int(CLAIMS_A_SECOND * (seconds or 1) / size)), size)


def events(path: Path, number: int, _: float) -> Result:
    """Compare that many claims, PER_EVENT of each event."""
    return _timed(path, number // PER_EVENT, PER_EVENT)


def _timed(path: Path, number: int, size: int) -> Result:
    """Compare groups that are made off the clock, one by one."""
    book = rulebook(8).select(["killed"])
    told = _told(path)
    reconciled(_Events(told, 1, PER_EVENT), book)
    made = _Events(told, number, size)
    gc.collect()
    start = process_time()
    run = reconciled(made, book)
    seconds = process_time() - start - made.seconds
    return {
        "claims/s": len(run.claims) / max(seconds, 1e-9),
        "claims": len(run.claims),
        "findings": len(run.findings),
    }


def _told(path: Path) -> list[list[Told]]:
    """Return for each toll reports that give it and go on as those of the corpus do."""
    book = rulebook(8).select(["killed"])
    endings = [text.split("\n")[1] for text in islice(texts(path), TEXTS)]
    told = []
    for toll in TOLLS:
        lead = f"The blast in the Karvo mine killed {toll} people on Monday, police said."
        read = [read_article(f"{lead}\n\n{end}\n", id="a", published=date(2031, 1, 1)) for end in endings]
        told.append([(article, claims_of(article, book)[0]) for article in read])
    return told


class _Events:
    """Yields so many events of so many articles; `seconds` is the processor time that making them took."""

    def __init__(self, told: list[list[Told]], number: int, size: int) -> None:
        self._told = told
        self._number = number
        self._size = size
        self.seconds = 0.0

    def __iter__(self) -> Iterator[tuple[Dossier, list[Claim]]]:
        random = Random(0)
        for event in range(self._number):
            start = process_time()
            made = self._event(f"e{event}", random)
            self.seconds += process_time() - start
            yield made

    def _event(self, name: str, random: Random) -> tuple[Dossier, list[Claim]]:
        articles: list[Article] = []
        claims: list[Claim] = []
        usual = random.choice(self._told)
        for place in range(self._size):
            article, claim = random.choice(usual if random.random() < SAME else random.choice(self._told))
            own = f"a{place}"
            day = date(2031, 1, 1) + timedelta(days=place % 3)
            articles.append(replace(article, id=own, event=name, outlet=f"Outlet {place}", published=day))
            claims.append(replace(claim, evidence=replace(claim.evidence, article=own)))
        return Dossier(name, tuple(articles)), claims
