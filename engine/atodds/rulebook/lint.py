"""What is not wrong with a rule and yet hardly meant: words that never fire, or twice, and thin tests."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atodds.rulebook.case import DossierTest, TextTest
from atodds.rulebook.inflect import noun_forms, verb_forms
from atodds.rulebook.lexicon import expand, load_table, word_list
from atodds.rulebook.rule import QuantityRule
from atodds.rulebook.uninflect import infinitive, singular

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from atodds.rulebook.book import Rulebook
    from atodds.rulebook.rule import Rule

# The lists of a quantity rule, by the inflection that their words get.
_VERBS: Final = ("triggers", "acts", "undecided")
_NOUNS: Final = ("counts", "nouns", "tolls")
_STRANGE: Final = re.compile(r"[^\w\s'’.$&-]")


@dataclass(frozen=True, slots=True)
class Remark:
    """
    Something in a rule to look at again.

    `key` is the path of the key in the file ("find.triggers"), `code` a stable kebab-case name. `text` says
    what is odd and what may be meant.
    """

    rule: str
    key: str
    code: str
    text: str


def lint(rulebook: Rulebook) -> list[Remark]:
    """Return remarks on every rule, in order of rules."""
    checks: tuple[Callable[[Rule], Iterator[Remark]], ...] = (
        _strange_signs,
        _inflected,
        _cancelled,
        _covered_twice,
        _in_list_already,
        _thin_tests,
    )
    remarks = [remark for rule in rulebook.rules for check in checks for remark in check(rule)]
    return sorted([*remarks, *_shared(rulebook)], key=lambda remark: remark.rule)


def _strange_signs(rule: Rule) -> Iterator[Remark]:
    """Find words with signs that no word of a text has: "kill*", "dead/dying"."""
    for key, words in rule.find:
        for word in words if isinstance(words, tuple) else ():
            if sign := _STRANGE.search(word):
                yield Remark(
                    rule.id, f"find.{key}", "never-fires", f'"{word}" is looked for with its "{sign[0]}"'
                )


def _inflected(rule: Rule) -> Iterator[Remark]:
    """Find words that are inflected already, so that their other forms are not found."""
    if not isinstance(rule, QuantityRule):
        return
    homographs = load_table("inflection")["homographs"]
    for key in _VERBS:
        for phrase in getattr(rule.find, key):
            verb, space, rest = phrase.partition(" ")
            if verb not in homographs and (base := infinitive(verb)):
                text = f'"{phrase}" is an inflected form; "{base}{space}{rest}" stands for all of them'
                yield Remark(rule.id, f"find.{key}", "inflected", text)
    for noun in (*rule.find.counts, *rule.find.nouns):
        if not noun.startswith("$") and (base := singular(noun)):
            text = f'"{noun}" is a plural; "{base}" stands for both'
            yield Remark(
                rule.id, "find.counts" if noun in rule.find.counts else "find.nouns", "inflected", text
            )


def _cancelled(rule: Rule) -> Iterator[Remark]:
    """Find triggers that the rule's own `unless` cancels whenever they stand."""
    if not isinstance(rule, QuantityRule):
        return
    cancelling = {form for word in expand(rule.find.unless) for form in (word, *verb_forms(word).heads)}
    for key in _VERBS:
        for phrase in getattr(rule.find, key):
            if phrase in cancelling:
                text = f'"{phrase}" never fires: unless has it too'
                yield Remark(rule.id, f"find.{key}", "never-fires", text)


def _covered_twice(rule: Rule) -> Iterator[Remark]:
    """Find two words of a list that are found by the same forms."""
    for key, words in rule.find:
        seen: dict[Hashable, str] = {}
        for word in words if isinstance(words, tuple) else ():
            forms = _forms(key, word)
            if forms in seen:
                text = (
                    f'"{word}" is covered by "{seen[forms]}"'
                    if seen[forms] != word
                    else f'"{word}" stands twice'
                )
                yield Remark(rule.id, f"find.{key}", "covered-twice", text)
            seen.setdefault(forms, word)


def _forms(key: str, word: str) -> Hashable:
    """Return by what a word of a list is found."""
    if key in _VERBS:
        forms = verb_forms(word)
        return forms.before, forms.heads, forms.tail
    return noun_forms(word) if key in _NOUNS else word.lower()


def _in_list_already(rule: Rule) -> Iterator[Remark]:
    """Find nouns that a list of the lexicon beside them has already."""
    for key, words in rule.find:
        lists = [word for word in words if word.startswith("$")] if isinstance(words, tuple) else []
        for name in lists:
            for word in words:
                if word != name and set(expand([word])) <= set(word_list(name[1:])):
                    yield Remark(rule.id, f"find.{key}", "covered-twice", f'"{word}" is in {name} already')


def _thin_tests(rule: Rule) -> Iterator[Remark]:
    """Find rules whose tests leave out a whole side: no articles compared, no text passed over."""
    if not any(isinstance(test, DossierTest) and test.fires for test in rule.tests):
        yield Remark(rule.id, "tests", "thin-tests", "no test shows two articles that disagree")
    if rule.kind != "quote" and not any(isinstance(test, TextTest) and not test.fires for test in rule.tests):
        yield Remark(rule.id, "tests", "thin-tests", "no test shows a text that is passed over (claims: [])")


def _shared(rulebook: Rulebook) -> Iterator[Remark]:
    """Find verbs that two rules count the same people by: one figure would answer both."""
    owners: defaultdict[Hashable, dict[str, str]] = defaultdict(dict)
    for rule in rulebook.rules:
        if isinstance(rule, QuantityRule):
            for key in ("triggers", "acts"):
                for word in getattr(rule.find, key):
                    owners[rule.find.counts, _forms(key, word)].setdefault(rule.id, word)
    for rules in owners.values():
        first, *others = rules
        for other in others:
            text = f'"{rules[other]}" fires for {first} too'
            yield Remark(other, "find", "shared", text)
