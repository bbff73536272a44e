"""A facts file read from disk: its content, its rules, and the line on which each entry stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pydantic import ValidationError

from atodds.errors import Fault, RulebookError
from atodds.facts.expectation import Expectation
from atodds.facts.schema import Accept, Doubt, Facts
from atodds.model.finding import Verdict
from atodds.rulebook.load import load_rulebook
from atodds.rulebook.nearest import did_you_mean
from atodds.rulebook.places import rules_root
from atodds.rulebook.tree import parse, read_text, words_only

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from atodds.facts.schema import Strict
    from atodds.rulebook.book import Rulebook
    from atodds.rulebook.tree import Location, Tree

SUFFIX = ".facts.yaml"
SHIPPED = "default"

_FATAL = (Verdict.CONFLICT, Verdict.TENSION, Verdict.UPDATE)


@dataclass(frozen=True)
class FactsFile:
    """A facts file that is right in itself: its rules exist and its expectations can be read."""

    path: Path
    facts: Facts
    rulebook: Rulebook
    expectations: dict[str, Expectation]
    tree: Tree

    @property
    def name(self) -> str:
        """Return the file's name without its suffix."""
        return self.path.name.removesuffix(SUFFIX)

    def line(self, *location: str | int) -> int:
        """Return the line, counted from 1, of the entry that a location leads to."""
        return self.tree.fault(location, "", "").line or 1

    def articles(self) -> list[str]:
        """Return the paths of its articles, globs resolved; one that fits nothing stays as it is."""
        folder = self.path.parent
        paths = []
        for given in self.facts.articles:
            globbed = sorted(folder.glob(given)) if any(sign in given for sign in "*?[") else []
            paths += [str(path) for path in globbed] or [str(folder / given)]
        return paths


def read_facts(path: Path) -> FactsFile:
    """Read a facts file and its rules; raises RulebookError with every fault of either."""
    text = read_text(path)
    if isinstance(text, Fault):
        raise RulebookError([text])
    # A file that says nothing asks for everything: the articles beside it, by the shipped rules.
    tree = parse(str(path), text if text.strip() else "{}", words_only)
    if isinstance(tree, list):
        raise RulebookError(tree)
    try:
        facts = Facts.model_validate(tree.value)
    except ValidationError as error:
        raise RulebookError([_fault(tree, one) for one in error.errors(include_url=False)]) from error
    places = [rules_root() if given == SHIPPED else path.parent / given for given in facts.rules]
    rulebook = load_rulebook(places)
    known = {rule.id for rule in rulebook.rules}
    faults = [
        tree.fault(
            _place(tree, location),
            "unknown-rule",
            f'there is no rule "{rule}"{did_you_mean(rule, known)}',
            at,
        )
        for location, rule, at in _rules_named(facts)
        if rule not in known
    ]
    faults += [
        tree.fault(("fail_on",), "value", f'"{verdict}" cannot fail; conflict, tension and update can')
        for verdict in facts.fail_on
        if verdict not in _FATAL
    ]
    expectations = {}
    for rule, words in facts.expect.items():
        try:
            expectations[rule] = Expectation.parse(rule, words)
        except ValueError as error:
            faults.append(tree.fault(("expect", rule), "value", str(error)))
    if faults:
        raise RulebookError(sorted(faults, key=lambda fault: (fault.line, fault.column)))
    selected = rulebook.select(facts.select) if facts.select else rulebook
    return FactsFile(path, facts, selected, expectations, tree)


def _rules_named(facts: Facts) -> Iterator[tuple[Location, str, Literal["key", "value"]]]:
    for index, rule in enumerate(facts.select):
        yield ("select", index), rule, "value"
    for index, accept in enumerate(facts.accept):
        yield ("accept", index, "rule"), accept.rule, "value"
    for rule in facts.expect:
        yield ("expect", rule), rule, "key"
    for index, doubt in enumerate(facts.xfail):
        yield ("xfail", index, "rule"), doubt.rule, "value"


def _fault(tree: Tree, error: ErrorDetails) -> Fault:
    """Put what pydantic says at its place in the file, and into words."""
    location = tuple(part for part in error["loc"] if part != "[key]")
    key = str(location[-1]) if location else ""
    if error["type"] == "extra_forbidden":
        owner = "a facts file" if len(location) == 1 else f"an entry of {location[0]}"
        text = f'"{key}" is not a key of {owner}{did_you_mean(key, _keys(location))}'
        return tree.fault(location, "unknown-key", text, at="key")
    if error["type"] == "missing":
        return tree.fault(location, "missing-key", f'an entry of {location[0]} needs "{key}"')
    if location and isinstance(location[-1], int):
        key = f"a member of {location[-2]}"
    words = error["msg"].removeprefix("Value error, ").removeprefix("Input ")
    text = f"{key or 'a facts file'} {words[:1].lower()}{words[1:]}"
    return tree.fault(_place(tree, location), "value", text)


def _place(tree: Tree, location: Location) -> Location:
    """Return where a value stands in the file: one word in place of a list has no members."""
    whole = tree.value
    listed = isinstance(whole, dict) and len(location) == 2 and isinstance(whole.get(location[0]), str)
    return location[:1] if listed else location


def _keys(location: Location) -> list[str]:
    models: dict[str, type[Strict]] = {"accept": Accept, "xfail": Doubt}
    model = models.get(str(location[0]), Facts) if len(location) > 1 else Facts
    return list(model.model_fields)
