"""Bench: what comparing the claims of one event needs to know about its articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from atodds.compare.messages import Desk
from atodds.compare.origins import Origins
from atodds.compare.places import Places

if TYPE_CHECKING:
    from atodds.model.article import Dossier


@dataclass(frozen=True, slots=True)
class Bench:
    """An event, how places lie in its texts, whom its claims go back to, and what to call its articles."""

    event: str
    places: Places
    origins: Origins
    desk: Desk

    @classmethod
    def of(cls, dossier: Dossier) -> Bench:
        """Return the bench for the articles of one event."""
        return cls(
            dossier.id,
            Places([article.text for article in dossier.articles]),
            Origins(dossier.articles),
            Desk(dossier.articles),
        )
