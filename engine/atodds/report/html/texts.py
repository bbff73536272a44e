"""Article texts cut into runs of plain and claimed characters, and diffs into kept, cut and added words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST = 30_000
"""Characters of an article up to which the page shows all of it, and beyond only the lines with claims."""

_CHANGE = re.compile(
    r"""\[-(?P<cut>.*?)-\]     # as wdiff marks what only the first wording has ...
      | \{\+(?P<added>.*?)\+\} # ... and what only the second has
    """,
    re.VERBOSE | re.DOTALL,
)
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Marking:
    """A claim in a text: its characters, the link to its finding, what it is, and its own anchor."""

    start: int
    end: int
    target: str
    verdict: str
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text; `marking` is the claim it belongs to, None for plain text."""

    text: str
    marking: Marking | None = None


def pieces(text: str, markings: Iterable[Marking]) -> list[Piece]:
    """
    Cut a text at its claims.

    Where claims overlap the one that begins first has the shared characters, the longer one of two that
    begin together. Of a long text only the lines with claims are kept.
    """
    found: list[Piece] = []
    position = 0
    for marking in sorted(markings, key=lambda one: (one.start, -one.end)):
        start = max(marking.start, position)
        if start >= marking.end:
            continue
        found.append(Piece(text[position:start]))
        found.append(Piece(shown(text[start : marking.end]), marking))
        position = marking.end
    found.append(Piece(text[position:]))
    if len(text) > LONGEST:
        found = [piece if piece.marking else Piece(_shortened(piece.text)) for piece in found]
    return [piece if piece.marking else Piece(shown(piece.text)) for piece in found if piece.text]


def diff_pieces(diff: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a diff as ("kept" | "cut" | "added", words)."""
    position = 0
    for change in _CHANGE.finditer(diff):
        if change.start() > position:
            yield "kept", shown(diff[position : change.start()])
        kind = "cut" if change["cut"] is not None else "added"
        yield kind, shown(change[kind])
        position = change.end()
    if position < len(diff):
        yield "kept", shown(diff[position:])


def shown(text: str) -> str:
    """Return a text without characters that no page may hold or that hide what it says."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _shortened(text: str) -> str:
    """Keep of a long stretch the line it begins in and the line it ends in."""
    if len(text) < 2000:
        return text
    head, tail = text[:600], text[-600:]
    return f"{head[: head.rfind(' ')]} […] {tail[tail.find(' ') + 1 :]}"
