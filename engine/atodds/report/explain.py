"""Why a run came out as it did: how each wording was read, and why each article was silent."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from atodds.model.quantity import Quantity
from atodds.report.names import names_of
from atodds.report.words import clipped, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.model.claim import Claim
    from atodds.model.event import EventChoice
    from atodds.model.finding import Run


def as_explanation(run: Run, choices: Sequence[EventChoice] = ()) -> str:
    """
    Return why each story is about which event (`choices`), and a paragraph for each rule and event.

    It names every claim with the line of the hedge table that gave its interval, every claim set aside with
    the reason, and every silent article with its reason.
    """
    names = names_of(run)
    claims: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in run.claims:
        claims[claim.rule, claim.event].append(claim)
    text = "".join(f"{printable(str(choice))}\n" for choice in choices)
    for row in run.coverage:
        called = names.get(row.event, {})
        text += f"\n{row.rule} [{printable(row.event)}]: {row.verdict}"
        text += f" ({printable(row.reason)})\n" if row.reason else "\n"
        for claim in claims[row.rule, row.event]:
            name = called.get(claim.article, claim.article)
            text += f"  {name}, {claim.evidence.place}: {_reading(claim)}\n"
        for one in row.articles:
            if not one.claims:
                name = called.get(one.article, one.article)
                text += f"  {name}: {printable(one.reason) or 'no claim'}\n"
    return text


def _reading(claim: Claim) -> str:
    said = f"“{clipped(printable(claim.words), 80)}”"
    if isinstance(claim.value, Quantity):
        row = f", hedge {claim.value.row}" if claim.value.row else ""
        said += f" allows {claim.allowed}, is taken as {claim.implied}{row}"
    if claim.counted:
        said += f", of {claim.counted}"
    if claim.place:
        said += f", in {claim.place}"
    if claim.as_of:
        said += f", as of {claim.as_of}"
    if str(claim.part) != "total":
        said += f", {claim.part}"
    if not claim.asserted:
        said += ", set aside"
    return f"{said} ({printable(claim.reason)})" if claim.reason else said
