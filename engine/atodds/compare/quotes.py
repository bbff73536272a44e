"""Quotes: one finding for each utterance that several articles print, with the grade of every wording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atodds.compare.fingerprint import fingerprint
from atodds.compare.messages import clipped, listed, one_line
from atodds.compare.speakers import same_speaker
from atodds.compare.utterances import find_utterances
from atodds.compare.wording import compare_wording, grade_of
from atodds.model.finding import Finding, Position, Severity, Verdict
from atodds.model.quote import Grade, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from atodds.compare.bench import Bench
    from atodds.compare.messages import Desk
    from atodds.compare.utterances import Printing, Utterance
    from atodds.model.claim import Claim
    from atodds.rulebook.rule import QuoteRule

_SAME_WORDS: Final = (Grade.IDENTICAL, Grade.TYPOGRAPHIC)
_OTHER_SENSE: Final = (Grade.REWORDED, Grade.MEANING_CHANGED)
_GRAVITY: Final = {severity: rank for rank, severity in enumerate(Severity)}
_OPENING: Final = 40  # characters of an utterance by which a reader knows it again
_IN_WORDS: Final = {
    Grade.IDENTICAL: "word for word",
    Grade.TYPOGRAPHIC: "in other type",
    Grade.CUT: "cut",
    Grade.EDITED: "edited",
    Grade.REWORDED: "reworded",
    Grade.MEANING_CHANGED: "with another meaning",
}


@dataclass(frozen=True, slots=True)
class _Wording:
    """Printings that say the same words by the same mouth, and how they differ from the first wording."""

    grade: Grade
    diff: str
    printings: tuple[Printing, ...]
    another_speaker: bool


def compare_quotes(rule: QuoteRule, claims: Sequence[Claim], bench: Bench) -> list[Finding]:
    """Return a finding for each utterance of an event that two or more articles print."""
    quoted = {
        (claim.article, claim.value): claim
        for claim in claims
        if claim.asserted and isinstance(claim.value, Quote)
    }
    utterances = find_utterances(list(quoted))
    return [
        _finding(rule, _wordings(utterance), quoted, bench)
        for utterance in utterances
        if len(utterance.articles) > 1
    ]


def _wordings(utterance: Utterance) -> list[_Wording]:
    """
    Return the wordings of an utterance: what most articles print, then the others by how far they differ.

    Of wordings printed equally often the fullest is first. A wording that only a third one joins to the first
    is the same utterance in other words.
    """
    ordered = sorted(
        utterance.printings, key=lambda one: (-len(one.text.split()), one.article, one.quote.span)
    )
    groups: list[list[Printing]] = []
    for printing in ordered:
        home = next((group for group in groups if _agree(group[0], printing)), None)
        if home is None:
            groups.append([printing])
        else:
            home.append(printing)
    groups.sort(key=lambda group: -len({printing.article for printing in group}))
    fullest = groups[0][0]
    found = []
    for group in groups:
        first = group[0]
        speaker = same_speaker(fullest.quote.speaker, first.quote.speaker)
        wording = compare_wording(fullest.text, first.text, same_speaker=speaker)
        grade = Grade.REWORDED if wording.grade is Grade.DIFFERENT else wording.grade
        found.append(_Wording(grade, wording.diff, tuple(group), speaker is False))
    grades = list(Grade)
    return [found[0], *sorted(found[1:], key=lambda one: (grades.index(one.grade), one.printings[0].article))]


def _agree(one: Printing, other: Printing) -> bool:
    if same_speaker(one.quote.speaker, other.quote.speaker) is False:
        return False
    return grade_of(one.text, other.text) in _SAME_WORDS


def _finding(
    rule: QuoteRule,
    wordings: Sequence[_Wording],
    quoted: dict[tuple[str, Quote], Claim],
    bench: Bench,
) -> Finding:
    verdict, severity = _verdict(rule, wordings)
    positions = tuple(_position(wording, quoted, first=not index) for index, wording in enumerate(wordings))
    opening = clipped(one_line(wordings[0].printings[0].text), _OPENING)
    return Finding(
        rule=rule.id,
        event=bench.event,
        verdict=verdict,
        severity=severity,
        message=f'{rule.id} ("{opening}"): {_said(wordings, bench.desk)}',
        positions=positions,
        group=f'"{opening}"',
        fingerprint=fingerprint(rule.id, bench.event, "", [position.claims for position in positions]),
    )


def _verdict(rule: QuoteRule, wordings: Sequence[_Wording]) -> tuple[Verdict, Severity]:
    """
    Return verdict and severity of an utterance's wordings.

    Two speakers for one utterance contradict each other, and so do two senses where the rule takes them for
    more than a note; a mere cut or edit that the rule takes so is a tension.
    """
    others = wordings[1:]
    grave = {one.grade: rule.compare.severities.get(one.grade, Severity.NOTE) for one in others}
    found: list[Severity] = [severity for severity in grave.values() if severity is not Severity.NOTE]
    two_speakers = any(one.another_speaker for one in others)
    two_senses = any(grave[grade] is not Severity.NOTE for grade in _OTHER_SENSE if grade in grave)
    if two_speakers:
        found.append(rule.severity)
    severity = min(found, key=_GRAVITY.__getitem__, default=Severity.NOTE)
    if two_speakers or two_senses:
        return Verdict.CONFLICT, severity
    return (Verdict.TENSION if found else Verdict.AGREE), severity


def _position(wording: _Wording, quoted: dict[tuple[str, Quote], Claim], *, first: bool) -> Position:
    claims = tuple(quoted[printing.article, printing.quote] for printing in wording.printings)
    return Position(
        value=one_line(wording.printings[0].text),
        claims=claims,
        origins=len({claim.article for claim in claims}),
        grade=None if first else wording.grade,
        diff="" if first else wording.diff,
    )


def _said(wordings: Sequence[_Wording], desk: Desk) -> str:
    """Return who prints the utterance how: "in full in Herald; cut in Courier; reworded in Echo"."""
    fullest, *others = wordings
    parts = (
        [f"in full in {_names(fullest.printings, desk)}"]
        if others
        else [f"alike in {_names(fullest.printings, desk)}"]
    )
    for wording in others:
        said_by = (
            f", and said by {one_line(wording.printings[0].quote.speaker)}" if wording.another_speaker else ""
        )
        parts.append(f"{_IN_WORDS[wording.grade]} in {_names(wording.printings, desk)}{said_by}")
    if any(wording.another_speaker for wording in others):
        parts[0] += f", said by {one_line(fullest.printings[0].quote.speaker)}"
    return "; ".join(parts)


def _names(printings: Iterable[Printing], desk: Desk) -> str:
    return listed(list(dict.fromkeys(desk.name(printing.article) for printing in printings)))
