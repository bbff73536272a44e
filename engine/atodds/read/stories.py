"""A page with a second report under the first falls into two stories."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from atodds.read.credits import ends_in_credit
from atodds.read.lines import furniture_of, is_heading
from atodds.read.published import wire_of
from atodds.read.subjects import new_subjects
from atodds.read.wordings import Furniture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.read.blocks import Paragraph

# Paragraphs of body that make a first story. Two may be a summary and a caption with full stops, printed
# above the headline of the only story there is.
_SHORTEST_STORY: Final = 3
_DEEPEST_TOP: Final = 12  # paragraphs that a page prints at most between a headline and its body
_BODY: Final = 25  # characters; a shorter paragraph proves no report
_DATE_LINES: Final = ("Updated", "Posted", "Published", "UPDATED", "POSTED", "PUBLISHED", "Last ", "First ")
_DATES: Final = (Furniture.PUBLISHED, Furniture.UPDATED)
_LINKS: Final = (Furniture.RELATED, Furniture.COMMENTS)


def split(paragraphs: Sequence[Paragraph]) -> list[Sequence[Paragraph]]:
    """
    Return the paragraphs of each story of a page, in order.

    A page is one story unless a second page top stands in it. That is a heading below the body which
    either is printed again with captions or counters between, or has a share counter of the first page
    top under it, or a line with the date of publication, or a paragraph signed by an agency, "PORT NADIR
    (Reuters) - "; and then body. A bare heading divides where the text goes on to another subject. Weaker
    signs, a gap or a label such as "More news", do not.
    """
    stories: list[Sequence[Paragraph]] = []
    for story in _by_page_tops(paragraphs):
        bounds = [0, *new_subjects(story), len(story)]
        stories += [story[start:end] for start, end in pairwise(bounds)]
    return stories


def _by_page_tops(paragraphs: Sequence[Paragraph]) -> list[Sequence[Paragraph]]:
    """Return the paragraphs of each story that has a page top of its own."""
    if not _may_divide(paragraphs):
        return [paragraphs]
    headings = [
        index
        for index, (_, _, words) in enumerate(paragraphs)
        if words[-1] != "." and index >= _SHORTEST_STORY and is_heading(words)
    ]
    if not headings:
        return [paragraphs]
    bounds = [0, *_page_tops(paragraphs, headings), len(paragraphs)]
    return [paragraphs[start:end] for start, end in pairwise(bounds)]


def _page_tops(paragraphs: Sequence[Paragraph], headings: list[int]) -> list[int]:
    """Return those of the headings that begin a further story."""
    bodies = [index for index, (_, _, words) in enumerate(paragraphs) if _is_body(words)]
    if len(bodies) <= _SHORTEST_STORY:
        return []
    first_top = {words for _, _, words in paragraphs[: bodies[0]]}
    tops: list[int] = []
    end = bodies[_SHORTEST_STORY - 1]  # of the top, or of what must be the first story
    for index in headings:
        words = paragraphs[index][2]
        if index < end or words in first_top:
            continue
        label = furniture_of(words)
        if label is None:
            if body := _body_below(paragraphs, index, first_top):
                tops.append(index)
                end = body
        elif label.furniture is Furniture.COMMENTS:
            break
    return tops


def _body_below(paragraphs: Sequence[Paragraph], index: int, first_top: set[str]) -> int:
    """Return where the body begins under a heading that begins a story, 0 under any other heading."""
    heading = before = paragraphs[index][2]
    proved = between = False
    for place in range(index + 1, min(index + 1 + _DEEPEST_TOP, len(paragraphs))):
        words = paragraphs[place][2]
        if words == heading:
            proved = proved or between
        elif label := furniture_of(words):
            if label.furniture in _LINKS:
                return 0
            proved = proved or label.furniture in _DATES or words in first_top
            between = True
        elif wire_of(words):
            return place
        elif words == before or ends_in_credit(words):
            between = True
        elif not is_heading(words):
            return place if proved and _is_body(words) else 0
        before = words
    return 0


def _may_divide(paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether anything at all speaks for a second page top; most articles are done with here."""
    seen: set[str] = set()
    for _, _, words in paragraphs:
        if words in seen or words.startswith(_DATE_LINES) or wire_of(words):
            return True
        seen.add(words)
    return False


def _is_body(words: str) -> bool:
    return len(words) > _BODY and not is_heading(words)
