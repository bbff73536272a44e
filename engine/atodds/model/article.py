"""Articles as published, and the readable stories inside them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Section(StrEnum):
    """What part of a page a block of text is."""

    HEADLINE = "headline"
    CAPTION = "caption"
    BODY = "body"
    RELATED = "related"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """
    One paragraph or heading.

    `start` and `end` are characters into `Article.text`, or into `Article.title` where `in_title` is set.
    `paragraph` counts the body paragraphs of a story from 1; other sections have 0. A `repeated` block has
    been printed before in the same story and says nothing new.
    """

    section: Section
    start: int
    end: int
    paragraph: int = 0
    in_title: bool = False
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """One readable text of an article; `index` counts from 0 within the article."""

    index: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """
    One file or record as published.

    `text` is the original text, untouched: every offset of the run points into it. `id` is unique within
    its dossier: the row's id, or the file's path below the PATH that was asked for. `event` names the
    dossier. `outlet` is who published, "" if unknown; `outlet_guess` is the outlet that the text itself
    speaks for ("in answer to a question from The National"). `path` is the file it came from, as given.
    """

    id: str
    text: str
    title: str = ""
    outlet: str = ""
    outlet_guess: str = ""
    published: date | None = None
    url: str = ""
    event: str = ""
    path: str = ""
    stories: tuple[Story, ...] = field(default=())

    @property
    def name(self) -> str:
        """Return how a table calls the article: its outlet where known, else its id."""
        return self.outlet or self.id

    def words_of(self, block: Block) -> str:
        """Return the text of one of the article's blocks."""
        return (self.title if block.in_title else self.text)[block.start : block.end]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The articles to reconcile; `id` is the event they are about."""

    id: str
    articles: tuple[Article, ...]

    def bare(self) -> Dossier:
        """Return the dossier without the texts of its articles, which fill the memory of a large run."""
        return Dossier(self.id, tuple(replace(one, text="", stories=()) for one in self.articles))
