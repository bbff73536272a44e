"""What a single line is, looked at alone: a heading, a piece of furniture, or part of the report."""

from __future__ import annotations

import re
from typing import Final

from atodds.read.published import labelled_day
from atodds.read.wordings import Furniture, Label, label_of

_LONGEST_HEADING: Final = 160
LONGEST_FURNITURE: Final = 400  # characters; longer paragraphs are the report's
_CLOSERS: Final = "\"'”’»)] "
_STOPS: Final = ".:;,…"
_DASHES: Final = "—–-"
_QUOTES: Final = str.maketrans('“”‘’«»"–—', "'''''''--")
_BYLINE: Final = re.compile(
    r"""
    (?: [Bb]y | BY ) :? \s+
    [A-Z][\w.'’-]* (?: \s+ (?: [A-Z][\w.'’-]* | and | & | de | van | von | al ) ,? ){1,7}
    (?: \s* [,|·-] \s* [\w\s.'’@|·-]{1,60} )?
    """,
    re.VERBOSE,
)
# The line under an embedded tweet: "— Jane Roe (@janeroe) March 2, 2031".
_TWEET_SIGNATURE: Final = re.compile(r"[—–-]+ ?[^()]{1,80}\(@\w{1,30}\)")


def is_heading(words: str) -> bool:
    """Say whether a paragraph looks like a heading: short, begun with a capital, no full stop at its end."""
    if len(words) > _LONGEST_HEADING or words[0].islower():
        return False
    end = words.rstrip(_CLOSERS)
    return bool(end) and end[-1] not in _STOPS and "pic.twitter.com/" not in words


def folded(words: str) -> str:
    """Return words so that two printings of a heading are equal: case, kind of quotes and spacing aside."""
    plain = words.casefold()
    plain = plain.replace('"', "'") if plain.isascii() else plain.translate(_QUOTES)
    return " ".join(plain.split()).strip(" .:-'")


def furniture_of(words: str) -> Label | None:
    """
    Return what a paragraph is by its own wording, None for what may be part of the report.

    "Updated" is a date line only with a date behind it: "UPDATE: Twelve people …" is the report.
    """
    if len(words) > LONGEST_FURNITURE:
        return None
    label = label_of(words)
    if label is None:
        signs = words[0] in _DASHES and _TWEET_SIGNATURE.match(words)
        mute = not words[0].isalnum() and not any(map(str.isalnum, words))
        return Label(Furniture.BOILERPLATE, alone=True) if signs or mute or _is_byline(words) else None
    if label.furniture in (Furniture.PUBLISHED, Furniture.UPDATED):
        return label if len(words) <= _LONGEST_HEADING and labelled_day(words) else None
    if label.furniture is Furniture.RELATED and not label.alone:
        return label if is_heading(words) else None
    return label


def _is_byline(words: str) -> bool:
    return (
        words[:2] in ("By", "BY") and len(words) <= _LONGEST_HEADING and _BYLINE.fullmatch(words) is not None
    )
