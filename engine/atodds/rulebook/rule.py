"""A rule: what is asked, how it is found, how it is compared, and its own tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Final, Literal

from atodds.model.finding import Severity
from atodds.model.quote import Grade
from atodds.rulebook.case import RuleTest
from atodds.rulebook.shape import AtLeast, Flag, Patterns, Strict, Word, Words, says


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


COUNTED: Final = frozenset({Unit.PEOPLE, Unit.THINGS})
"""Units of figures that count; all others measure."""


@dataclass(frozen=True, kw_only=True)
class _Find(Strict):
    unless: Words = field(
        default=(), metadata=says("Verbs or nouns that cancel a trigger in the same clause: release.")
    )
    context: Words = field(
        default=(), metadata=says("Words of which one must stand in the sentence or its headline.")
    )


@dataclass(frozen=True, kw_only=True)
class QuantityFind(_Find):
    """How figures are found. Words are given in their dictionary form; `$name` is a list of the lexicon."""

    counts: Words = field(
        default=(), metadata=says("Nouns that are counted, in the singular: person, soldier, $civilians.")
    )
    triggers: Words = field(
        default=(), metadata=says("Verbs done to the counted: kill, detain, take into custody.")
    )
    acts: Words = field(default=(), metadata=says("Verbs the counted do: die, flee, march."))
    states: Words = field(default=(), metadata=says("Adjectives that hold of the counted: dead, missing."))
    nouns: Words = field(default=(), metadata=says("Nouns counted in themselves: death, arrest, fatality."))
    doers: Words = field(
        default=(), metadata=says("Nouns for who did it to the counted: the killers of two boys.")
    )
    none_of: Words = field(
        default=(),
        metadata=says("Nouns that cover this measure among others: 'no casualties' says that it is none."),
    )
    tolls: Words = field(default=(), metadata=says("Nouns that name the figure: death toll."))
    undecided: Words = field(
        default=(),
        metadata=says("Verbs done to the counted that may just as well mean the measure of or_else: shoot."),
    )
    or_else: str = field(
        default="", metadata=says("The rule that an undecided verb may mean instead: killed.")
    )
    single: Flag = field(
        default=False, metadata=says('Count single victims too: "a soldier was killed" is 1.')
    )
    unit: Unit = field(default=Unit.PEOPLE, metadata=says("What the figure is counted in."))


@dataclass(frozen=True, kw_only=True)
class DateFind(_Find):
    """How the date of something is found."""

    triggers: Words = field(
        default=(), metadata=says("Verbs whose date is asked for: begin, erupt, break out.")
    )
    nouns: Words = field(
        default=(), metadata=says("Nouns whose date is asked for: Monday's blast, the vote of May 3.")
    )
    near: Words = field(
        default=(), metadata=says("Words of which one must stand in the same clause: protest, unrest.")
    )


@dataclass(frozen=True, kw_only=True)
class DurationFind(_Find):
    """How the length of something is found: its days, or a sentence's years."""

    triggers: Words = field(
        default=(), metadata=says("Verbs whose length is asked for: last, sentence, jail.")
    )
    nouns: Words = field(
        default=(), metadata=says("Nouns whose length is asked for: a 12-day siege, a term of a year.")
    )
    near: Words = field(
        default=(), metadata=says("Words of which one must stand in the same clause: curfew, siege.")
    )


@dataclass(frozen=True, kw_only=True)
class ChoiceFind(_Find):
    """How one of several named categories is found."""

    categories: dict[Word, Patterns] = field(
        metadata=says(
            "Each category with the words that say so; between slashes stands a regular expression.",
            min_length=2,
        )
    )
    near: Words = field(
        default=(), metadata=says("Words of which one must stand in the same clause: cause, spark, trigger.")
    )


@dataclass(frozen=True, kw_only=True)
class NameFind(_Find):
    """How the holder of a role is found."""

    roles: Words = field(
        metadata=says(
            "The role as a title or apposition words it: president of Kazakhstan, spokesperson.", min_length=1
        )
    )
    near: Words = field(default=(), metadata=says("Words of which one must stand in the same clause."))


@dataclass(frozen=True, kw_only=True)
class QuoteFind(Strict):
    """Which quotations are compared."""

    about: Words = field(
        default=(),
        metadata=says("Words of which one must stand in the quote; without any, every quote is compared."),
    )
    speakers: Words = field(default=(), metadata=says("Only these speakers."))
    min_words: int = field(default=4, metadata=says("The shortest wording that is compared, in words.", ge=1))


