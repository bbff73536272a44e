"""A page with a second report under the first falls into two stories."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from atodds.read.credits import ends_in_credit
from atodds.read.published import wire_of
from atodds.read.sections import furniture_of, is_heading
from atodds.read.wordings import Furniture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.read.blocks import Paragraph

_DEEPEST_TOP: Final = 12  # paragraphs that a page prints at most between a headline and its body
_BODY: Final = 60  # characters; a shorter paragraph proves no report
_DATES: Final = (Furniture.PUBLISHED, Furniture.UPDATED)


def split(paragraphs: Sequence[Paragraph]) -> list[Sequence[Paragraph]]:
    """
    Return the paragraphs of each story of a page, in order.

    A page is one story unless a second page top stands in it. That is a heading below the body which
    either is printed again with captions or counters between, or has a share counter of the first page
    top under it, or a line with the date of publication, or a paragraph signed by an agency, "PORT NADIR
    (Reuters) - "; and then body. Weaker signs, a gap or a label such as "More news", do not divide.
    """
    bodies = [index for index, (_, _, words) in enumerate(paragraphs) if _is_body(words)]
    if len(bodies) < 3:
        return [paragraphs]
    tops = _page_tops(paragraphs, bodies)
    bounds = [0, *tops, len(paragraphs)]
    return [paragraphs[start:end] for start, end in pairwise(bounds)]


def _page_tops(paragraphs: Sequence[Paragraph], bodies: list[int]) -> list[int]:
    """Return the indexes of the headings that begin a further story."""
    first_top = {words for _, _, words in paragraphs[: bodies[0]]}
    tops: list[int] = []
    # One or two paragraphs with a full stop may still be summary and caption of the first page top.
    for index in range(bodies[1] + 1, len(paragraphs) - 1):
        words = paragraphs[index][2]
        if words in first_top or not is_heading(words):
            continue
        label = furniture_of(words)
        if label is not None and label.furniture is Furniture.COMMENTS:
            break
        if label is None and _heads_a_page(paragraphs, index, first_top):
            tops.append(index)
    return [top for before, top in pairwise([0, *tops]) if top - before > 1]


def _heads_a_page(paragraphs: Sequence[Paragraph], index: int, first_top: set[str]) -> bool:
    """Say whether the heading at an index is the first line of a further page top."""
    heading = paragraphs[index][2]
    proved = between = False
    for (_, _, before), (_, _, words) in pairwise(paragraphs[index : index + _DEEPEST_TOP + 1]):
        label = furniture_of(words)
        if words == heading:
            proved = proved or between
        elif label is not None:
            if label.furniture in (Furniture.COMMENTS, Furniture.RELATED):
                return False
            proved = proved or label.furniture in _DATES or words in first_top
            between = True
        elif wire_of(words):
            return True
        elif words == before or ends_in_credit(words):
            between = True
        elif not is_heading(words):
            return proved and _is_body(words)
    return False


def _is_body(words: str) -> bool:
    return len(words) > _BODY and not is_heading(words)
