"""A quantity: a number as worded, with the two intervals its wording stands for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atodds.model.interval import Interval, Number


class Hedge(StrEnum):
    """Words that loosen a number; each value is a row family of rules/lexicon/hedges.yaml."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    NEARLY = "nearly"
    ABOUT = "about"
    UP_TO = "up_to"
    FEWER_THAN = "fewer_than"
    RANGE = "range"
    VAGUE = "vague"


class Role(StrEnum):
    """What a number does in its sentence; only a `COUNT` can count people or things."""

    COUNT = "count"
    ORDINAL = "ordinal"
    DATE = "date"
    TIME = "time"
    AGE = "age"
    MONEY = "money"
    PERCENT = "percent"
    FRACTION = "fraction"
    MEASURE = "measure"
    LABEL = "label"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Quantity:
    """
    A number as worded, hedge included.

    `span` is the half-open character range of `words` in the text it was read from. `stated` holds the
    bounds as worded, before the hedge is applied ("at least 164" is (164, 164), "10 to 15" is (10, 15),
    "dozens" its implied bounds). `allowed` is what the wording logically permits, `implied` what a reader
    takes from it. `row` names the line of the hedge table that gave the intervals. `unit` is the unit of
    measure or counted noun as worded, lower case, or "". `role` tells counts from ages, dates, labels
    ("Flight 93") and measures.
    """

    words: str
    span: tuple[int, int]
    hedge: Hedge
    unit: str
    stated: tuple[Number, Number]
    allowed: Interval
    implied: Interval
    row: str = ""
    role: Role = Role.COUNT
