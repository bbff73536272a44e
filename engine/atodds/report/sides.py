"""Who says what: the claims of a finding, gathered by position, wording and article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atodds.model.quote import Quote
from atodds.report.words import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from atodds.model.claim import Claim
    from atodds.model.finding import Finding, Position


# "He (spokesman Ana Ruiz)": a speaker as worded, and whom the story means by it.
_PRONOUN = re.compile(r"(?:he|she|they|it)\s+\((?P<name>.+)\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voice:
    """
    One article on one position.

    `words` are its wordings in the order of its text, `name` is how the report calls it, `source` whom it
    credits, `as_of` the day its figure holds for as ISO, each "" if unknown. `claims` is never empty.
    """

    words: str
    name: str
    source: str
    as_of: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of an article, with the name of the article and the place in it ("para 2")."""

    name: str
    place: str
    sentence: str
    words: str


def label_of(index: int) -> str:
    """Return the letter of a position: A, B, … Z, then P27, P28, …."""
    return chr(ord("A") + index) if index < 26 else f"P{index + 1}"


def heading_of(position: Position, finding: Finding) -> str:
    """
    Return in a word how a quoted wording differs from that of side A; "" for other kinds.

    A quote is too long for a column, and its text stands in the evidence.
    """
    if position.grade is not None:
        return str(position.grade).replace("_", " ")
    if not all(isinstance(claim.value, Quote) for claim in position.claims):
        return ""
    return "reference" if len(finding.positions) > 1 else "the same words"


def voices(claims: Iterable[Claim], names: Mapping[str, str]) -> list[Voice]:
    """
    Return one voice for each article and source, in the order of their first claims.

    `names` says what the report calls each article of the event.
    """
    by_article: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        by_article.setdefault((claim.article, source_of(claim)), []).append(claim)
    return [
        Voice(
            words=" / ".join(_once(worded(claim) for claim in own)),
            name=names.get(article, article),
            source=source,
            as_of=next((claim.as_of.isoformat() for claim in own if claim.as_of), ""),
            claims=tuple(own),
        )
        for (article, source), own in by_article.items()
    ]


def worded(claim: Claim) -> str:
    """Return a claim's value as worded; what is not the total says so: "9 (part)"."""
    words = printable(claim.words)
    return words if str(claim.part) == "total" else f"{words} ({claim.part})"


def source_of(claim: Claim) -> str:
    """Return whom the article credits: the source, or a quote's speaker."""
    if isinstance(claim.value, Quote) and claim.value.speaker:
        speaker = printable(claim.value.speaker)
        resolved = _PRONOUN.fullmatch(speaker)
        return resolved["name"] if resolved else speaker
    return printable(claim.source)


def credited(voice: Voice) -> str:
    """Return a voice's article and whom it credits: "Herald, citing the ministry"."""
    if not voice.source:
        return voice.name
    verb = "quoting" if isinstance(voice.claims[0].value, Quote) else "citing"
    return f"{voice.name}, {verb} {voice.source}"


def evidence(claims: Iterable[Claim], names: Mapping[str, str]) -> list[Evidence]:
    """Return the sentences behind claims, each once an article, in the order of the claims."""
    seen: dict[tuple[str, str], Evidence] = {}
    for claim in claims:
        sentence = printable(claim.evidence.sentence)
        seen.setdefault(
            (claim.article, sentence),
            Evidence(
                name=names.get(claim.article, claim.article),
                place=claim.evidence.place,
                sentence=sentence,
                words=printable(claim.words),
            ),
        )
    return list(seen.values())


def _once(wordings: Iterable[str]) -> list[str]:
    first: dict[str, str] = {}
    for words in wordings:
        first.setdefault(words.casefold(), words)
    return list(first.values())
