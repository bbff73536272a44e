"""The closed word classes of English, as sets that the extractor asks at every step."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from atodds.rulebook.lexicon import load_table


@dataclass(frozen=True)
class Grammar:
    """Each field is a list of rules/lexicon/grammar.yaml; `stop` ends a noun phrase."""

    be: frozenset[str]
    get: frozenset[str]
    have: frozenset[str]
    linking: frozenset[str]
    modals: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    relatives: frozenset[str]
    pronouns: frozenset[str]
    adverbs: frozenset[str]
    not_adverbs: frozenset[str]
    negations: frozenset[str]
    weekdays: frozenset[str]
    months: frozenset[str]
    inclusion: frozenset[str]
    rest: frozenset[str]
    subordinators: frozenset[str]
    said: frozenset[str]
    verbs: frozenset[str]
    clause_openers: frozenset[str]
    leaving: frozenset[str]
    listing: frozenset[str]
    toll_leads: frozenset[str]
    toll_passed: frozenset[str]
    hurt: frozenset[str]
    fatal: frozenset[str]
    definite: frozenset[str]
    before_member: frozenset[str]
    ordinals: frozenset[str]
    whole_pronouns: frozenset[str]
    on_top: frozenset[str]
    prefixes: frozenset[str]
    severe: frozenset[str]

    @cached_property
    def auxiliaries(self) -> frozenset[str]:
        """Return the words that carry tense: be, have and the modals."""
        return self.be | self.have | self.modals | self.get

    @cached_property
    def group_parts(self) -> dict[str, str]:
        """Return what words are to the verb group they stand in: negated, passive, have, modal or to."""
        return (
            {"to": "to"}
            | dict.fromkeys(self.modals, "modal")
            | dict.fromkeys(self.have, "have")
            | dict.fromkeys(self.be | self.get, "passive")
            | dict.fromkeys(self.negations, "negated")
        )


@cache
def grammar() -> Grammar:
    """Return the word classes; read once per process."""
    table = load_table("grammar")
    return Grammar(**{name: frozenset(table[name]) for name in Grammar.__dataclass_fields__})


@cache
def stops() -> frozenset[str]:
    """Return the words that no noun phrase goes past."""
    words = grammar()
    return (
        words.be
        | words.have
        | words.modals
        | words.get
        | words.determiners
        | words.prepositions
        | words.conjunctions
        | words.relatives
        | words.pronouns
        | words.negations
        | words.weekdays
        | words.inclusion
        | words.said
    )
