"""Severities: how much a verdict matters, given what its rule says of a conflict."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from atodds.model.finding import Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atodds.model.claim import Claim

_MILDER: Final = {
    Severity.ERROR: Severity.WARNING,
    Severity.WARNING: Severity.NOTE,
    Severity.NOTE: Severity.NOTE,
}
# "The ministry lowered the death toll to 26": who says so corrects, and contradicts nobody.
_CORRECTED: Final = re.compile(
    r"""\b(?: revis(?:e[ds]?|ing)\b [^.]{0,40} \b(?:down|downward|downwards|lower)
          | (?:lower|correct|reduc|cut)(?:e?d|ing|s|es)\b [^.]{0,30} \b(?:toll|figure|number|count|tally)
          | (?:toll|figure|number|count|tally)\b [^.]{0,30}
            \b(?:lowered|corrected|reduced|revised\s+down) )""",
    re.IGNORECASE | re.VERBOSE,
)


def severity_of(verdict: Verdict, of_conflict: Severity, claims: Iterable[Claim] = ()) -> Severity:
    """
    Return how severe a verdict is for a rule whose conflicts are `of_conflict`.

    A tension is one step milder. A conflict of figures of which one is said to correct another is a note,
    and so is all that is no disagreement.
    """
    if verdict is Verdict.CONFLICT:
        corrected = any(_CORRECTED.search(claim.evidence.sentence) for claim in claims)
        return Severity.NOTE if corrected else of_conflict
    return _MILDER[of_conflict] if verdict is Verdict.TENSION else Severity.NOTE
