"""A run sorted into what the HTML page shows: events, findings with their sides, articles with marks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from atodds.model.event import dossier_of
from atodds.model.finding import Finding, Verdict
from atodds.model.quantity import Quantity
from atodds.report.html.plots import Axis, gap_of
from atodds.report.html.shown import (
    ArticleShown,
    Cell,
    EventShown,
    FindingShown,
    Page,
    RuleShown,
    Saying,
    SideShown,
)
from atodds.report.html.texts import Marking, diff_pieces, pieces
from atodds.report.names import events_of, names_of
from atodds.report.order import DISAGREEMENTS, widest_first
from atodds.report.sides import evidence, label_of, source_of
from atodds.report.tally import closing_line, tally
from atodds.report.words import clipped, counted, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from atodds.model.claim import Claim
    from atodds.model.finding import Position, Run

Spot = tuple[str, str, int | None, int | None]

LONGEST_CELL = 60
MOST_EVENTS = 200
"""Events shown in full; of more, those without a disagreement are left out first."""


def page_of(run: Run) -> Page:
    """Return what the page shows of a run."""
    names = names_of(run)
    shown = _events_shown(run)
    builder = _Builder(run, names)
    events = [builder.event(number, event) for number, event in enumerate(shown)]
    count = tally(run).verdicts
    return Page(
        closing=closing_line(run),
        tiles=[(str(verdict), count[str(verdict)]) for verdict in Verdict],
        rules=sorted({finding.rule for event in events for finding in event.findings}),
        names=sorted({name for event in events for finding in event.findings for name in finding.names}),
        notes=[
            *(f"{one.path}: {one.message}" for one in run.problems),
            *(f"{one.where}: {one.standing} acceptance of {one.rule} [{one.event}]" for one in run.stale),
        ],
        events=events,
        left_out=len(events_of(run)) - len(shown),
    )


def _events_shown(run: Run) -> list[str]:
    loud = {finding.event for finding in run.findings if finding.verdict in DISAGREEMENTS}
    events = events_of(run)
    if len(events) <= MOST_EVENTS:
        return events
    return [event for event in events if event in loud][:MOST_EVENTS]


class _Builder:
    """Builds the events of a page; everything a run lists is sorted by event once."""

    def __init__(self, run: Run, names: Mapping[str, Mapping[str, str]]) -> None:
        self._run = run
        self._dossiers = {dossier.id: dossier for dossier in run.dossiers}
        # A page of "fire" that tells nothing of "fire#2" has no column there.
        covered = {row.event: {one.article for one in row.articles} for row in run.coverage}
        self._names = {
            event: {article: name for article, name in own.items() if article in covered.get(event, own)}
            for event, own in names.items()
        }
        self._accepted = run.acceptances
        self._findings: dict[str, list[Finding]] = defaultdict(list)
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        for finding in widest_first(run.findings):
            if finding.verdict is not Verdict.SINGLE:
                self._findings[finding.event].append(finding)
        for claim in run.claims:
            if claim.asserted:
                self._claims[claim.event].append(claim)

    def event(self, number: int, event: str) -> EventShown:
        findings = self._findings[event]
        anchors = {id(finding): f"e{number}-f{index}" for index, finding in enumerate(findings)}
        spots = {_spot(claim): f"e{number}-c{index}" for index, claim in enumerate(self._claims[event])}
        names = self._names[event]
        return EventShown(
            anchor=f"e{number}",
            title=printable(event),
            names=list(names.values()),
            rules=self._rules(event, findings, anchors),
            absent=[
                row.rule for row in self._run.coverage if row.event == event and row.verdict is Verdict.ABSENT
            ],
            findings=[self._finding(one, anchors[id(one)], names, spots) for one in findings],
            articles=self._articles(number, event, findings, anchors, spots),
        )

    def _rules(self, event: str, findings: Sequence[Finding], anchors: Mapping[int, str]) -> list[RuleShown]:
        claims: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in self._claims[event]:
            claims[claim.rule, claim.article].append(claim)
        label = {
            (finding.rule, claim.article): (
                label_of(index) if len(finding.positions) > 1 else "",
                str(finding.verdict),
            )
            for finding in reversed(findings)
            for index, position in enumerate(finding.positions)
            for claim in position.claims
        }
        first = {finding.rule: anchors[id(finding)] for finding in reversed(findings)}
        place = {finding.rule: index for index, finding in reversed(list(enumerate(findings)))}
        shown = [
            RuleShown(
                rule=row.rule,
                verdict=str(row.verdict),
                anchor=first.get(row.rule, ""),
                cells=[
                    _cell(claims[row.rule, article], *label.get((row.rule, article), ("", "")))
                    for article in self._names[event]
                ],
            )
            for row in self._run.coverage
            if row.event == event and row.verdict is not Verdict.ABSENT
        ]
        return sorted(shown, key=lambda row: (place.get(row.rule, len(place)), row.rule))

    def _finding(
        self, finding: Finding, anchor: str, names: Mapping[str, str], spots: Mapping[Spot, str]
    ) -> FindingShown:
        claims = [claim for position in finding.positions for claim in position.claims]
        quantities = [
            claim.value for claim in (*claims, *finding.bystanders) if isinstance(claim.value, Quantity)
        ]
        axis = Axis(quantities) if quantities else None
        sides = [
            _side(position, label_of(index) if len(finding.positions) > 1 else "", names, spots, axis)
            for index, position in enumerate(finding.positions)
        ]
        if finding.bystanders:
            sayings = _sayings(finding.bystanders, names, spots, axis)
            sides.append(
                SideShown("fits every side", "", "", [], "", sayings, _sentences(finding.bystanders, names))
            )
        acceptance = self._accepted.get(finding.fingerprint)
        sided = [claim.value for claim in claims if isinstance(claim.value, Quantity)]
        return FindingShown(
            anchor=anchor,
            rule=finding.rule,
            question=self._run.questions.get(finding.rule, ""),
            group=printable(finding.group),
            verdict=str(finding.verdict),
            severity=str(finding.severity),
            message=printable(finding.message),
            accepted=(acceptance.reason or "accepted") if acceptance else "",
            sides=sides,
            ticks=axis.ticks() if axis else [],
            gap=gap_of(axis, sided) if axis and finding.verdict is Verdict.CONFLICT else None,
            names=sorted(
                {names.get(claim.article, claim.article) for claim in (*claims, *finding.bystanders)}
            ),
        )

    def _articles(
        self,
        number: int,
        event: str,
        findings: Sequence[Finding],
        anchors: Mapping[int, str],
        spots: Mapping[Spot, str],
    ) -> list[ArticleShown]:
        found = {
            _spot(claim): (f"#{anchors[id(finding)]}", str(finding.verdict))
            for finding in reversed(findings)
            for claim in (*finding.bystanders, *(one for side in finding.positions for one in side.claims))
        }
        markings: dict[str, list[Marking]] = defaultdict(list)
        for claim in self._claims[event]:
            start, end = claim.evidence.start, claim.evidence.end
            if start is None or end is None:
                continue
            target, verdict = found.get(_spot(claim), ("", "single"))
            title = f"{claim.rule}: {verdict}"
            markings[claim.article].append(Marking(start, end, target, verdict, title, spots[_spot(claim)]))
        dossier = self._dossiers.get(dossier_of(event, self._dossiers))
        names = self._names[event]
        return [
            ArticleShown(
                anchor=f"e{number}-a{index}",
                name=names[article.id],
                subtitle=", ".join(
                    part
                    for part in (article.path, article.published.isoformat() if article.published else "")
                    if part
                ),
                pieces=pieces(article.text, markings[article.id]),
            )
            for index, article in enumerate(dossier.articles if dossier else ())
            if markings[article.id] and article.id in names
        ]


def _spot(claim: Claim) -> Spot:
    """Return what tells the claims of an event apart."""
    return claim.rule, claim.article, claim.evidence.start, claim.evidence.end


def _cell(claims: Sequence[Claim], label: str, verdict: str) -> Cell:
    words = list(dict.fromkeys(printable(claim.words) for claim in claims))
    text = " / ".join(words) if len(words) < 4 else counted(len(words), "wording")
    return Cell(clipped(text, LONGEST_CELL), label, verdict)


def _side(
    position: Position,
    label: str,
    names: Mapping[str, str],
    spots: Mapping[Spot, str],
    axis: Axis | None,
) -> SideShown:
    articles = len({claim.article for claim in position.claims})
    copied = f"{counted(articles, 'article')}, {counted(position.origins, 'origin')}"
    return SideShown(
        label=label,
        value=printable(position.value),
        grade="" if position.grade is None else str(position.grade).replace("_", " "),
        diff=list(diff_pieces(position.diff)),
        origins=copied if position.origins < articles else "",
        sayings=_sayings(position.claims, names, spots, axis),
        sentences=_sentences(position.claims, names),
    )


def _sayings(
    claims: Iterable[Claim], names: Mapping[str, str], spots: Mapping[Spot, str], axis: Axis | None
) -> list[Saying]:
    return [
        Saying(
            name=names.get(claim.article, claim.article),
            words=printable(claim.words),
            source=source_of(claim),
            place=claim.evidence.place,
            hedge="" if claim.hedge is None else str(claim.hedge).replace("_", " "),
            target=spots.get(_spot(claim), "") if claim.evidence.start is not None else "",
            bar=axis.bar(claim.value) if axis and isinstance(claim.value, Quantity) else None,
        )
        for claim in claims
    ]


def _sentences(claims: Iterable[Claim], names: Mapping[str, str]) -> list[tuple[str, str, str]]:
    return [(one.name, one.place, one.sentence) for one in evidence(claims, names)]
