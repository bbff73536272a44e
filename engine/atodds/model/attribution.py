"""An attribution: whom a sentence credits for what it states."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attribution:
    """
    A credit inside one sentence.

    `source` is the person or body as worded ("Kazakhstan's Interior Ministry"), `cue` the words that give
    the credit ("said", "according to"), `span` the half-open character range of `source`.
    """

    source: str
    cue: str
    span: tuple[int, int]
