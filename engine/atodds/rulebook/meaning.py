"""What a schema cannot say of a rule: names that do not exist, rules that never find anything."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from atodds.rulebook.case import DossierTest
from atodds.rulebook.expected import read_expected
from atodds.rulebook.lexicon import has_list, list_names
from atodds.rulebook.nearest import did_you_mean
from atodds.rulebook.pattern import PatternError, is_pattern, required_literals
from atodds.rulebook.rule import ChoiceRule, DateRule, DurationRule, QuantityRule, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from atodds.errors import Fault
    from atodds.rulebook.rule import Rule
    from atodds.rulebook.tree import Tree


def meaning_faults(tree: Tree, rule: Rule, lists: Mapping[str, tuple[str, ...]]) -> list[Fault]:
    """Return what is wrong with a rule whose shape is right; `lists` are known beside the shipped ones."""
    checks = (_id, _patterns, _finds_something, _categories, _tests, _firing_and_silent)
    return [*_words(tree, rule, lists), *(fault for check in checks for fault in check(tree, rule))]


def _id(tree: Tree, rule: Rule) -> Iterator[Fault]:
    stem = PurePath(tree.path).stem
    if rule.id != stem:
        yield tree.fault(("id",), "id", f'the id "{rule.id}" must be the name of its file, "{stem}"')


def _words(tree: Tree, rule: Rule, lists: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    """Find `$name` without a list of that name, and regular expressions where only words are read."""
    for key, words in rule.find:
        if not isinstance(words, tuple):
            continue
        for index, word in enumerate(words):
            if word[0] == "$" and word[1:] not in lists and not has_list(word[1:]):
                known = did_you_mean(word, (f"${name}" for name in (*list_names(), *lists)))
                yield tree.fault(("find", key, index), "unknown-list", f'there is no list "{word}"{known}')
            elif word[0] == "/" and is_pattern(word):
                text = f"{key} has words only; a regular expression can stand in categories"
                yield tree.fault(("find", key, index), "pattern", text)


def _patterns(tree: Tree, rule: Rule) -> Iterator[Fault]:
    """Find regular expressions that cannot be used."""
    if not isinstance(rule, ChoiceRule):
        return
    for category, words in rule.find.categories.items():
        for index, word in enumerate(words):
            if is_pattern(word):
                try:
                    required_literals(word)
                except PatternError as error:
                    yield tree.fault(("find", "categories", category, index), "pattern", str(error))


def _finds_something(tree: Tree, rule: Rule) -> Iterator[Fault]:
    """Find rules that say nothing of what to look for."""
    if isinstance(rule, QuantityRule):
        find = rule.find
        frames = (find.triggers, find.acts, find.states, find.undecided, find.doers)
        if not any((*frames, find.nouns, find.tolls)) and find.unit is not Unit.AGE:
            keys = "triggers, acts, states, nouns, doers or tolls"
            yield tree.fault(("find",), "no-trigger", f"the rule can never fire: find needs {keys}", at="key")
        elif any(frames) and not find.counts and find.unit in (Unit.PEOPLE, Unit.THINGS):
            text = "find needs counts: the nouns that are counted, such as $people"
            yield tree.fault(("find",), "no-counts", text, at="key")
        if find.undecided and not find.or_else:
            text = "undecided verbs need or_else: the rule they may mean instead"
            yield tree.fault(("find", "undecided"), "no-or-else", text, at="key")
    elif isinstance(rule, (DateRule, DurationRule)) and not (rule.find.triggers or rule.find.nouns):
        text = "the rule can never fire: find needs triggers or nouns"
        yield tree.fault(("find",), "no-trigger", text, at="key")


def _categories(tree: Tree, rule: Rule) -> Iterator[Fault]:
    """Find categories that are called compatible and do not exist."""
    if not isinstance(rule, ChoiceRule):
        return
    for group, names in enumerate(rule.compare.compatible):
        for index, name in enumerate(names):
            if name not in rule.find.categories:
                text = f'there is no category "{name}"{did_you_mean(name, rule.find.categories)}'
                yield tree.fault(("compare", "compatible", group, index), "unknown-category", text)


def _tests(tree: Tree, rule: Rule) -> Iterator[Fault]:
    """Find tests that expect what cannot be."""
    for index, test in enumerate(rule.tests):
        if isinstance(test, DossierTest):
            yield from _expectation(tree, index, test)
            continue
        for position, words in enumerate(test.claims):
            place = ("tests", index, "claims", position)
            try:
                read_expected(rule.kind, words)
            except ValueError as error:
                yield tree.fault(place, "claim", str(error))
            if isinstance(rule, ChoiceRule) and words not in rule.find.categories:
                text = f'there is no category "{words}"{did_you_mean(words, rule.find.categories)}'
                yield tree.fault(place, "unknown-category", text)


def _expectation(tree: Tree, index: int, test: DossierTest) -> Iterator[Fault]:
    if not test.expect.verdicts:
        yield tree.fault(("tests", index, "expect"), "empty", "expect says nothing")
    for verdict, names in test.expect.verdicts.items():
        for position, name in enumerate(names):
            if name not in test.articles:
                text = f'the test has no article "{name}"{did_you_mean(name, test.articles)}'
                yield tree.fault(("tests", index, "expect", verdict.value, position), "unknown-article", text)


def _firing_and_silent(tree: Tree, rule: Rule) -> Iterator[Fault]:
    """Demand of every rule one test that fires and one that stays silent."""
    if not rule.tests:
        text = "the rule has no tests; it needs one that fires and one that stays silent"
        yield tree.fault((), "no-tests", text)
        return
    if not any(test.fires for test in rule.tests):
        text = "no test fires: add articles that conflict, or a text with its claims"
        yield tree.fault(("tests",), "no-firing-test", text, at="key")
    if all(test.fires for test in rule.tests):
        text = "no test stays silent: add articles that agree, or a text with claims: []"
        yield tree.fault(("tests",), "no-silent-test", text, at="key")
