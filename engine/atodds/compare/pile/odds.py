"""Odds that two stories of a pile, or two groups of them, are about one event."""

from __future__ import annotations

from math import log1p
from typing import Final

# Fitted by logistic regression to pairs from a mixed archive of 2,800 articles, those of half its events,
# then rounded. Among thousands of stories two are about different events unless much speaks for one: on one
# day a cosine of 0.08, a week apart one of 0.21, a year apart one of 0.46.
_BIAS: Final = -1.5
_COSINE: Final = 20.0
_DAYS: Final = -1.3
_UNKNOWN: Final = 4.0  # days that count between stories of which one has no day of publication


def odds(cosine: float, days: float | None) -> float:
    """
    Return a score, above zero for one event, from the cosine of two stories and the days between them.

    It is linear in the cosine, so that the mean odds of the pairs of two groups are those of their mean
    cosine. `days` is None where a day of publication is not known.
    """
    return _BIAS + _COSINE * cosine + _DAYS * log1p(_UNKNOWN if days is None else days)
