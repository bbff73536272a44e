"""The name somebody probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALIKE: Final = 70.0  # percent, by rapidfuzz's normalised distance; "tolerence" and "tolerance" have 89


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ' (did you mean "tolerance"?)' for the known name nearest to a word, "" if none is near."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - a rulebook without a fault needs no rapidfuzz

    nearest = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return f' (did you mean "{nearest[0]}"?)' if nearest else ""
