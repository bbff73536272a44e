"""Coverage: for every rule, event and article how much was said and compared, and why not more."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from atodds.model.claim import Part
from atodds.model.finding import ArticleCoverage, Coverage, Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from atodds.model.claim import Claim

_NO_CLAIM: Final = "no article makes a claim"
_GRAVEST: Final = {verdict: rank for rank, verdict in enumerate(Verdict)}


def cover(
    rule: str, event: str, articles: Iterable[str], claims: Iterable[Claim], findings: Sequence[Finding]
) -> Coverage:
    """
    Return the coverage of one rule on one event.

    `claims` are all that the event's articles say to the rule, set-aside ones with their reason; `findings`
    what comparing them came to, groups of one article included.
    """
    by_article: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article].append(claim)
    if not by_article:
        return Coverage(rule, event, Verdict.ABSENT, 0, _silent(tuple(sorted(articles))), _NO_CLAIM)
    stood = [claim for finding in findings if _compares(finding) for claim in _claims(finding)]
    compared = {claim.article for claim in stood}
    rows = tuple(
        ArticleCoverage(
            article, sum(claim.asserted for claim in by_article[article]), _why(by_article[article], compared)
        )
        for article in sorted(articles)
    )
    verdict = min((finding.verdict for finding in findings), key=_GRAVEST.__getitem__, default=Verdict.ABSENT)
    if verdict is Verdict.ABSENT and any(row.claims for row in rows):
        verdict = Verdict.SINGLE
    return Coverage(
        rule, event, verdict, len(stood), rows, "" if stood else _nothing(verdict, rows, findings)
    )


@lru_cache(maxsize=64)
def _silent(articles: tuple[str, ...]) -> tuple[ArticleCoverage, ...]:
    """Return the rows of a rule that no article of an event says anything to: most rules, on most events."""
    return tuple(ArticleCoverage(article, 0, "no claim") for article in articles)


def _compares(finding: Finding) -> bool:
    """Say whether claims stood against each other; copies of one origin do not."""
    return finding.verdict is not Verdict.SINGLE


def _claims(finding: Finding) -> list[Claim]:
    return [*(claim for position in finding.positions for claim in position.claims), *finding.bystanders]


def _why(claims: Sequence[Claim], compared: set[str]) -> str:
    """Return why an article was silent or stood alone, "" if it was compared."""
    if not claims:
        return "no claim"
    if claims[0].article in compared:
        return ""
    asserted = [claim for claim in claims if claim.asserted]
    if not asserted:
        return f"figure set aside: {_commonest(claims) or 'not asserted'}"
    if all(claim.part is Part.BACKGROUND for claim in asserted):
        return "only background figures"
    if all(claim.part is not Part.TOTAL for claim in asserted):
        return "only parts of a total"
    return _commonest(asserted) or "nothing comparable in another article"


def _commonest(claims: Sequence[Claim]) -> str:
    reasons = Counter(claim.reason for claim in claims if claim.reason)
    return min(reasons, key=lambda reason: (-reasons[reason], reason), default="")


def _nothing(verdict: Verdict, rows: Sequence[ArticleCoverage], findings: Sequence[Finding]) -> str:
    """Return in words why nothing was compared."""
    saying = [row for row in rows if row.claims]
    if verdict is Verdict.ABSENT:
        return _NO_CLAIM
    if len(saying) == 1:
        return f"only {saying[0].article} makes a claim"
    if any(len({claim.article for claim in _claims(finding)}) > 1 for finding in findings):
        return "one origin"
    return "no two claims are comparable"
