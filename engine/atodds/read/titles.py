"""Where a row's title stands in its text: as a paragraph, glued to the first one, or nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from atodds.read.lines import folded, furniture_of
from atodds.read.published import bare_day

if TYPE_CHECKING:
    from atodds.read.blocks import Paragraph

_DEEPEST: Final = 8  # paragraphs from the top among which a title is looked for
_SPARE: Final = 12  # characters by which two printings of a title may differ: quotes, spaces, stops
_LEAD: Final = 60  # characters that a flattened page prints before its headline: date, kicker
_QUOTES: Final = str.maketrans("“”‘’–—", "\"\"''--")
# "Blast kills four at the port - Harbour TV", "Blast kills four at the port | Courier"
_OUTLET_TAIL: Final = re.compile(r"\s(?:[-–—|»:]|::)\s+(?=[A-Z0-9])[^|]{1,60}\Z")
_LONGEST_TAIL: Final = 70
_MOST_TAILS: Final = 3  # "… - FOX5 Nadir - KPNR | News"
_AFTER: Final = re.compile(r"[\s.:|–—-]*")


def title_in(paragraphs: list[Paragraph], title: str) -> tuple[list[Paragraph], str]:
    """
    Return the paragraphs with the title as one of them, and the title as printed, "" where it is not.

    A page flattened to one line begins with its headline, perhaps after a date, and the report follows in
    the same paragraph; such a paragraph is cut in two or three. The outlet's name behind a title ("… -
    Harbour TV") need not be printed.
    """
    for wording in _wordings(title):
        if any(_is_title(words, wording) for _, _, words in paragraphs[:_DEEPEST]):
            return paragraphs, wording
        if paragraphs and " " in wording and (cut := _cut(paragraphs[0], wording)):
            return [*cut, *paragraphs[1:]], wording
    return paragraphs, ""


def _is_title(words: str, title: str) -> bool:
    return words == title or (abs(len(words) - len(title)) <= _SPARE and folded(words) == folded(title) != "")


def _wordings(title: str) -> list[str]:
    wordings = [title.strip()]
    for _ in range(_MOST_TAILS):
        tail = _OUTLET_TAIL.search(wordings[-1], max(0, len(wordings[-1]) - _LONGEST_TAIL))
        if tail is None:
            break
        wordings.append(wordings[-1][: tail.start()].rstrip())
    return wordings


def _cut(paragraph: Paragraph, title: str) -> list[Paragraph] | None:
    """Return a paragraph in pieces, one of which is the title, or None where it does not begin with it."""
    start, _, words = paragraph
    place = words[: len(title) + _LEAD].translate(_QUOTES).find(title.translate(_QUOTES))
    if place < 0:
        return None
    before = words[:place].strip()
    if before and not (furniture_of(before) or bare_day(before)):
        return None
    title_end = _AFTER.match(words, place + len(title)).end()  # type: ignore[union-attr]
    after = words[title_end:]
    # "Four dead in shooting" is no headline of "Four dead in shooting at the port, police say."
    if after[:1].islower() or (title_end == place + len(title) and after[:1].isalnum()):
        return None
    pieces = [(0, len(before)), (place, title_end), (title_end, len(words))]
    return [
        (start + left, start + right, words[left:right])
        for left, right in ((left, left + len(words[left:right].rstrip())) for left, right in pieces)
        if left < right
    ]
