"""The tests that a rule file carries: texts with their claims, dossiers with their verdict."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Final

from atodds.model.finding import Verdict
from atodds.rulebook.shape import Before, Strict, ToldApart, Word, says

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
# What pydantic calls the alternatives of a union in the location of an error; nothing in a file is named so.
SHAPES: Final = frozenset({"(dossier)", "(one text)", "(words)", "(keys)"})


def _day(value: object) -> object:
    """Take days as 2022-01-31 only; pydantic would read 8 as a second of 1970."""
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("a day is written 2022-01-31")
    return value


@dataclass(frozen=True, kw_only=True)
class ArticleText(Strict):
    """An article of a rule's test, where its date or outlet matters."""

    text: Word = field(metadata=says("The article."))
    title: str = field(default="", metadata=says("Its headline."))
    outlet: str = field(default="", metadata=says("Who published it."))
    published: Annotated[date | None, Before(_day)] = field(
        default=None, metadata=says("The day it was published, as 2022-01-31.")
    )


def _article_shape(article: object) -> str:
    return "(words)" if isinstance(article, str) else "(keys)"


AnyArticle = Annotated[Word | ArticleText, ToldApart(("(words)", "(keys)"), _article_shape)]
Outlets = tuple[Word, ...]


@dataclass(frozen=True, kw_only=True)
class Expectation(Strict):
    """What comparing a test's articles must come to: the verdict, with the articles that take part in it."""

    conflict: Outlets | None = field(default=None, metadata=says("These contradict each other."))
    tension: Outlets | None = field(default=None, metadata=says("A reader would take these apart."))
    update: Outlets | None = field(default=None, metadata=says("The later of these have a higher figure."))
    agree: Outlets | None = field(default=None, metadata=says("These say the same."))
    single: Outlets | None = field(default=None, metadata=says("Only this one says anything."))
    absent: Outlets | None = field(default=None, metadata=says("These say nothing that the rule asks for."))

    @property
    def verdicts(self) -> dict[Verdict, Outlets]:
        """Return the articles of each verdict that is expected."""
        return {verdict: names for verdict in Verdict if (names := getattr(self, verdict)) is not None}


@dataclass(frozen=True, kw_only=True)
class DossierTest(Strict):
    """A test that compares articles."""

    name: str = field(default="", metadata=says("What the test shows."))
    articles: dict[Word, AnyArticle] = field(metadata=says("The articles by name.", min_length=1))
    expect: Expectation = field(metadata=says("What comparing them must come to."))

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


@dataclass(frozen=True, kw_only=True)
class TextTest(Strict):
    """A test that reads one text."""

    name: str = field(default="", metadata=says("What the test shows."))
    text: Word = field(metadata=says("The text, usually one sentence."))
    claims: tuple[Word, ...] = field(
        metadata=says(
            "Every claim of the text, none where the rule is silent. A figure is an interval: 164, "
            "'>= 2000', '[7500, 8500)', '9 (part)'; a duration one of days; a date is 2022-01-05 or "
            "2022-01-05/2022-01-08; else a category, a name or the words of a quote."
        )
    )

    @property
    def fires(self) -> bool:
        """Say whether the text is expected to make a claim."""
        return bool(self.claims)


def _test_shape(test: Any) -> str:  # noqa: ANN401 - pydantic hands over whatever the file holds
    if isinstance(test, dict):
        return "(dossier)" if "articles" in test or "expect" in test else "(one text)"
    return "(dossier)" if isinstance(test, DossierTest) else "(one text)"


RuleTest = Annotated[DossierTest | TextTest, ToldApart(("(dossier)", "(one text)"), _test_shape)]
