"""Categories: claims that are the same or not, with no number between them."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from atodds.compare.answers import leading
from atodds.compare.fingerprint import fingerprint
from atodds.compare.messages import counted, disagreement, listed, so_of
from atodds.compare.severities import severity_of
from atodds.model.claim import Choice
from atodds.model.finding import Finding, Position, Verdict
from atodds.rulebook.rule import ChoiceRule, NameRule

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from atodds.compare.bench import Bench
    from atodds.compare.origins import Origins
    from atodds.model.claim import Claim


def compare_choices(
    rule: ChoiceRule, claims: Sequence[Claim], bench: Bench
) -> tuple[list[Finding], tuple[Claim, ...]]:
    """Return the finding of a rule that asks which of its categories holds, and the claims left out."""

    def together(one: str, two: str) -> bool:
        return any(one in group and two in group for group in rule.compare.compatible)

    def fit(one: Claim, two: Claim) -> bool:
        names = _category(one), _category(two)
        return names[0] == names[1] or together(*names)

    kept, aside = leading([claim for claim in claims if isinstance(claim.value, Choice)], fit)
    held: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in kept:
        held[_category(claim)].append(claim)
    return judged(rule, held, together, bench), aside


def _category(claim: Claim) -> str:
    return claim.value.category if isinstance(claim.value, Choice) else ""


def judged(
    rule: ChoiceRule | NameRule,
    held: dict[str, list[Claim]],
    together: Callable[[str, str], bool],
    bench: Bench,
) -> list[Finding]:
    """Return the finding of answers that go `together` or not, none where nobody gives one."""
    if not held:
        return []
    excluding = {name for pair in combinations(sorted(held), 2) if not together(*pair) for name in pair}
    stand_by = tuple(claim for name in sorted(set(held) - excluding) for claim in held[name])
    if not excluding:
        every = [claim for name in sorted(held) for claim in held[name]]
        position = position_of(" and ".join(sorted(held)), every, bench.origins)
        verdict = Verdict.SINGLE if position.origins == 1 else Verdict.AGREE
        articles = len({claim.article for claim in every})
        so = listed([counted(articles, "article"), counted(position.origins, "origin")])
        return [
            _finding(
                rule, bench.event, verdict, (position,), (), f"{rule.id}: {bench.desk.side(position)}; {so}"
            )
        ]
    positions = tuple(position_of(name, held[name], bench.origins) for name in sorted(excluding))
    sides = [bench.desk.side(position) for position in positions]
    so = so_of(Verdict.CONFLICT, positions, None, of="answer" if isinstance(rule, ChoiceRule) else "name")
    return [
        _finding(rule, bench.event, Verdict.CONFLICT, positions, stand_by, disagreement(rule.id, sides, so))
    ]


def position_of(name: str, claims: Sequence[Claim], origins: Origins) -> Position:
    """Return the position of those who give one answer, each article's wording once."""
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
