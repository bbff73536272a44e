"""A quotation: the words between the marks and who is said to have said them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How one wording of an utterance differs from another, least to most."""

    IDENTICAL = "identical"
    TYPOGRAPHIC = "typographic"
    CUT = "cut"
    EDITED = "edited"
    REWORDED = "reworded"
    MEANING_CHANGED = "meaning_changed"
    DIFFERENT = "different_quote"


@dataclass(frozen=True, slots=True)
class Quote:
    """
    Words in quotation marks, or set off as a post or block quote.

    `span` is the half-open character range of the words (marks excluded; a split quote runs from its first to
    its last word), `parts` the ranges of its pieces: `text` is those pieces, joined by a space. `speaker` is
    the person or body credited as worded, a surname given in full where the story does; a pronoun or bare
    role is followed by whom it means: "she (Ann Lee)". It is "" if nobody is credited. `cue` is the
    said-verb, `sentence` the sentence around the quote, white space folded. `fragment` marks a few words
    quoted inside indirect speech.
    """

    text: str
    span: tuple[int, int]
    speaker: str = ""
    cue: str = ""
    sentence: str = ""
    fragment: bool = False
    parts: tuple[tuple[int, int], ...] = ()
