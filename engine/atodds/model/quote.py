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
    Words in quotation marks.

    `span` is the half-open character range of `text` (marks excluded; a split quote runs from its first to
    its last word). `speaker` is the person or body credited as worded, resolved inside the story where a
    pronoun or surname stands, "" if nobody is. `cue` is the said-verb ("told reporters"). `sentence` is the
    sentence around it. `fragment` marks a few words quoted inside indirect speech.
    """

    text: str
    span: tuple[int, int]
    speaker: str = ""
    cue: str = ""
    sentence: str = ""
    fragment: bool = False
