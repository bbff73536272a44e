"""A numeral: the number that words or digits write, before anything around it is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atodds.model.interval import Number


class Form(StrEnum):
    """How a numeral is worded."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    VAGUE = "vague"
    ZERO = "zero"


@dataclass(slots=True)
class Numeral:
    """
    A number as its words or digits write it; `first` and `stop` are atoms, half open.

    A vague one names its `row` of the hedge table and has in `value` what it multiplies ("several dozen":
    several times 12). `scale` is the last factor named ("24.2 million": a million). `step` is the unit of the
    last digit written. `plain` marks digits without separators, which may be a year.
    """

    first: int
    stop: int
    value: Number
    form: Form = Form.CARDINAL
    row: str = ""
    scale: int = 1
    step: Number = 1
    plain: bool = False
    digits: bool = False


def step_of(value: Number) -> Number:
    """Return the unit of the last digit of a whole number that is no zero: 1000 for 8,000, 1 for 164."""
    if not isinstance(value, int) or value == 0:
        return 1
    step = 1
    while value % (step * 10) == 0:
        step *= 10
    return step
