"""Sketches: of each story of a pile only what it takes to find its event, a few thousand bytes each."""

from __future__ import annotations

from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING, Final

from atodds.compare.profiles import HEAD, beginning_of, proper_names
from atodds.rulebook.newswords import content_words

if TYPE_CHECKING:
    from datetime import date

    from atodds.model.article import Article, Story

# Characters: the paragraphs in which a report of any outlet has named place and people.
_BEGINNING: Final = 2500
_NAME: Final = "^"  # before a name, which counts more than a word

Key = tuple[str, int]
"""A story: the id of its article and its index there."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """
    A story as it is known when events are looked for.

    `opening` are the terms of headline and first sentences, `rest` those that the story's beginning has
    besides, both sorted; a term is a content word without its ending, or "^" and a proper name as it
    sounds. Figures are no terms: reports of one event disagree in them, which is what we are after.
    `published` is the day of publication, None where nobody knows it.
    """

    article: str
    story: int
    published: date | None
    opening: tuple[str, ...]
    rest: tuple[str, ...]

    @property
    def key(self) -> Key:
        """Return which story it is."""
        return self.article, self.story


def sketch_of(article: Article, story: Story) -> Sketch:
    """Return the sketch of a story."""
    opening = terms_of(beginning_of(article, story, HEAD))
    beginning = terms_of(beginning_of(article, story, _BEGINNING))
    return Sketch(
        article=article.id,
        story=story.index,
        published=article.published,
        opening=tuple(sorted(opening)),
        rest=tuple(sorted(beginning.keys() - opening.keys())),
    )


def spelled_in(article: Article, story: Story) -> dict[str, str]:
    """Return the terms of a story's beginning, each as first written."""
    return terms_of(beginning_of(article, story, _BEGINNING))


def is_name(term: str) -> bool:
    """Say whether a term is a proper name."""
    return term.startswith(_NAME)


def terms_of(text: str) -> dict[str, str]:
    """Return the terms of a text, each as first written."""
    terms: dict[str, str] = {}
    for word, written in content_words(text):
        terms.setdefault(intern(word), written)
    for sound, written in proper_names(text):
        terms.setdefault(intern(_NAME + sound), written)
    return terms
