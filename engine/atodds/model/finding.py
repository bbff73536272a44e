"""What a run says: findings with the evidence of every side, and coverage for every rule and event."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from atodds.model.acceptance import Acceptance, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from atodds.model.article import Article, Dossier
    from atodds.model.claim import Claim
    from atodds.model.interval import Number
    from atodds.model.quote import Grade


class Verdict(StrEnum):
    """What comparing the claims of one rule on one event came to."""

    CONFLICT = "conflict"
    TENSION = "tension"
    UPDATE = "update"
    AGREE = "agree"
    SINGLE = "single"
    ABSENT = "absent"


DISAGREEMENTS: Final = (Verdict.CONFLICT, Verdict.TENSION, Verdict.UPDATE)
"""The verdicts that can make a run fail, gravest first."""


class Severity(StrEnum):
    """How much a finding matters; SARIF's words."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Position:
    """
    Claims of a group that agree with each other.

    `value` is what they hold together, in print form ("[164, inf)"; for quotes the wording; for choices the
    category). `origins` counts independent origins: wire copies and claims credited to one source are one.
    `grade` says how a quoted wording differs from that of the first position, `diff` shows the words.
    """

    value: str
    claims: tuple[Claim, ...]
    origins: int = 1
    grade: Grade | None = None
    diff: str = ""


@dataclass(frozen=True, slots=True)
class Range:
    """Lowest, best and highest number that the claims of a group allow; None is unbounded or unknown."""

    low: Number | None
    best: Number | None
    high: Number | None


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One disagreement (or agreement) of a group of comparable claims.

    `message` stands alone on one line. `bystanders` are claims that go with every position, or with all but
    the fewest: in a position of their own they would seem to contradict claims that they do not. `group` says
    what the group is about where a rule has several per event ("in Almaty", a quote's first words).
    `fingerprint` depends on rule, event and normalised values only, so that moved text keeps it.
    """

    rule: str
    event: str
    verdict: Verdict
    severity: Severity
    message: str
    positions: tuple[Position, ...]
    bystanders: tuple[Claim, ...] = ()
    range: Range | None = None
    group: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class ArticleCoverage:
    """How many claims of a rule one article made, and why it was silent where it made none."""

    article: str
    claims: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """
    One rule on one event: verdict and what was compared.

    `compared` counts the claims that stood against another article's. `articles` has a row for each article
    of the event, `reason` says in words why nothing was compared.
    """

    rule: str
    event: str
    verdict: Verdict
    compared: int
    articles: tuple[ArticleCoverage, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that could not be read; the run went on without it."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Run:
    """
    All that one run found, in an order that does not depend on the order of its input.

    `findings` holds conflicts, tensions, updates, agreements and what only one origin says; `coverage` has a
    row for every rule × event. `claims` are all claims, set-aside ones included. `questions` holds what each
    rule asks, for reports. `accepted` is laid over a run afterwards; `check()` itself accepts nothing. A run
    `in_brief` has disagreements only, with their dossiers, claims and coverage.
    """

    rules: tuple[str, ...]
    dossiers: tuple[Dossier, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]
    problems: tuple[Problem, ...] = field(default=())
    questions: Mapping[str, str] = field(default_factory=dict)
    accepted: tuple[Acceptance, ...] = field(default=())
    in_brief: bool = False

    @classmethod
    def joined(cls, runs: Sequence[Run]) -> Run:
        """Return runs on different articles as one, in their order; its rules are those of any of them."""
        return cls(
            rules=tuple(sorted({rule for run in runs for rule in run.rules})),
            dossiers=tuple(dossier for run in runs for dossier in run.dossiers),
            claims=tuple(claim for run in runs for claim in run.claims),
            findings=tuple(finding for run in runs for finding in run.findings),
            coverage=tuple(row for run in runs for row in run.coverage),
            problems=tuple(problem for run in runs for problem in run.problems),
            questions={rule: question for run in runs for rule, question in run.questions.items()},
            accepted=tuple(acceptance for run in runs for acceptance in run.accepted),
            in_brief=any(run.in_brief for run in runs),
        )

    @property
    def acceptances(self) -> dict[str, Acceptance]:
        """Return the acceptances in force by the fingerprint of the finding that each lets stand."""
        return {one.fingerprint: one for one in self.accepted if one.standing is Standing.USED}

    @property
    def stale(self) -> tuple[Acceptance, ...]:
        """Return the acceptances that let nothing stand any more."""
        return tuple(one for one in self.accepted if one.standing is not Standing.USED)

    def article(self, event: str, article_id: str) -> Article:
        """Return an article of the run; raises KeyError if the event has no such article."""
        for dossier in self.dossiers:
            if dossier.id == event:
                for article in dossier.articles:
                    if article.id == article_id:
                        return article
        raise KeyError((event, article_id))
