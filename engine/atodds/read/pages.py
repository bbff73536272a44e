"""What a page says of itself: the day it was published and the outlet it speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.model.article import Section
from atodds.read.lines import furniture_of
from atodds.read.outlets import outlet_guess
from atodds.read.published import bare_day, dateline_day, labelled_day
from atodds.read.wordings import Furniture

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from atodds.model.article import Block, Story


def day_of_page(text: str, story: Story) -> date | None:
    """
    Return the day that a page gives for its own publication, None if it gives none.

    "Published" goes before "Updated", that before a bare date above the body, that before the dateline of
    a wire report. The date under a tweet, in a caption or in the report is no day of publication.
    """
    published = updated = bare = wire = None
    in_body = False
    for block in story.blocks:
        words = text[block.start : block.end]
        if block.section is Section.BODY and not in_body:
            in_body = True
            wire = dateline_day(words)
        if block.section is not Section.BOILERPLATE:
            continue
        label = furniture_of(words)
        furniture = label.furniture if label else None
        if furniture is Furniture.COMMENTS:
            break
        if furniture is Furniture.PUBLISHED:
            published = published or labelled_day(words)
        elif furniture is Furniture.UPDATED:
            updated = updated or labelled_day(words)
        elif not in_body:
            bare = bare or bare_day(words)
    return published or updated or bare or wire


def outlet_of_page(text: str, stories: list[Story]) -> str:
    """
    Return the outlet that a page speaks for, "" if it does not say.

    Only the first story's report is asked, since the next one may come from elsewhere; a copyright line
    counts wherever it stands.
    """
    return outlet_guess(
        _printed(text, stories[0].blocks, Section.BODY),
        [words for story in stories for words in _printed(text, story.blocks, Section.BOILERPLATE)],
    )


def _printed(text: str, blocks: Iterable[Block], section: Section) -> list[str]:
    return [text[block.start : block.end] for block in blocks if block.section is section]
