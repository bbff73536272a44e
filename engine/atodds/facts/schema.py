"""What a facts file may say; the types are the schema, and unknown keys are refused."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from atodds.model.finding import Verdict
from atodds.rulebook.shape import Word, Words


def _as_list(value: object) -> object:
    """Read one word as a list of it; an empty value as an empty list."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    return value


WordList = Annotated[Words, BeforeValidator(_as_list)]
Fatal = Annotated[tuple[Verdict, ...], BeforeValidator(_as_list)]


class Strict(BaseModel):
    """A part of a facts file; a key it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Accept(Strict):
    """A disagreement that somebody has looked at and lets stand, as long as its sides say the same."""

    rule: Word = Field(description="The rule whose finding is accepted.")
    values: Annotated[WordList, Field(min_length=1)] = Field(
        description="One wording for each side, as the table prints it; … stands for words left out."
    )
    reason: Word = Field(description="Why it may stand; every report prints it.")
    event: str = Field(default="", description="The event, where the file has several.")
    until: date | None = Field(default=None, description="The last day on which it holds (2031-05-07).")


class Doubt(Strict):
    """A test that is known to fail."""

    rule: Word = Field(description="The rule whose test is expected to fail.")
    reason: Word = Field(description="Why.")
    event: str = Field(default="", description="The event, where the file has several.")


class Facts(Strict):
    """A facts file; every key may be left out."""

    articles: WordList = Field(
        default=(".",), description="Files, folders and globs of articles, relative to this file."
    )
    event: str = Field(default="", description="What the event is called; else the articles say it.")
    rules: WordList = Field(
        default=("default",),
        description="Rule files and folders, relative to this file; default: the shipped.",
    )
    select: WordList = Field(default=(), description="Only the rules with these ids.")
    fail_on: Fatal = Field(
        default=(Verdict.CONFLICT,), description="Which verdicts fail: conflict, tension, update."
    )
    accept: tuple[Accept, ...] = Field(default=(), description="Disagreements that may stand.")
    expect: dict[Word, Word] = Field(
        default_factory=dict,
        description='What each rule should find: "at least 160", "[150, 170]", "unknown".',
    )
    xfail: tuple[Doubt, ...] = Field(default=(), description="Tests that are known to fail.")
    markers: WordList = Field(default=(), description="pytest markers that all tests of this file carry.")
