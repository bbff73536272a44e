"""Categories and names: claims that are the same or not, with no number between them."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from atodds.compare.fingerprint import fingerprint
from atodds.compare.messages import counted, disagreement, listed, so_of
from atodds.compare.severities import severity_of
from atodds.compare.speakers import same_name
from atodds.model.claim import Choice, Name
from atodds.model.finding import Finding, Position, Verdict
from atodds.rulebook.rule import ChoiceRule, NameRule

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from atodds.compare.bench import Bench
    from atodds.compare.origins import Origins
    from atodds.model.claim import Claim


def compare_choices(rule: ChoiceRule, claims: Sequence[Claim], bench: Bench) -> list[Finding]:
    """Return the finding of a rule that asks which of its categories holds."""

    def together(one: str, two: str) -> bool:
        return any(one in group and two in group for group in rule.compare.compatible)

    held: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.asserted and isinstance(claim.value, Choice):
            held[claim.value.category].append(claim)
    return _judged(rule, held, together, bench)


def compare_names(rule: NameRule, claims: Sequence[Claim], bench: Bench) -> list[Finding]:
    """Return the findings of a rule that asks who; one name in two spellings is a tension of its own."""
    held: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.asserted and isinstance(claim.value, Name):
            known = next(
                (name for name in held if same_name(name, claim.value.identity)), claim.value.identity
            )
            held[known].append(claim)
    found = _judged(rule, held, lambda one, two: False, bench)  # noqa: ARG005 - one signature
    spelled: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in (claim for same in held.values() for claim in same):
        spelled[claim.words.casefold().rpartition(" ")[2]].append(claim)
    if len(held) != 1 or len(spelled) < 2:
        return found
    positions = tuple(_position(word, same, bench.origins) for word, same in sorted(spelled.items()))
    sides = [bench.desk.side(position) for position in positions]
    return [
        Finding(
            rule=rule.id,
            event=bench.event,
            verdict=Verdict.TENSION,
            severity=rule.compare.spelling,
            message=disagreement(rule.id, sides, "one name, in more than one spelling"),
            positions=positions,
            fingerprint=fingerprint(
                rule.id, bench.event, "spelling", [position.claims for position in positions]
            ),
        )
    ]


def _judged(
    rule: ChoiceRule | NameRule,
    held: dict[str, list[Claim]],
    together: Callable[[str, str], bool],
    bench: Bench,
) -> list[Finding]:
    if not held:
        return []
    excluding = {name for pair in combinations(sorted(held), 2) if not together(*pair) for name in pair}
    stand_by = tuple(claim for name in sorted(set(held) - excluding) for claim in held[name])
    if not excluding:
        every = [claim for name in sorted(held) for claim in held[name]]
        position = _position(" and ".join(sorted(held)), every, bench.origins)
        verdict = Verdict.SINGLE if position.origins == 1 else Verdict.AGREE
        articles = len({claim.article for claim in every})
        so = listed([counted(articles, "article"), counted(position.origins, "origin")])
        return [
            _finding(
                rule, bench.event, verdict, (position,), (), f"{rule.id}: {bench.desk.side(position)}; {so}"
            )
        ]
    positions = tuple(_position(name, held[name], bench.origins) for name in sorted(excluding))
    sides = [bench.desk.side(position) for position in positions]
    so = so_of(Verdict.CONFLICT, positions, None, of="answer" if isinstance(rule, ChoiceRule) else "name")
    return [
        _finding(rule, bench.event, Verdict.CONFLICT, positions, stand_by, disagreement(rule.id, sides, so))
    ]


def _position(name: str, claims: Sequence[Claim], origins: Origins) -> Position:
    first: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        first.setdefault((claim.article, claim.words.casefold()), claim)
    once = tuple(first.values())
    return Position(value=name, claims=once, origins=origins.trace(claims).count(once))


def _finding(  # noqa: PLR0913, PLR0917 - the fields of a finding
    rule: ChoiceRule | NameRule,
    event: str,
    verdict: Verdict,
    positions: tuple[Position, ...],
    bystanders: tuple[Claim, ...],
    message: str,
) -> Finding:
    return Finding(
        rule=rule.id,
        event=event,
        verdict=verdict,
        severity=severity_of(verdict, rule.severity),
        message=message,
        positions=positions,
        bystanders=bystanders,
        fingerprint=fingerprint(rule.id, event, "", [position.claims for position in positions]),
    )
