"""Which event a story is about, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container


def dossier_of(event: str, dossiers: Container[str]) -> str:
    """Return the id of the dossier that an event was found in: "fire" for "fire#2", if there is a "fire"."""
    return event if event in dossiers else event.rpartition("#")[0] or event


@dataclass(frozen=True, slots=True)
class EventChoice:
    """
    The event one story was put under.

    `beside` is the article of the story it was held against, the closest one of the event it joined or, for
    a story that opened an event of its own, of the events it did not join; "" where there was none.
    `together` says what the two share, `apart` what sets them apart, each a few words.
    """

    article: str
    story: int
    event: str
    beside: str = ""
    together: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    joined: bool = True

    def __str__(self) -> str:
        who = self.article if self.story == 0 else f"story {self.story + 1} of {self.article}"
        if not self.beside:
            return f"{who} is about {self.event}"
        verdict = (
            f"is about {self.event}, as {self.beside} is"
            if self.joined
            else f"is about {self.event}, not what {self.beside} is about"
        )
        reasons = "; ".join(
            f"{word}: {', '.join(values)}"
            for word, values in (("together", self.together), ("apart", self.apart))
            if values
        )
        return f"{who} {verdict} ({reasons})" if reasons else f"{who} {verdict}"
