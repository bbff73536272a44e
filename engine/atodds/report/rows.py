"""The rows of the discrepancy table: one for each finding, one for each rule that had nothing to compare."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from atodds.model.claim import Part
from atodds.model.finding import Severity, Verdict
from atodds.report.names import events_of, names_of
from atodds.report.order import DISAGREEMENTS, gap
from atodds.report.sides import credited, evidence, heading_of, label_of, voices
from atodds.report.words import clipped_around, counted, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from atodds.model.acceptance import Acceptance
    from atodds.model.claim import Claim
    from atodds.model.finding import Coverage, Finding, Position, Run

MOST_NAMES = 8
MOST_WORDINGS = 4
MOST_SENTENCES = 3
LONGEST_SENTENCE = 260

_VERDICTS = {str(verdict): rank for rank, verdict in enumerate(Verdict)}
_SEVERITIES = {str(severity): rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Says:
    """A wording and who uses it; `label` is the letter of the position, "" where there are no sides."""

    label: str
    words: str
    who: str


@dataclass(frozen=True, slots=True)
class Row:
    """
    One row of the table, in words only, so that it can travel between processes.

    `gap` is how far the sides are apart, from 0 to 1. `sentences` are the evidence, each with article and
    place in front; `note` closes the row.
    """

    event: str
    rule: str
    verdict: str
    severity: str = Severity.NOTE
    gap: float = 0.0
    message: str = ""
    group: str = ""
    says: tuple[Says, ...] = ()
    sentences: tuple[str, ...] = ()
    note: str = ""
    accepted: str = ""


_SAYS = Row.__slots__.index("says")


def packed(row: Row) -> list[Any]:
    """Return a row as lists and words, to be sent to another process as JSON."""
    fields = [getattr(row, name) for name in Row.__slots__]
    fields[_SAYS] = [[one.label, one.words, one.who] for one in row.says]
    return fields


def unpacked(fields: list[Any]) -> Row:
    """Return the row that `packed` made lists of, after a way through JSON."""
    kept: list[Any] = [tuple(field) if isinstance(field, list) else field for field in fields]
    kept[_SAYS] = tuple(Says(*one) for one in fields[_SAYS])
    return Row(*kept)


def rows_of(run: Run) -> list[Row]:
    """Return the rows of a run by event, gravest and widest first in each event, absent rules last."""
    names = names_of(run)
    accepted = run.acceptances
    rows = [
        finding_row(finding, names[finding.event], accepted.get(finding.fingerprint))
        for finding in run.findings
    ]
    found = {(finding.rule, finding.event) for finding in run.findings}
    claims: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in run.claims:
        claims[claim.rule, claim.event].append(claim)
    rows += [
        coverage_row(coverage, claims[coverage.rule, coverage.event], names[coverage.event])
        for coverage in run.coverage
        if (coverage.rule, coverage.event) not in found
    ]
    place = {event: index for index, event in enumerate(events_of(run))}
    return sorted(rows, key=lambda row: (place[row.event], weight(row)))


def weight(row: Row) -> tuple[int, int, float, str, str]:
    """Return what a row is sorted by within its event."""
    return _VERDICTS[row.verdict], _SEVERITIES[row.severity], -row.gap, row.rule, row.group


def finding_row(finding: Finding, names: Mapping[str, str], acceptance: Acceptance | None = None) -> Row:
    """Return the row of a finding; an agreement needs no evidence."""
    disagrees = finding.verdict in DISAGREEMENTS
    says: list[Says] = []
    sentences: list[str] = []
    for index, position in enumerate(finding.positions):
        label = label_of(index) if len(finding.positions) > 1 else ""
        says += _position_says(position, label, names, finding)
        if disagrees:
            sentences += _sentences(position, names)
    if finding.bystanders:
        says += _says(finding.bystanders, "", names, suffix=" (fits every side)")
    return Row(
        event=finding.event,
        rule=finding.rule,
        verdict=str(finding.verdict),
        severity=str(finding.severity),
        gap=gap(finding),
        message=printable(finding.message),
        group=printable(finding.group),
        says=tuple(says),
        sentences=tuple(sentences),
        note=_note(finding),
        accepted="" if acceptance is None else acceptance.reason or acceptance.where or "accepted",
    )


def coverage_row(coverage: Coverage, claims: Iterable[Claim], names: Mapping[str, str]) -> Row:
    """Return the row of a rule that compared nothing: the one figure there is, or none."""
    stated = [claim for claim in claims if claim.asserted and claim.part is not Part.BACKGROUND]
    says = _says(stated, "", names, places=True) if coverage.verdict is not Verdict.ABSENT else []
    if len(says) > MOST_WORDINGS:
        more = counted(len(says) - MOST_WORDINGS + 1, "wording")
        says = [*says[: MOST_WORDINGS - 1], Says("", "…", f"and {more} more")]
    return Row(
        event=coverage.event,
        rule=coverage.rule,
        verdict=str(coverage.verdict),
        says=tuple(says),
        note=printable(coverage.reason),
    )


def _position_says(position: Position, label: str, names: Mapping[str, str], finding: Finding) -> list[Says]:
    if heading := heading_of(position, finding):
        who = [credited(voice) for voice in voices(position.claims, names)]
        return [Says(label, heading, _row_of_names(who))]
    dated = finding.verdict is Verdict.UPDATE
    return _says(position.claims, label, names, dated=dated, places=finding.verdict not in DISAGREEMENTS)


def _says(  # noqa: PLR0913 - each says in a word what is added to the names
    claims: Iterable[Claim],
    label: str,
    names: Mapping[str, str],
    *,
    dated: bool = False,
    places: bool = False,
    suffix: str = "",
) -> list[Says]:
    """Return a line for each wording, with all who use it."""
    by_words: dict[str, tuple[str, list[str]]] = {}
    for voice in voices(claims, names):
        who = credited(voice)
        if places:
            who += f" ({voice.claims[0].evidence.place})"
        if dated and voice.as_of:
            who += f" (as of {voice.as_of})"
        # "At least 40" in a headline and "at least 40" in a sentence are the same words.
        by_words.setdefault(voice.words.casefold(), (voice.words, []))[1].append(who)
    return [Says(label, words, _row_of_names(who) + suffix) for words, who in by_words.values()]


def _row_of_names(who: list[str]) -> str:
    if len(who) > MOST_NAMES:
        return "; ".join([*who[: MOST_NAMES - 1], f"and {len(who) - MOST_NAMES + 1} more"])
    return "; ".join(who)


def _sentences(position: Position, names: Mapping[str, str]) -> list[str]:
    """Return the evidence of a side; a wording that differs from side A is shown by how it differs."""
    found = evidence(position.claims, names)
    if position.diff:
        places = "; ".join(f"{one.name}, {one.place}" for one in found[:MOST_SENTENCES])
        return [f"{places}, against A: {printable(position.diff)}"]
    shown = [
        f"{one.name}, {one.place}: {clipped_around(one.sentence, one.words, LONGEST_SENTENCE)}"
        for one in found[:MOST_SENTENCES]
    ]
    if len(found) > MOST_SENTENCES:
        shown.append(f"and {counted(len(found) - MOST_SENTENCES, 'sentence')} more")
    return shown


def _note(finding: Finding) -> str:
    """Return why the sides differ, which is how a message ends, and which sides are copies."""
    _, _, why = printable(finding.message).rpartition("; ")
    copied = []
    for index, position in enumerate(finding.positions):
        number = len({claim.article for claim in position.claims})
        if position.origins < number:
            told = f"{counted(number, 'article')}, {counted(position.origins, 'origin')}"
            copied.append(f"{label_of(index)} is {told}" if len(finding.positions) > 1 else told)
    if len(finding.positions) == 1 and copied:
        return copied[0]  # the message of a single says the same at greater length
    return "; ".join([why, *copied] if "; " in finding.message else copied)
