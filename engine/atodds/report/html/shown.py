"""What stands on the HTML page, as plain values that its template lays out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atodds.report.html.plots import Bar, Span, Tick
    from atodds.report.html.texts import Piece


@dataclass(frozen=True, slots=True)
class Saying:
    """One wording of one article: where it stands on the page, and its bar if it is a figure."""

    name: str
    words: str
    source: str
    place: str
    hedge: str
    target: str
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class SideShown:
    """One side of a finding; `grade` and `diff` are those of a quote."""

    label: str
    value: str
    grade: str
    diff: list[tuple[str, str]]
    origins: str
    sayings: list[Saying]
    sentences: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class FindingShown:
    """A finding; `names` are the articles on any side, for the filter."""

    anchor: str
    rule: str
    question: str
    group: str
    verdict: str
    severity: str
    message: str
    accepted: str
    sides: list[SideShown]
    ticks: list[Tick]
    gap: Span | None
    names: list[str]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says to one rule."""

    words: str
    label: str
    verdict: str


@dataclass(frozen=True, slots=True)
class RuleShown:
    """A row of an event's overview: a rule and a cell for each article."""

    rule: str
    verdict: str
    anchor: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class ArticleShown:
    """An article with its claims marked."""

    anchor: str
    name: str
    subtitle: str
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class EventShown:
    """One event: overview, findings, articles."""

    anchor: str
    title: str
    names: list[str]
    rules: list[RuleShown]
    absent: list[str]
    findings: list[FindingShown]
    articles: list[ArticleShown]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page; `notes` are inputs left out and acceptances that are stale."""

    closing: str
    tiles: list[tuple[str, int]]
    rules: list[str]
    names: list[str]
    notes: list[str]
    events: list[EventShown]
    left_out: int
