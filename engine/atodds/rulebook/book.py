"""A rulebook: the rules of one run, in an order that does not depend on where they were read."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from atodds.rulebook.shape import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atodds.rulebook.rule import Rule


@dataclass(frozen=True, eq=False)
class Rulebook:
    """Rules sorted by id; `files` has the file of each, or nothing where they were made in memory."""

    rules: tuple[Rule, ...]
    files: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Hash by the ids alone: rules hold dictionaries, and a rulebook is looked up for every article."""
        return hash(tuple(self._by_id))

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    def rule(self, rule_id: str) -> Rule:
        """Return the rule with an id; raises KeyError if there is none."""
        return self._by_id[rule_id]

    def file(self, rule_id: str) -> str:
        """Return the path of the file a rule was read from, "" if it was made in memory."""
        return dict(zip((rule.id for rule in self.rules), self.files, strict=False)).get(rule_id, "")

    def select(self, rule_ids: Iterable[str]) -> Rulebook:
        """Return a rulebook of the named rules only; raises KeyError with the first id that is unknown."""
        wanted = {self.rule(rule_id).id for rule_id in rule_ids}
        rules = tuple(rule for rule in self.rules if rule.id in wanted)
        return Rulebook(rules, tuple(self.file(rule.id) for rule in rules) if self.files else ())

    @cached_property
    def fingerprint(self) -> str:
        """Return 16 hex digits that change when what a rule finds or compares changes, and only then."""
        meant = [plain(rule, without=("tests", "question")) for rule in self.rules]
        return hashlib.sha256(json.dumps(meant, sort_keys=True).encode()).hexdigest()[:16]
