"""A rule: what is asked, how it is found, how it is compared, and its own tests."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field

from atodds.model.finding import Severity
from atodds.model.quote import Grade
from atodds.rulebook.case import RuleTest
from atodds.rulebook.shape import Flag, Patterns, Strict, Word, Words


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


class _Find(Strict):
    unless: Words = Field(
        default=(), description="Verbs or nouns that cancel a trigger in the same clause: release."
    )
    context: Words = Field(
        default=(), description="Words of which one must stand in the sentence or its headline."
    )


class QuantityFind(_Find):
    """How figures are found. Words are given in their dictionary form; `$name` is a list of the lexicon."""

    counts: Words = Field(
        default=(), description="Nouns that are counted, in the singular: person, soldier, $civilians."
    )
    triggers: Words = Field(
        default=(), description="Verbs done to the counted: kill, detain, take into custody."
    )
    acts: Words = Field(default=(), description="Verbs the counted do: die, flee, march.")
    states: Words = Field(default=(), description="Adjectives that hold of the counted: dead, missing.")
    nouns: Words = Field(default=(), description="Nouns counted in themselves: death, arrest, fatality.")
    doers: Words = Field(
        default=(), description="Nouns for who did it to the counted: the killers of two boys."
    )
    none_of: Words = Field(
        default=(),
        description="Nouns that cover this measure among others: 'no casualties' says that it is none.",
    )
    tolls: Words = Field(default=(), description="Nouns that name the figure: death toll.")
    undecided: Words = Field(
        default=(),
        description="Verbs done to the counted that may just as well mean the measure of or_else: shoot.",
    )
    or_else: str = Field(default="", description="The rule that an undecided verb may mean instead: killed.")
    single: Flag = Field(default=False, description='Count single victims too: "a soldier was killed" is 1.')
    unit: Unit = Field(default=Unit.PEOPLE, description="What the figure is counted in.")


class DateFind(_Find):
    """How the date of something is found."""

    triggers: Words = Field(default=(), description="Verbs whose date is asked for: begin, erupt, break out.")
    nouns: Words = Field(
        default=(), description="Nouns whose date is asked for: Monday's blast, the vote of May 3."
    )
    near: Words = Field(
        default=(), description="Words of which one must stand in the same clause: protest, unrest."
    )


class DurationFind(_Find):
    """How the length of something is found: its days, or a sentence's years."""

    triggers: Words = Field(default=(), description="Verbs whose length is asked for: last, sentence, jail.")
    nouns: Words = Field(
        default=(), description="Nouns whose length is asked for: a 12-day siege, a term of a year."
    )
    near: Words = Field(
        default=(), description="Words of which one must stand in the same clause: curfew, siege."
    )


class ChoiceFind(_Find):
    """How one of several named categories is found."""

    categories: dict[Word, Patterns] = Field(
        min_length=2,
        description="Each category with the words that say so; between slashes stands a regular expression.",
    )
    near: Words = Field(
        default=(), description="Words of which one must stand in the same clause: cause, spark, trigger."
    )


class NameFind(_Find):
    """How the holder of a role is found."""

    roles: Words = Field(
        min_length=1,
        description="The role as a title or apposition words it: president of Kazakhstan, spokesperson.",
    )
    near: Words = Field(default=(), description="Words of which one must stand in the same clause.")


class QuoteFind(Strict):
    """Which quotations are compared."""

    about: Words = Field(
        default=(),
        description="Words of which one must stand in the quote; without any, every quote is compared.",
    )
    speakers: Words = Field(default=(), description="Only these speakers.")
    min_words: int = Field(default=4, ge=1, description="The shortest wording that is compared, in words.")


class QuantityCompare(Strict):
    """How figures are compared."""

    grows: Flag = Field(
        default=False, description="A cumulative measure: a later, higher figure is an update."
    )
    tolerance: float = Field(
        default=0,
        ge=0,
        lt=100,
        description="Figures at most this many percent of the larger apart are a tension, no conflict.",
    )


class DateCompare(Strict):
    """How dates are compared."""

    tolerance: int = Field(
        default=0, ge=0, description="Dates no further apart than this many days are a tension, no conflict."
    )


class DurationCompare(Strict):
    """How durations are compared."""

    grows: Flag = Field(
        default=False, description="A measure that goes on: a later, longer duration is an update."
    )


class ChoiceCompare(Strict):
    """How categories are compared."""

    compatible: tuple[Annotated[tuple[Word, ...], Field(min_length=2)], ...] = Field(
        default=(), description="Groups of categories that can hold at once: [[fire, explosion]]."
    )


class NameCompare(Strict):
    """How names are compared."""

    spelling: Severity = Field(default=Severity.NOTE, description="How severe two spellings of one name are.")
    several: Flag = Field(
        default=False, description="Several people hold such a role: only spellings are compared."
    )


class QuoteCompare(Strict):
    """How wordings of one utterance are compared."""

    severities: dict[Grade, Severity] = Field(
        default_factory=dict, description="Which grades are findings, and how severe."
    )


class _Rule(Strict):
    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] = Field(
        description="The file's name without .yaml."
    )
    question: Word = Field(description="What the rule asks, as a question.")
    severity: Severity = Field(default=Severity.ERROR, description="How much a conflict matters.")
    tests: tuple[RuleTest, ...] = Field(
        default=(), description="At least one that fires and one that stays silent."
    )


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

RULE_MODELS: Final[
    dict[Kind, type[QuantityRule | DateRule | DurationRule | ChoiceRule | NameRule | QuoteRule]]
] = {
    Kind.QUANTITY: QuantityRule,
    Kind.DATE: DateRule,
    Kind.DURATION: DurationRule,
    Kind.CHOICE: ChoiceRule,
    Kind.NAME: NameRule,
    Kind.QUOTE: QuoteRule,
}
