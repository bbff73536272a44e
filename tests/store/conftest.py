"""What the tests of the store share: a few articles and the shipped rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atodds.read.articles import read_article
from atodds.rulebook.load import load_rulebook

if TYPE_CHECKING:
    from atodds.model.article import Article
    from atodds.rulebook.book import Rulebook

TEXTS = {
    "herald": "The mine blast in Karvo killed 12 people on Monday, police said. Dozens were injured.",
    "courier": "At least 40 people were killed by the blast. “We felt nothing before it came,” said Ann Lee.",
    "echo": "The mine of Karvo stays shut.",
}


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return load_rulebook()


@pytest.fixture
def articles() -> list[Article]:
    return [read_article(text, id=name, event="karvo", path=f"{name}.txt") for name, text in TEXTS.items()]
