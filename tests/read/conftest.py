"""What the tests of reading share: the scraped pages, and a view of an article's blocks."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from atodds.read.articles import read_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from atodds.model.article import Article

EXTRAS = ("feedparser", "fastwarc", "pyarrow", "resiliparse", "trafilatura")
PAGES = Path(__file__).parents[2] / "fixtures" / "pages"


@pytest.fixture
def without_extras(monkeypatch: pytest.MonkeyPatch) -> None:
    """Play an installation without any extra."""
    for module in EXTRAS:
        monkeypatch.setitem(sys.modules, module, None)


@pytest.fixture
def page() -> Callable[[str], Article]:
    """Read one of the scraped pages by its stem."""

    def read(stem: str) -> Article:
        return read_article((PAGES / f"{stem}.txt").read_text(encoding="utf-8"), id=stem)

    return read


@pytest.fixture
def outline() -> Callable[..., list[str]]:
    """Return an article's blocks of one story as lines: section, "again" if repeated, first words."""

    def lines(article: Article, story: int = 0, words: int = 3) -> list[str]:
        return [
            " ".join(
                [
                    str(block.section),
                    *(["again"] if block.repeated else []),
                    *article.words_of(block).split()[:words],
                ]
            )
            for block in article.stories[story].blocks
        ]

    return lines