@dataclass(frozen=True, kw_only=True)
class QuantityCompare(Strict):
    """How figures are compared."""

    grows: Flag = field(
        default=False, metadata=says("A cumulative measure: a later, higher figure is an update.")
    )
    tolerance: float = field(
        default=0,
        metadata=says(
            "Figures at most this many percent of the larger apart are a tension, no conflict.", ge=0, lt=100
        ),
    )


@dataclass(frozen=True, kw_only=True)
class DateCompare(Strict):
    """How dates are compared."""

    tolerance: int = field(
        default=0,
        metadata=says("Dates no further apart than this many days are a tension, no conflict.", ge=0),
    )


@dataclass(frozen=True, kw_only=True)
class DurationCompare(Strict):
    """How durations are compared."""

    grows: Flag = field(
        default=False, metadata=says("A measure that goes on: a later, longer duration is an update.")
    )


@dataclass(frozen=True, kw_only=True)
class ChoiceCompare(Strict):
    """How categories are compared."""

    compatible: tuple[Annotated[tuple[Word, ...], AtLeast(2)], ...] = field(
        default=(), metadata=says("Groups of categories that can hold at once: [[fire, explosion]].")
    )


@dataclass(frozen=True, kw_only=True)
class NameCompare(Strict):
    """How names are compared."""

    spelling: Severity = field(
        default=Severity.NOTE, metadata=says("How severe two spellings of one name are.")
    )
    several: Flag = field(
        default=False, metadata=says("Several people hold such a role: only spellings are compared.")
    )


@dataclass(frozen=True, kw_only=True)
class QuoteCompare(Strict):
    """How wordings of one utterance are compared."""

    severities: dict[Grade, Severity] = field(
        default_factory=dict, metadata=says("Which grades are findings, and how severe.")
    )


@dataclass(frozen=True, kw_only=True)
class _Rule(Strict):
    id: str = field(metadata=says("The file's name without .yaml.", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"))
    question: Word = field(metadata=says("What the rule asks, as a question."))
    severity: Severity = field(default=Severity.ERROR, metadata=says("How much a conflict matters."))
    tests: tuple[RuleTest, ...] = field(
        default=(), metadata=says("At least one that fires and one that stays silent.")
    )


@dataclass(frozen=True, kw_only=True)
class QuantityRule(_Rule):
    """A rule that asks for a figure."""

    kind: Literal[Kind.QUANTITY]
    find: QuantityFind
    compare: QuantityCompare = QuantityCompare()


@dataclass(frozen=True, kw_only=True)
class DateRule(_Rule):
    """A rule that asks when."""

    kind: Literal[Kind.DATE]
    find: DateFind
    compare: DateCompare = DateCompare()


@dataclass(frozen=True, kw_only=True)
class DurationRule(_Rule):
    """A rule that asks how long."""

    kind: Literal[Kind.DURATION]
    find: DurationFind
    compare: DurationCompare = DurationCompare()


@dataclass(frozen=True, kw_only=True)
class ChoiceRule(_Rule):
    """A rule that asks which."""

    kind: Literal[Kind.CHOICE]
    find: ChoiceFind
    compare: ChoiceCompare = ChoiceCompare()


@dataclass(frozen=True, kw_only=True)
class NameRule(_Rule):
    """A rule that asks who."""

    kind: Literal[Kind.NAME]
    find: NameFind
    compare: NameCompare = NameCompare()


@dataclass(frozen=True, kw_only=True)
class QuoteRule(_Rule):
    """A rule that asks how an utterance is worded."""

    kind: Literal[Kind.QUOTE]
    find: QuoteFind
    compare: QuoteCompare = QuoteCompare()


Rule = QuantityRule | DateRule | DurationRule | ChoiceRule | NameRule | QuoteRule

RULE_MODELS: Final[dict[Kind, type[Rule]]] = {
    Kind.QUANTITY: QuantityRule,
    Kind.DATE: DateRule,
    Kind.DURATION: DurationRule,
    Kind.CHOICE: ChoiceRule,
    Kind.NAME: NameRule,
    Kind.QUOTE: QuoteRule,
}
