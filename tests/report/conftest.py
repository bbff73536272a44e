"""A run built by hand: five reports on a dock fire that never was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from atodds.model.article import Article, Dossier, Section
from atodds.model.claim import Claim, Evidence, Part
from atodds.model.finding import (
    ArticleCoverage,
    Coverage,
    Finding,
    Position,
    Range,
    Run,
    Severity,
    Verdict,
)
from atodds.model.interval import Interval
from atodds.model.quantity import Hedge, Quantity
from atodds.model.quote import Grade, Quote

EVENT = "dock-fire"
INF = None

TEXTS = {
    "herald": """\
At least 40 die in dock fire

At least 40 people died when the fuel dock of Merin burned, the port office said. Nearly 900 families left \
their homes.
""",
    "courier.txt": """\
Blaze at the port

Twelve dock hands were killed on Tuesday.

About 300 families fled, said the mayor, who added: “We had asked for a second pump only when the first \
one failed.”
""",
    "003_9f3ac07be1d24c55.txt": """\
Dozens were killed in the blaze.

“We had asked for a second pump,” the mayor told reporters.
""",
    "ledger": "The Herald reported that at least 40 people died. Some 20 boats sank.\n",
    "gazette": "Merin's port stays shut.\n",
}
OUTLETS = {"herald": "Merin Herald", "ledger": "The Ledger", "gazette": "The Gazette"}


def article(article_id: str) -> Article:
    name = article_id if article_id.endswith(".txt") else f"{article_id}.txt"
    return Article(
        id=article_id,
        text=TEXTS[article_id],
        outlet=OUTLETS.get(article_id, ""),
        published=date(2031, 5, 7),
        event=EVENT,
        path=f"dock-fire/{name}",
    )


def _evidence(article_id: str, words: str, paragraph: int) -> Evidence:
    text = TEXTS[article_id]
    start = text.rindex(words) if paragraph else text.index(words)
    # Sentences of the texts above end with a stop and a space, or with their line.
    stop = text.rfind(". ", 0, start)
    first = max(text.rfind("\n", 0, start) + 1, stop + 2 if stop >= 0 else 0)
    ends = [end for end in (text.find("\n", start), text.find(". ", start) + 1) if end > 0]
    section = Section.BODY if paragraph else Section.HEADLINE
    return Evidence(article_id, 0, section, paragraph, start, start + len(words), text[first : min(ends)])


def figure(
    rule: str, article_id: str, words: str, allowed: str, *, implied: str = "", **fields: object
) -> Claim:
    """Build a claim from its wording and its intervals in print form; `para` is the paragraph, default 1."""
    paragraph = fields.pop("para", 1)
    assert isinstance(paragraph, int)
    evidence = _evidence(article_id, words, paragraph)
    assert evidence.start is not None
    assert evidence.end is not None
    bounds = Interval.parse(allowed)
    taken = Interval.parse(implied or allowed)
    hedge = Hedge.AT_LEAST if bounds.high is None else Hedge.EXACT if bounds.is_point else Hedge.NEARLY
    stated = (taken.low or 0, taken.high or taken.low or 0)
    quantity = Quantity(words, (evidence.start, evidence.end), hedge, "people", stated, bounds, taken)
    claim = Claim(rule=rule, value=quantity, evidence=evidence, event=EVENT)
    return replace(claim, **fields)  # type: ignore[arg-type]


def words_of_mouth(article_id: str, text: str, speaker: str, paragraph: int) -> Claim:
    evidence = _evidence(article_id, text, paragraph)
    assert evidence.start is not None
    assert evidence.end is not None
    quote = Quote(text, (evidence.start, evidence.end), speaker=speaker, cue="said")
    return Claim(rule="quote-wording", value=quote, evidence=evidence, event=EVENT)


@pytest.fixture
def dock_fire() -> Run:
    """A run with a conflict, a tension, a changed quote, a single figure and an absent one."""
    killed_herald = figure(
        "killed", "herald", "At least 40", "[40, inf)", implied="[40, 50]", source="the port office"
    )
    killed_headline = figure(
        "killed", "herald", "At least 40", "[40, inf)", implied="[40, 50]", para=0, source="the port office"
    )
    killed_ledger = figure(
        "killed", "ledger", "at least 40", "[40, inf)", implied="[40, 50]", source="The Herald"
    )
    killed_courier = figure("killed", "courier.txt", "Twelve", "12", counted="dock hands")
    killed_dozens = figure("killed", "003_9f3ac07be1d24c55.txt", "Dozens", "[24, inf)", implied="[24, 99]")
    homes_herald = figure("displaced", "herald", "Nearly 900", "[810, 900)")
    homes_courier = figure("displaced", "courier.txt", "About 300", "[270, 330]", para=2, source="the mayor")
    boats = figure("boats-sunk", "ledger", "Some 20", "[18, 22]")
    feared = replace(
        figure("missing", "herald", "900", "900"),
        asserted=False,
        reason="families, not people",
        part=Part.PART,
    )
    long_quote = words_of_mouth(
        "courier.txt", "We had asked for a second pump only when the first one failed.", "the mayor", 2
    )
    short_quote = words_of_mouth(
        "003_9f3ac07be1d24c55.txt", "We had asked for a second pump,", "the mayor", 2
    )

    findings = (
        Finding(
            rule="displaced",
            event=EVENT,
            verdict=Verdict.CONFLICT,
            severity=Severity.ERROR,
            message="displaced: nearly 900 (Merin Herald) but about 300 (courier); no number fits both",
            positions=(
                Position("[810, 900)", (homes_herald,)),
                Position("[270, 330]", (homes_courier,)),
            ),
            range=Range(270, None, 900),
            fingerprint="d1",
        ),
        Finding(
            rule="killed",
            event=EVENT,
            verdict=Verdict.CONFLICT,
            severity=Severity.ERROR,
            message="killed: at least 40 (Merin Herald, headline) but 12 (courier); no number fits both",
            positions=(
                Position("[40, inf)", (killed_headline, killed_herald, killed_ledger), origins=1),
                Position("12", (killed_courier,)),
            ),
            bystanders=(killed_dozens,),
            range=Range(12, 40, None),
            fingerprint="k1",
        ),
        Finding(
            rule="quote-wording",
            event=EVENT,
            verdict=Verdict.CONFLICT,
            severity=Severity.WARNING,
            message="quote-wording: courier.txt and 003 quote the mayor differently: cut",
            positions=(
                Position("We had asked for a second pump only when the first one failed.", (long_quote,)),
                Position(
                    "We had asked for a second pump,",
                    (short_quote,),
                    grade=Grade.CUT,
                    diff="We had asked for a second pump [-only when the first one failed-]",
                ),
            ),
            group="“We had asked for a second pump …”",
            fingerprint="q1",
        ),
    )
    return Run(
        rules=("boats-sunk", "displaced", "killed", "missing", "quote-wording"),
        dossiers=(Dossier(EVENT, tuple(article(name) for name in TEXTS)),),
        claims=(
            killed_headline,
            killed_herald,
            homes_herald,
            feared,
            killed_courier,
            homes_courier,
            long_quote,
            killed_dozens,
            short_quote,
            killed_ledger,
            boats,
        ),
        findings=findings,
        coverage=(
            _covered("boats-sunk", Verdict.SINGLE, 0, ledger=1),
            _covered("displaced", Verdict.CONFLICT, 2, herald=1, courier=1),
            _covered("killed", Verdict.CONFLICT, 5, herald=2, courier=1, ledger=1),
            _covered("missing", Verdict.ABSENT, 0),
            _covered("quote-wording", Verdict.CONFLICT, 2, courier=1),
        ),
        questions={"killed": "How many people were killed?"},
    )


def _covered(rule: str, verdict: Verdict, compared: int, **claims: int) -> Coverage:
    rows = []
    for name in TEXTS:
        number = claims.get(name.split(".")[0], 0)
        rows.append(ArticleCoverage(name, number, "" if number else "says nothing of it"))
    return Coverage(rule, EVENT, verdict, compared, tuple(rows))
