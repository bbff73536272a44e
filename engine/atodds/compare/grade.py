"""Grade two quotations by their words alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.compare.wording import compare_wording

if TYPE_CHECKING:
    from atodds.model.quote import Grade


def grade_quotes(a: str, b: str) -> Grade:
    """
    Return how the wording of one quotation differs from that of another.

    From `identical` (but for the closing comma or full stop) over `typographic` (marks, case, spelling,
    short forms), `cut`, `edited` (small words, number, glosses) and `reworded` to `meaning_changed`; what is
    no printing of one utterance is a `different_quote`. The order of the two makes no difference; never
    raises.
    """
    return compare_wording(a, b).grade
