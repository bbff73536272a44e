"""Rulebooks of any size: the shipped rules, and as many more that count other things by other verbs."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from atodds.rulebook.load import load_rulebook
from atodds.rulebook.places import rules_root

if TYPE_CHECKING:
    from atodds.rulebook.book import Rulebook

# The rules that were there first: figures of people, and quotations.
FIRST = ("abducted", "detained", "displaced", "injured", "killed", "missing", "quote-wording", "troops-sent")
# Words of the corpora, so that some of the further rules have something to hear; the others are made up.
HEARD = ("open", "publish", "double", "expect", "play", "exchange", "complain", "hear", "visit", "write")
SYLLABLES = ("bra", "del", "fo", "gri", "ka", "lum", "mor", "ni", "pel", "quo", "ras", "stel", "tun", "vor")

RULE = """\
id: {id}
kind: quantity
question: How many were {verb}ed?
find:
  counts: [$people]
  triggers: [{verb}]
tests:
  - text: The crowd {verb}ed 12 people.
    claims: [12]
  - text: Nobody came.
    claims: []
"""


def rulebook(rules: int, folder: Path) -> Rulebook:
    """Return a rulebook of that many rules; up to eight of the first, then all shipped ones, then more."""
    if rules <= len(FIRST):
        return load_rulebook().select(FIRST[:rules])
    shipped = load_rulebook()
    random = Random(0)
    for number in range(max(0, rules - len(shipped.rules))):
        verb = HEARD[number] if number < len(HEARD) else "".join(random.choices(SYLLABLES, k=4)) + "t"
        Path(folder, f"more-{number}.yaml").write_text(
            RULE.format(id=f"more-{number}", verb=verb), encoding="utf-8"
        )
    return load_rulebook([rules_root(), folder])
