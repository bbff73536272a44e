"""The words that rules listen for, indexed by form."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from atodds.extract.grammar import grammar
from atodds.extract.nouns import NounSet, noun_set
from atodds.extract.word_classes import WordClasses
from atodds.rulebook.inflect import noun_forms, verb_forms
from atodds.rulebook.rule import COUNTED, QuantityRule, Rule

if TYPE_CHECKING:
    from atodds.rulebook.book import Rulebook


class Voice(StrEnum):
    """What a trigger does with those it counts."""

    DONE_TO = "done_to"  # kill, detain: their object, or subject in the passive
    DONE_BY = "done_by"  # die, flee: their subject
    STATE = "state"  # dead, missing
    NOUN = "noun"  # deaths, arrests: counted in themselves
    DOER = "doer"  # killers: not counted themselves, but "of six priests" says that it was done to six
    NONE_OF = "none_of"  # casualties: only "no casualties" says something
    TOLL = "toll"  # death toll: the figure follows


@dataclass(frozen=True, slots=True)
class Trigger:
    """
    One form of one trigger of one rule.

    `word` is the form that must stand in the text, `tail` the alternatives for each word behind it, `lead`
    the small words right before it ("in" custody),
    `adverb` a word that must stand in the verb group ("fatally"). For verbs `active` tells whether the form
    can be finite or -ing, `participle` whether it can be one. An `undecided` verb ("shot") does not say
    whether it was this measure or the rule's `or_else`.
    """

    rule: str
    voice: Voice
    word: str
    phrase: str
    tail: tuple[frozenset[str], ...] = ()
    lead: tuple[str, ...] = ()
    adverb: str = ""
    active: bool = False
    participle: bool = False
    ing: bool = False
    undecided: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What the extractor needs of one rule while it reads."""

    rule: QuantityRule
    nouns: NounSet
    event_nouns: NounSet | None
    none_of: NounSet | None
    unless: frozenset[str]
    context: frozenset[str]


class TriggerIndex:
    """All quantity rules of a rulebook, indexed by the words that can make one of them fire."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.asked: dict[str, Asked] = {}
        by_word: defaultdict[str, list[Trigger]] = defaultdict(list)
        for rule in rules:
            if not isinstance(rule, QuantityRule) or rule.find.unit not in COUNTED:
                continue
            self.asked[rule.id] = Asked(
                rule,
                noun_set(rule.find.counts),
                noun_set(rule.find.nouns) if rule.find.nouns else None,
                noun_set(rule.find.none_of) if rule.find.none_of else None,
                frozenset(form for word in rule.find.unless for form in _any_form(word)),
                frozenset(word.lower() for word in rule.find.context),
            )
            for trigger in _triggers(rule):
                by_word[trigger.word].append(trigger)
        self.or_else = {
            one.rule.id: one.rule.find.or_else for one in self.asked.values() if one.rule.find.or_else
        }
        self.by_word = {word: tuple(triggers) for word, triggers in by_word.items()}
        verbal = {word: t for word, t in self.by_word.items() if any(x.voice in _VERBAL for x in t)}
        self.participles = frozenset(w for w, t in verbal.items() if any(x.participle for x in t))
        self.verbs = frozenset(verbal)
        self.states = frozenset(
            word for word, t in self.by_word.items() if any(x.voice is Voice.STATE and not x.lead for x in t)
        )
        self.tails = (
            frozenset(
                word
                for t in self.by_word.values()
                for x in t
                if x.voice in _VERBAL
                for words in x.tail
                for word in words
            )
            - grammar().prepositions
        )
        self.nouns = frozenset(w for w, t in self.by_word.items() if any(x.voice is Voice.NOUN for x in t))
        self.classes = WordClasses(self.verbs, self.states)


@lru_cache(maxsize=8)
def trigger_index(rulebook: Rulebook) -> TriggerIndex:
    """Return the index of a rulebook's triggers, built once per process."""
    return TriggerIndex(rulebook.rules)


_VERBAL = (Voice.DONE_TO, Voice.DONE_BY)


def _triggers(rule: QuantityRule) -> list[Trigger]:
    find = rule.find
    triggers = [verb for phrase in find.triggers for verb in _verbs(rule.id, phrase, Voice.DONE_TO)]
    triggers += [verb for phrase in find.acts for verb in _verbs(rule.id, phrase, Voice.DONE_BY)]
    triggers += [
        replace(verb, undecided=True)
        for phrase in find.undecided
        for verb in _verbs(rule.id, phrase, Voice.DONE_TO)
    ]
    triggers += [_state(rule.id, state) for state in find.states]
    for voice, phrases in (
        (Voice.NOUN, find.nouns),
        (Voice.DOER, find.doers),
        (Voice.NONE_OF, find.none_of),
        (Voice.TOLL, find.tolls),
    ):
        triggers += [
            _plain(rule.id, voice, form, phrase)
            for phrase in phrases
            for form in sorted({phrase.lower(), *noun_forms(phrase)})
        ]
    return triggers


def _plain(rule: str, voice: Voice, form: str, phrase: str) -> Trigger:
    words = form.split()
    return Trigger(rule, voice, words[0], phrase, tail=tuple(frozenset({word}) for word in words[1:]))


def _state(rule: str, state: str) -> Trigger:
    """Return a state by its first word with a meaning: every text is full of the "in" of "in custody"."""
    words = state.lower().split()
    at = next((i for i, word in enumerate(words) if word not in grammar().prepositions), 0)
    tail = tuple(frozenset({word}) for word in words[at + 1 :])
    return Trigger(rule, Voice.STATE, words[at], state, tail=tail, lead=tuple(words[:at]))


def _verbs(rule: str, phrase: str, voice: Voice) -> list[Trigger]:
    """Return one trigger per form; an adverb before the verb ("fatally shoot") must stand in its group."""
    first, _, rest = phrase.lower().partition(" ")
    adverb = first if rest and first.endswith("ly") and first not in grammar().not_adverbs else ""
    forms = verb_forms(rest if adverb else phrase.lower())
    participles = forms.participle
    return [
        Trigger(
            rule,
            voice,
            word,
            phrase,
            tail=forms.tail,
            adverb=adverb,
            active=word in forms.base or word in forms.third or word in forms.past or word in forms.ing,
            participle=word in participles,
            ing=word in forms.ing,
        )
        for word in sorted(forms.heads)
    ]


def _any_form(word: str) -> frozenset[str]:
    if " " in word:
        return frozenset({word.lower()})
    return frozenset({word.lower(), *verb_forms(word).heads, *noun_forms(word)})
