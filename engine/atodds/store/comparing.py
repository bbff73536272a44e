"""The claims and articles of one event, as rows, become its findings, as rows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pyarrow as pa

from atodds.check import compared
from atodds.compare.filter import may_disagree
from atodds.compare.tellings import reading_order
from atodds.model.article import Dossier
from atodds.report.json_lines import one_line
from atodds.report.shapes import coverage_shape, finding_shape
from atodds.store.batches import read_rows
from atodds.store.codec import from_json
from atodds.store.ledger import content_key, key_of
from atodds.store.reading import in_one_line
from atodds.store.schema import PROBLEM

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from atodds.model.article import Article
    from atodds.model.claim import Claim
    from atodds.model.finding import Coverage, Finding, Problem, Run
    from atodds.rulebook.book import Rulebook

_WORDS: Final = pa.string()
FINDINGS: Final = pa.schema(
    [
        pa.field("dossier", _WORDS, nullable=False),
        pa.field("row", _WORDS, nullable=False),
        pa.field("part", _WORDS, nullable=False),
        pa.field("place", pa.int32(), nullable=False),
        pa.field("event", _WORDS, nullable=False),
        pa.field("rule", _WORDS, nullable=False),
        pa.field("verdict", _WORDS, nullable=False),
        pa.field("severity", _WORDS, nullable=False),
        pa.field("message", _WORDS, nullable=False),
        pa.field("group", _WORDS, nullable=False),
        pa.field("fingerprint", _WORDS, nullable=False),
        pa.field("json", _WORDS, nullable=False),
    ]
)
"""
What comparing came to; `row` is finding, coverage or problem.

`part` is what was compared at once, an event found in the dossier or the dossier itself, `place` the
number of the row there.
"""


class Compared(NamedTuple):
    """What is compared at once: a `dossier`, or the `part` of it that is about one event."""

    dossier: str
    part: str


def compare_rows(
    event: Compared,
    claims: Iterable[dict[str, Any]],
    articles: Iterable[dict[str, Any]],
    rulebook: Rulebook,
    *,
    everything: bool,
) -> list[dict[str, Any]]:
    """
    Return the findings of a dossier or part as `atodds check` has them, in its order, as rows of FINDINGS.

    Rows of claims have `article`, `key` and `claim`, in any order; rows of articles may have `stories`, the
    indexes of those that belong to the part. What is given is compared whole, pile or not. With
    `everything`, agreements and figures that stand alone are among the findings, and coverage follows; else
    there are disagreements only. An article that was read by other rules, or is not the one that its claims
    were read from, is left out with a row that says so; so is a dossier that breaks the comparing. Raises
    nothing.
    """
    problems: list[Problem] = []
    rows: list[dict[str, Any]] = []
    try:
        rows_of, stories = _apart(articles)
        read, faults = _read(read_rows(rows_of, problems.append), claims, rulebook)
        dossier = Dossier(event.part, tuple(_cut(article, stories) for article, _ in read))
        run = (_whole if everything else _in_brief)(event.dossier, dossier, _ordered(read), rulebook)
        rows += [_finding(event, place, one) for place, one in enumerate(run.findings)]
        rows += [_coverage(event, place, one) for place, one in enumerate(run.coverage if everything else ())]
    except Exception as error:  # noqa: BLE001 - a mistake in atodds on one dossier must not cost the others
        faults = [f"{in_one_line(error)}; the dossier is left out"]
    faults += [f"{problem.path}: {problem.message}" for problem in problems]
    return rows + [_row(event, PROBLEM, place, message=fault) for place, fault in enumerate(faults)]


def _whole(whole: str, dossier: Dossier, claims: Sequence[Claim], rulebook: Rulebook) -> Run:
    return compared([(whole, dossier, claims)], rulebook)


def _in_brief(whole: str, dossier: Dossier, claims: Sequence[Claim], rulebook: Rulebook) -> Run:
    """Compare by the rules that can disagree, by none if there is none."""
    own: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        own[claim.rule].append(claim)
    may = frozenset(rule.id for rule in rulebook.rules if may_disagree(rule, own[rule.id]))
    return compared([(whole, dossier, claims)] if may else [], rulebook, only={whole: may})


def _apart(articles: Iterable[dict[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, frozenset[int]]]:
    """Return the rows as they were published, and by id the stories that belong to the part."""
    rows = [dict(row) for row in articles]
    held = [(row.get("id"), row.pop("stories", None)) for row in rows]
    return rows, {str(name): frozenset(stories) for name, stories in held if stories is not None}


def _cut(article: Article, stories: Mapping[str, frozenset[int]]) -> Article:
    """Return an article with those of its stories that belong to the part, all if nothing is said of them."""
    if article.id not in stories:
        return article
    own = stories[article.id]
    return replace(article, stories=tuple(story for story in article.stories if story.index in own))


def _read(
    articles: Iterable[Article], claims: Iterable[dict[str, Any]], rulebook: Rulebook
) -> tuple[list[tuple[Article, list[str]]], list[str]]:
    """Return the articles in order of their ids, each with the lines of its claims, and what is wrong."""
    lines: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in claims:
        lines[row["article"]][row["key"]].append(row["claim"])
    copies: defaultdict[str, dict[str, list[Article]]] = defaultdict(dict)
    for article in articles:
        copies[article.id].setdefault(key_of(article, rulebook), []).append(article)
    found: list[tuple[Article, list[str]]] = []
    faults: list[str] = []
    for name in sorted(copies.keys() | lines.keys()):
        own, said = copies[name], lines[name]
        if said.keys() - own.keys():
            faults.append(f"{name}: its claims are of another text or by other rules; it is left out")
            continue
        if len(own) > 1:
            faults.append(f"id {name!r} is used {len(own)} times; one of them is compared")
        key = min(own, key=lambda key: content_key(own[key][0]))
        # An article that is there twice has each of its claims twice.
        found.append((own[key][0], sorted(said[key])[:: len(own[key])]))
    return found, faults


def _ordered(read: Iterable[tuple[Article, list[str]]]) -> list[Claim]:
    """Return the claims in reading order; a shuffle may have handed them over in any."""
    return [claim for _, lines in read for claim in sorted(map(from_json, lines), key=reading_order)]


def _finding(of: Compared, place: int, finding: Finding) -> dict[str, Any]:
    return _row(
        of,
        "finding",
        place,
        event=finding.event,
        rule=finding.rule,
        verdict=str(finding.verdict),
        severity=str(finding.severity),
        message=finding.message,
        group=finding.group,
        fingerprint=finding.fingerprint,
        json=one_line(finding_shape(finding)).rstrip("\n"),
    )


def _coverage(of: Compared, place: int, row: Coverage) -> dict[str, Any]:
    return _row(
        of,
        "coverage",
        place,
        event=row.event,
        rule=row.rule,
        verdict=str(row.verdict),
        message=row.reason,
        json=one_line(coverage_shape(row)).rstrip("\n"),
    )


def _row(of: Compared, row: str, place: int, **cells: str) -> dict[str, Any]:
    empty = dict.fromkeys(FINDINGS.names, "")
    return {**empty, "event": of.part, **cells, **of._asdict(), "row": row, "place": place}
