"""What a report calls an article: its outlet, or its file name without what only a computer needs."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from atodds.model.event import dossier_of
from atodds.report.words import printable

if TYPE_CHECKING:
    from atodds.model.article import Article, Dossier
    from atodds.model.finding import Run

LONGEST = 24

# "000_cf3cf921da9d11d1" is what a scraper calls a page: the digest says nothing to a reader.
_DIGEST = re.compile(
    r"""(?:^|[_.-])             # a part of the name by itself ...
        (?=[0-9]*[a-f])         # ... of digits and letters: "20220110" is a date
        (?=[a-f]*[0-9])
        [0-9a-f]{8,}
        (?=$|[_.-])""",
    re.IGNORECASE | re.VERBOSE,
)
_SUFFIX = re.compile(r"\.(?:txt|md|markdown|html?)$", re.IGNORECASE)


def names_of(run: Run) -> dict[str, dict[str, str]]:
    """Return for each event the name of each of its articles by id."""
    names = {dossier.id: dossier_names(dossier) for dossier in run.dossiers}
    # "fire#2" is another happening on the pages of "fire".
    return {event: names.get(dossier_of(event, names), {}) for event in events_of(run)}


def events_of(run: Run) -> list[str]:
    """Return the events of a run: each dossier, with the further happenings in its articles behind it."""
    events = [dossier.id for dossier in run.dossiers]
    place = {event: index for index, event in enumerate(events)}
    further = {row.event for row in run.coverage} | {finding.event for finding in run.findings}
    events += sorted(further - place.keys())
    return sorted(events, key=lambda event: place.get(dossier_of(event, place), len(place)))


def dossier_names(dossier: Dossier) -> dict[str, str]:
    """Return the name of each article of a dossier by its id; no two are alike."""
    ids = [article.id for article in dossier.articles]
    short = dict(zip(ids, _told_apart(ids), strict=True))
    outlets = Counter(_outlet(article) for article in dossier.articles)
    names = {}
    for article in dossier.articles:
        outlet, file = _outlet(article), short[article.id]
        if not outlet:
            names[article.id] = file
        elif outlets[outlet] == 1:
            names[article.id] = outlet
        else:
            names[article.id] = f"{outlet} [{file}]"
    return names


def _outlet(article: Article) -> str:
    outlet = printable(article.outlet)
    return outlet if len(outlet) <= LONGEST else outlet[: LONGEST - 1].rstrip() + "…"


def _told_apart(ids: list[str]) -> list[str]:
    """Return the shortest form of each id that still tells all of them apart."""
    plain = [printable(name) for name in ids]
    for shorten in (_without_digest_and_folder, _without_digest, _clipped):
        shorter = [shorten(name) for name in plain]
        if len(set(shorter)) == len(ids):
            return shorter
    return plain


def _without_digest_and_folder(name: str) -> str:
    return _without_digest(name.rpartition("/")[2])


def _without_digest(name: str) -> str:
    stem = _SUFFIX.sub("", name)
    return _clipped(_DIGEST.sub("", stem).strip("_.-") or stem)


def _clipped(name: str) -> str:
    # Both ends of a long name are kept: dates stand in front, numbers behind.
    if len(name) <= LONGEST:
        return name
    return f"{name[: LONGEST - 9].rstrip('_.- ')}…{name[-8:].lstrip('_.- ')}"
