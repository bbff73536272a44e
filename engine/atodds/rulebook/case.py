"""The tests that a rule file carries: texts with their claims, dossiers with their verdict."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Discriminator, Field, Tag

from atodds.model.finding import Verdict
from atodds.rulebook.shape import Strict, Word

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
# What pydantic calls the alternatives of a union in the location of an error; nothing in a file is named so.
SHAPES: Final = frozenset({"(dossier)", "(one text)", "(words)", "(keys)"})


def _day(value: object) -> object:
    """Take days as 2022-01-31 only; pydantic would read 8 as a second of 1970."""
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("a day is written 2022-01-31")
    return value


class ArticleText(Strict):
    """An article of a rule's test, where its date or outlet matters."""

    text: Word = Field(description="The article.")
    title: str = Field(default="", description="Its headline.")
    outlet: str = Field(default="", description="Who published it.")
    published: Annotated[date | None, BeforeValidator(_day)] = Field(
        default=None, description="The day it was published, as 2022-01-31."
    )


def _article_shape(article: object) -> str:
    return "(words)" if isinstance(article, str) else "(keys)"


AnyArticle = Annotated[
    Annotated[Word, Tag("(words)")] | Annotated[ArticleText, Tag("(keys)")], Discriminator(_article_shape)
]
Outlets = tuple[Word, ...]


class Expectation(Strict):
    """What comparing a test's articles must come to: the verdict, with the articles that take part in it."""

    conflict: Outlets | None = Field(default=None, description="These contradict each other.")
    tension: Outlets | None = Field(default=None, description="A reader would take these apart.")
    update: Outlets | None = Field(default=None, description="The later of these have a higher figure.")
    agree: Outlets | None = Field(default=None, description="These say the same.")
    single: Outlets | None = Field(default=None, description="Only this one says anything.")
    absent: Outlets | None = Field(default=None, description="These say nothing that the rule asks for.")

    @property
    def verdicts(self) -> dict[Verdict, Outlets]:
        """Return the articles of each verdict that is expected."""
        return {verdict: names for verdict in Verdict if (names := getattr(self, verdict)) is not None}


class DossierTest(Strict):
    """A test that compares articles."""

    name: str = Field(default="", description="What the test shows.")
    articles: dict[Word, AnyArticle] = Field(min_length=1, description="The articles by name.")
    expect: Expectation = Field(description="What comparing them must come to.")

    @property
    def dossier(self) -> dict[str, ArticleText]:
        """Return the articles in their long form."""
        return {
            name: ArticleText(text=article) if isinstance(article, str) else article
            for name, article in self.articles.items()
        }

    @property
    def fires(self) -> bool:
        """Say whether the articles are expected to disagree."""
        expect = self.expect
        return not (expect.conflict is expect.tension is expect.update is None)


class TextTest(Strict):
    """A test that reads one text."""

    name: str = Field(default="", description="What the test shows.")
    text: Word = Field(description="The text, usually one sentence.")
    claims: tuple[Word, ...] = Field(
        description="Every claim of the text, none where the rule is silent. A figure is an interval: 164, "
        "'>= 2000', '[7500, 8500)', '9 (part)'; a duration one of days; a date is 2022-01-05 or "
        "2022-01-05/2022-01-08; else a category, a name or the words of a quote."
    )

    @property
    def fires(self) -> bool:
        """Say whether the text is expected to make a claim."""
        return bool(self.claims)


def _test_shape(test: Any) -> str:  # noqa: ANN401 - pydantic hands over whatever the file holds
    if isinstance(test, dict):
        return "(dossier)" if "articles" in test or "expect" in test else "(one text)"
    return "(dossier)" if isinstance(test, DossierTest) else "(one text)"


RuleTest = Annotated[
    Annotated[DossierTest, Tag("(dossier)")] | Annotated[TextTest, Tag("(one text)")],
    Discriminator(_test_shape),
]
