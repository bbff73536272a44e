"""A rule: what is asked, how it is found, how it is compared, and its own tests."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from atodds.model.finding import Severity, Verdict
from atodds.model.quote import Grade  # noqa: TC001 - pydantic reads the annotation


class Kind(StrEnum):
    """The closed list of what a rule can ask for."""

    QUANTITY = "quantity"
    DATE = "date"
    DURATION = "duration"
    CHOICE = "choice"
    NAME = "name"
    QUOTE = "quote"


class Unit(StrEnum):
    """What a figure is counted in."""

    PEOPLE = "people"
    THINGS = "things"
    MONEY = "money"
    PERCENT = "percent"
    MAGNITUDE = "magnitude"
    AGE = "age"
    LENGTH = "length"
    AREA = "area"
    MASS = "mass"
    VOLUME = "volume"
    SPEED = "speed"
    TEMPERATURE = "temperature"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


def _flag(value: object) -> object:
    """Read true and false, the only two flags of a rule file; yes, no, on and 1 are words."""
    return {"true": True, "false": False}.get(value, "neither") if isinstance(value, str) else value


Flag = Annotated[bool, BeforeValidator(_flag)]
Word = Annotated[str, Field(min_length=1)]
Words = tuple[Word, ...]
Patterns = Annotated[tuple[Word, ...], Field(min_length=1)]


class _Find(_Strict):
    unless: Words = ()
    """Verbs or nouns that cancel a trigger in the same clause: release."""
    context: Words = ()
    """Words of which one must stand in the sentence or its headline."""


class QuantityFind(_Find):
    """How figures are found. Words are given in their dictionary form; `$name` is a list of the lexicon."""

    counts: Words = ()
    """Nouns that are counted, in the singular: person, soldier, $civilians."""
    triggers: Words = ()
    """Verbs done to the counted: kill, detain, take into custody."""
    acts: Words = ()
    """Verbs the counted do: die, flee, march."""
    states: Words = ()
    """Adjectives that hold of the counted: dead, missing."""
    nouns: Words = ()
    """Nouns counted in themselves: death, arrest, fatality."""
    tolls: Words = ()
    """Nouns that name the figure: death toll."""
    single: Flag = False
    """Count single victims too: "a soldier was killed" is 1."""
    unit: Unit = Unit.PEOPLE
    """What the figure is counted in."""


class DateFind(_Find):
    """How the date of something is found."""

    triggers: Words = ()
    """Verbs whose date is asked for: begin, erupt, break out."""
    near: Words = ()
    """Words of which one must stand in the same clause: protest, unrest."""


class DurationFind(_Find):
    """How the length of something is found: its days, or a sentence's years."""

    triggers: Words = ()
    """Verbs whose length is asked for: last, sentence, jail."""
    near: Words = ()
    """Words of which one must stand in the same clause: curfew, siege."""


class ChoiceFind(_Find):
    """How one of several named categories is found."""

    categories: Annotated[dict[Word, Patterns], Field(min_length=2)]
    """Each category with the words that say so; a word between slashes is a regular expression."""
    near: Words = ()
    """Words of which one must stand in the same clause: cause, spark, trigger."""


class NameFind(_Find):
    """How the holder of a role is found."""

    roles: Annotated[Words, Field(min_length=1)]
    """The role as a title or apposition words it: president of Kazakhstan, spokesperson."""
    near: Words = ()
    """Words of which one must stand in the same clause."""


class QuoteFind(_Strict):
    """Which quotations are compared."""

    about: Words = ()
    """Words of which one must stand in the quote; without any, every quote is compared."""
    speakers: Words = ()
    """Only these speakers."""
    min_words: Annotated[int, Field(ge=1)] = 4
    """The shortest wording that is compared, in words."""


class QuantityCompare(_Strict):
    """How figures are compared."""

    grows: Flag = False
    """A cumulative measure: a later, higher figure is an update."""
    tolerance: Annotated[float, Field(ge=0, lt=100)] = 0
    """Figures no further apart than this many percent of the larger are a tension, no conflict."""


class DateCompare(_Strict):
    """How dates are compared."""

    tolerance: Annotated[int, Field(ge=0)] = 0
    """Dates no further apart than this many days are a tension, no conflict."""


