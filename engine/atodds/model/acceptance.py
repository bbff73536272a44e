"""An acceptance: a disagreement that somebody has looked at and lets stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Standing(StrEnum):
    """Whether an acceptance still does what it was written for."""

    USED = "used"
    UNUSED = "unused"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """
    A finding that somebody has looked at and lets stand.

    `fingerprint` names the finding, "" where an acceptance by values fits none. `where` is the file (and
    line) that says so, `until` the last day it holds; None is for good. One that is `unused` or `expired` is
    reported itself, so that no list of exceptions rots.
    """

    rule: str
    event: str
    fingerprint: str
    reason: str = ""
    where: str = ""
    until: date | None = None
    standing: Standing = Standing.USED
