"""Fingerprints: a short name of a finding that stays when text moves and changes when values do."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from atodds.compare.numbers import allowed
from atodds.model.claim import Choice, DateValue, Name
from atodds.model.quote import Quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atodds.model.claim import Claim


def fingerprint(rule: str, event: str, group: str, positions: Iterable[Iterable[Claim]]) -> str:
    """Return 12 hex digits made of the rule, the event and what each position holds, in no order."""
    held = sorted(sorted({normal_value(claim) for claim in claims}) for claims in positions)
    meant = json.dumps([rule, event, group, held], ensure_ascii=True)
    return hashlib.sha256(meant.encode()).hexdigest()[:12]


def normal_value(claim: Claim) -> str:
    """Return a claim's value without the accidents of its wording: "at least 40" and "40 or more" are one."""
    value = claim.value
    if isinstance(value, Quote):
        return " ".join("".join(c if c.isalnum() else " " for c in value.text.casefold()).split())
    if isinstance(value, Choice):
        return value.category
    if isinstance(value, Name):
        return value.identity
    if isinstance(value, DateValue):
        return f"{value.first or ''}..{value.last or ''}"
    return str(allowed(claim))
