"""The words that credit a statement to somebody, loaded once from rules/lexicon/said.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from atodds.rulebook.lexicon import load_table


@dataclass(frozen=True, slots=True)
class SaidWords:
    """
    Said-verbs and what stands around them, all lower case.

    `lemma` maps every form of a said-verb to its first form; `quoting` holds the forms that bring in a
    quotation, `stating` those that bring in a plain statement. `openers` maps the first word of a phrase such
    as "according to" to the phrases that begin with it, longest first.
    """

    lemma: dict[str, str]
    quoting: frozenset[str]
    stating: frozenset[str]
    never_after: frozenset[str]
    nouns_too: frozenset[str]
    openers: dict[str, tuple[tuple[str, ...], ...]]
    adverbs: frozenset[str]
    auxiliaries: frozenset[str]
    days: frozenset[str]
    phrase_ends: frozenset[str]
    phrase_links: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    settings: frozenset[str]
    people: frozenset[str]


@cache
def said_words() -> SaidWords:
    """Return the said-verbs of the lexicon; raises what `load_table` raises when the file is missing."""
    rows = load_table("said")
    forms = {name: [line.split() for line in rows[name]] for name in ("say", "quote", "show")}
    openers: dict[str, list[tuple[str, ...]]] = {}
    for phrase in rows["before_source"]:
        words = tuple(phrase.split())
        openers.setdefault(words[0], []).append(words)
    return SaidWords(
        lemma={form: line[0] for lines in forms.values() for line in lines for form in line},
        quoting=frozenset(form for name in ("say", "quote") for line in forms[name] for form in line),
        stating=frozenset(form for name in ("say", "show") for line in forms[name] for form in line),
        never_after=frozenset(form for line in forms["show"] for form in line),
        openers={first: tuple(sorted(found, key=len, reverse=True)) for first, found in openers.items()},
        **{
            name: frozenset(map(str, rows[name]))
            for name in (
                "nouns_too",
                "adverbs",
                "auxiliaries",
                "days",
                "phrase_ends",
                "phrase_links",
                "determiners",
                "pronouns",
                "settings",
                "people",
            )
        },
    )
