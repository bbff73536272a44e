"""Rules as pages that people read: what is asked, how it is found and compared, and the tests as examples."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

from atodds.rulebook.case import DossierTest, TextTest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atodds.rulebook.book import Rulebook
    from atodds.rulebook.case import RuleTest
    from atodds.rulebook.rule import Rule
    from atodds.rulebook.shape import Strict

WIDTH: Final = 100

_OPENING: Final = """\
# Rules

The rules that come with atodds, each with what it fires on and what it lets pass. This page is made from the
rule files; write it anew with `atodds rules schema --docs docs`. What the keys mean is told in the
[rule reference](rule-reference.md).
"""


def as_index(rulebook: Rulebook) -> str:
    """Return the text of docs/rules.md: a table of all rules, then a page for each."""
    rows = (
        f"| [{rule.id}](#{rule.id}) | {rule.kind} | {rule.question} | {rule.severity} |"
        for rule in rulebook.rules
    )
    table = ["| rule | kind | asks | severity |", "|---|---|---|---|", *rows]
    return "\n".join([_OPENING, *table, "", *(rule_page(rule) for rule in rulebook.rules)])


def rule_page(rule: Rule) -> str:
    """Return a rule's page as Markdown."""
    parts = [
        f"## {rule.id}",
        "",
        rule.question,
        "",
        f"A {rule.kind} rule; a conflict is {_article(rule.severity)}.",
        "",
    ]
    for title, section in (("Finds", rule.find), ("Compares", rule.compare)):
        if keys := list(_keys(section)):
            parts += [f"{title}:", "", *keys, ""]
    for title, tests in (
        ("Fires on", [test for test in rule.tests if test.fires]),
        ("Stays silent on", [test for test in rule.tests if not test.fires]),
    ):
        if tests:
            parts += [f"{title}:", ""]
            for test in tests:
                parts += [*_example(test), ""]
    return "\n".join(parts)


def _keys(section: Strict) -> Iterator[str]:
    """Yield a line for every key that the file sets, those that all kinds share last."""
    for key, value in sorted(section, key=lambda entry: entry[0] in ("context", "unless")):
        if value != section.default(key):
            yield _wrapped(f"- `{key}`: ", _words(value))


def _words(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_words(inner)}" for key, inner in value.items())
    if isinstance(value, tuple):
        return "; ".join(map(_words, value)) if value and isinstance(value[0], tuple) else ", ".join(value)
    return str(value)


def _example(test: RuleTest) -> Iterator[str]:
    """Yield the lines of a test as an example: its texts, and what comes of them."""
    if isinstance(test, TextTest):
        claims = ", ".join(f"`{claim}`" for claim in test.claims)
        yield _wrapped("- ", _folded(test.text) + (f" → {claims}" if claims else ""))
    if isinstance(test, DossierTest):
        name = f"{test.name[0].upper()}{test.name[1:]}" if test.name else "Articles"
        verdicts = "; ".join(
            f"{verdict}: {', '.join(names)}" for verdict, names in test.expect.verdicts.items()
        )
        yield _wrapped("- ", f"{name} → `{verdicts}`")
        for outlet, article in test.dossier.items():
            title = f"{article.title}: " if article.title else ""
            day = f", {article.published}" if article.published else ""
            yield _wrapped("  - ", f"{title}{_folded(article.text)} ({outlet}{day})", indent=4)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _wrapped(lead: str, text: str, indent: int = 2) -> str:
    return textwrap.fill(
        lead + text, WIDTH, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False
    )


def _article(severity: str) -> str:
    return f"an {severity}" if severity == "error" else f"a {severity}"
