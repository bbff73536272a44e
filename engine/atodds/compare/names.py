"""Names: who holds a role, and how the name is spelled."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from atodds.compare.answers import leading
from atodds.compare.categories import judged, position_of
from atodds.compare.fingerprint import fingerprint
from atodds.compare.messages import disagreement
from atodds.compare.speakers import same_name
from atodds.model.claim import Name
from atodds.model.finding import Finding, Verdict
from atodds.rulebook.persons import are_forms, read_person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.compare.bench import Bench
    from atodds.model.claim import Claim
    from atodds.rulebook.rule import NameRule

_FULL = 2  # given name and surname


def compare_names(
    rule: NameRule, claims: Sequence[Claim], bench: Bench
) -> tuple[list[Finding], tuple[Claim, ...]]:
    """
    Return the findings of a rule that asks who, and the claims left out with their reasons.

    Two holders of one role exclude each other unless the rule says that there are several. One name in two
    spellings is a tension of its own.
    """
    said: Sequence[Claim] = [claim for claim in claims if claim.asserted and isinstance(claim.value, Name)]
    aside: tuple[Claim, ...] = ()
    if not rule.compare.several:
        said, aside = leading(said, lambda one, two: bool(same_name(one.words, two.words)))
    held = _people(said)
    if rule.compare.several:
        found = [finding for own in held.values() if (finding := _spelling(rule, own, bench, apart=True))]
        if found or not held:
            return found, aside
        most = max(held, key=lambda name: len({claim.article for claim in held[name]}))
        return judged(rule, {most: held[most]}, lambda one, two: True, bench), aside  # noqa: ARG005 - one signature
    if len(held) == 1 and (finding := _spelling(rule, said, bench, apart=False)):
        return [finding], aside
    return judged(rule, held, lambda one, two: False, bench), aside  # noqa: ARG005 - one signature


def _people(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Gather claims by the person they name, under the first name read."""
    held: dict[str, list[Claim]] = {}
    for claim in claims:
        known = next((name for name in held if same_name(name, claim.words)), claim.words)
        held.setdefault(known, []).append(claim)
    return held


def _spelling(rule: NameRule, claims: Sequence[Claim], bench: Bench, *, apart: bool) -> Finding | None:
    """Return that a name is spelled in two ways; `apart` takes two in one article for two people."""
    spelled: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        names = read_person(claim.words).names
        known = next(
            (words for words in spelled if _same_spelling(read_person(words).names, names)), claim.words
        )
        spelled[known].append(claim)
    if len(spelled) < 2:
        return None
    if apart and _are_two(list(spelled.values())):
        return None
    positions = tuple(position_of(word, same, bench.origins) for word, same in sorted(spelled.items()))
    sides = [bench.desk.side(position) for position in positions]
    return Finding(
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


def _same_spelling(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Say whether two names are spelled alike as far as both go; "Tom" stands for "Thomas"."""
    if not one or not two:
        return True
    if sorted(one) == sorted(two):
        return True
    if one[-1] != two[-1]:
        return False
    if len(one) < _FULL or len(two) < _FULL:
        return True
    first, other = one[0], two[0]
    return (
        first == other
        or first[0:1] == other
        or other[0:1] == first
        or are_forms(first, other)
        or (first.startswith(other) or other.startswith(first))
    )


def _are_two(variants: Sequence[Sequence[Claim]]) -> bool:
    """Take two spellings for two people where an article has both, or a variant has no given name."""
    articles = [{claim.article for claim in own} for own in variants]
    both = any(one & two for i, one in enumerate(articles) for two in articles[i + 1 :])
    short = any(len(read_person(claim.words).names) < _FULL for own in variants for claim in own)
    return both or short