class DurationCompare(_Strict):
    """How durations are compared."""

    grows: Flag = False
    """A measure that goes on: a later, longer duration is an update."""


class ChoiceCompare(_Strict):
    """How categories are compared."""

    compatible: tuple[Annotated[tuple[Word, ...], Field(min_length=2)], ...] = ()
    """Groups of categories that can hold at once: [[fire, explosion]]."""


class NameCompare(_Strict):
    """How names are compared."""

    spelling: Severity = Severity.NOTE
    """How severe two spellings of one name are."""


class QuoteCompare(_Strict):
    """How wordings of one utterance are compared."""

    severities: dict[Grade, Severity] = Field(default_factory=dict)
    """Which grades are findings, and how severe."""


class ArticleText(_Strict):
    """An article of a rule's test, where its date or outlet matters."""

    text: Word
    """The article."""
    title: str = ""
    """Its headline."""
    outlet: str = ""
    """Who published it."""
    published: Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = ""
    """When, as 2022-01-31."""


Outlets = tuple[Word, ...]


class Expectation(_Strict):
    """What comparing a test's articles must come to: the verdict, with the articles that take part in it."""

    conflict: Outlets | None = None
    """These contradict each other."""
    tension: Outlets | None = None
    """These are at odds without contradicting each other."""
    update: Outlets | None = None
    """The later of these have a higher figure."""
    agree: Outlets | None = None
    """These say the same."""
    single: Outlets | None = None
    """Only this one says anything."""
    absent: Outlets | None = None
    """These say nothing that the rule asks for."""

    @property
    def verdicts(self) -> dict[Verdict, Outlets]:
        """Return the articles of each verdict that is expected."""
        return {verdict: names for verdict in Verdict if (names := getattr(self, verdict)) is not None}


class DossierTest(_Strict):
    """A test that compares articles."""

    name: str = ""
    """What the test shows."""
    articles: Annotated[dict[Word, Word | ArticleText], Field(min_length=1)]
    """The articles by name."""
    expect: Expectation
    """What comparing them must come to."""


class TextTest(_Strict):
    """A test that reads one text."""

    name: str = ""
    """What the test shows."""
    text: Word
    """The text, usually one sentence."""
    claims: Words
    """Every claim in it, as an interval (164, ">= 2000", "[7500, 8500)"), date, category, name or wording."""


def _test_shape(test: Any) -> str:  # noqa: ANN401 - pydantic hands over whatever the file holds
    if isinstance(test, dict):
        return "articles" if "articles" in test or "expect" in test else "text"
    return "articles" if isinstance(test, DossierTest) else "text"


RuleTest = Annotated[
    Annotated[DossierTest, Tag("articles")] | Annotated[TextTest, Tag("text")], Discriminator(_test_shape)
]


class _Rule(_Strict):
    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    """The file's name without .yaml."""
    question: Word
    """What the rule asks, as a question."""
    severity: Severity = Severity.ERROR
    """How much a conflict matters."""
    tests: tuple[RuleTest, ...] = ()
    """At least one that fires and one that stays silent."""


class QuantityRule(_Rule):
    """A rule that asks for a figure."""

    kind: Literal[Kind.QUANTITY]
    find: QuantityFind
    compare: QuantityCompare = QuantityCompare()


class DateRule(_Rule):
    """A rule that asks when."""

    kind: Literal[Kind.DATE]
    find: DateFind
    compare: DateCompare = DateCompare()


class DurationRule(_Rule):
    """A rule that asks how long."""

    kind: Literal[Kind.DURATION]
    find: DurationFind
    compare: DurationCompare = DurationCompare()


class ChoiceRule(_Rule):
    """A rule that asks which."""

    kind: Literal[Kind.CHOICE]
    find: ChoiceFind
    compare: ChoiceCompare = ChoiceCompare()


class NameRule(_Rule):
    """A rule that asks who."""

    kind: Literal[Kind.NAME]
    find: NameFind
    compare: NameCompare = NameCompare()


class QuoteRule(_Rule):
    """A rule that asks how an utterance is worded."""

    kind: Literal[Kind.QUOTE]
    find: QuoteFind
    compare: QuoteCompare = QuoteCompare()


Rule = Annotated[
    QuantityRule | DateRule | DurationRule | ChoiceRule | NameRule | QuoteRule, Field(discriminator="kind")
]
