"""A rule: what is asked, how it is found, how it is compared, and its own tests."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from atodds.model.finding import Severity
from atodds.model.quote import Grade


class Kind(StrEnum):
    """The closed list of what a rule can ask for."""

    QUANTITY = "quantity"
    DATE = "date"
    DURATION = "duration"
    CHOICE = "choice"
    NAME = "name"
    QUOTE = "quote"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


Words = Annotated[tuple[str, ...], Field(strict=False)]


class Find(_Strict):
    """How the claims of a rule are found: lists of words, `$name` being a list of the lexicon."""

    counts: Words = Field(default=(), description="Nouns that are counted, in the singular.")
    triggers: Words = Field(default=(), description="Verbs done to the counted: kill, detain, take into custody.")
    acts: Words = Field(default=(), description="Verbs the counted do: die, flee, march.")
    states: Words = Field(default=(), description="Adjectives that hold of the counted: dead, missing.")
    nouns: Words = Field(default=(), description="Nouns counted in themselves: death, arrest, fatality.")
    tolls: Words = Field(default=(), description="Nouns that name the figure: death toll.")
    unless: Words = Field(default=(), description="Verbs or nouns that cancel a trigger in the same clause: release.")
    context: Words = Field(default=(), description="Words of which one must stand in the sentence or its headline.")
    single: bool = Field(default=False, description="Count single victims too: 'a soldier was killed' is 1.")
    about: Words = Field(default=(), description="Quotes: words of which one must stand in the quote.")
    speakers: Words = Field(default=(), description="Quotes: only these speakers.")
    min_words: int = Field(default=4, ge=1, description="Quotes: the shortest wording that is compared.")


class Compare(_Strict):
    """How the claims of a rule are compared."""

    grows: bool = Field(default=False, description="A cumulative measure: a later, higher figure is an update.")
    severities: Annotated[dict[Grade, Severity], Field(strict=False)] = Field(
        default_factory=dict, description="Quotes: which grades are findings, and how severe."
    )


class Rule(_Strict):
    """One rule file; `id` is the file's stem."""

    id: str
    kind: Kind
    question: str
    severity: Severity = Severity.ERROR
    find: Find
    compare: Compare = Compare()
