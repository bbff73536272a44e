"""Needs: what must stand in a sentence before a rule can find anything there, cheap enough to ask of all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from atodds.extract.calendar.words import calendar_words
from atodds.extract.folding import word_bytes
from atodds.extract.grammar import grammar
from atodds.extract.numbers.numerals import numeral_readers
from atodds.extract.numbers.vague import ARTICLES
from atodds.extract.triggers import Voice
from atodds.rulebook.lexicon import expand, load_table
from atodds.rulebook.pattern import is_pattern, required_literals
from atodds.rulebook.rule import ChoiceRule, DateRule, DurationRule, NameRule, QuantityRule, Unit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from atodds.extract.ear import Ear, Phrase
    from atodds.extract.nouns import NounSet
    from atodds.extract.triggers import Asked, Trigger, TriggerIndex

FIGURES: Final = -1
"""The owner of what the figures of people and things need; the other owners are ears, by their place."""

ALWAYS: Final = -9
"""Stands for the word of a need that has none to look for."""

_SMALLEST: Final = 3  # letters; shorter words stand everywhere and are not asked for


class Sign(IntEnum):
    """What is seen by other means than its letters."""

    DIGIT = -1  # a digit, or a fraction such as ½
    NAMED = -2  # a trigger after which its people may be named: "the dead were", "among those killed"
    CAPITAL = -3  # a trigger with a capital, as in a headline: "Ruiz Killed in crash"
    ROLE = -5  # a role that a name may stand beside: a capital behind it, a comma before it
    AGE = -4  # a number behind a comma or bracket: "Ana Ruiz, 31"


Slot = frozenset[bytes | Sign]
"""Alternatives: folded words, or literals that may stand inside of words, and signs."""


_NAMED: Final[tuple[Slot, ...]] = (frozenset({Sign.NAMED}),)
_ROLE: Final[tuple[Slot, ...]] = (frozenset({Sign.ROLE}),)


@dataclass(frozen=True, slots=True)
class Need:
    """
    One of each slot must stand in a sentence before its owner can find anything by this trigger.

    `small` has further slots, of words that stand everywhere ("off", "in"); they are looked for last.
    """

    owner: int
    slots: tuple[Slot, ...]
    small: tuple[frozenset[bytes], ...] = ()


def figure_needs(index: TriggerIndex) -> Iterator[Need]:
    """
    Yield what the figures of people and things need, trigger by trigger.

    The people of a "named" trigger are bound before its further words are looked for: "the number was two".
    """
    counted = {rule: _counted(asked) for rule, asked in index.asked.items()}
    beside = {rule: _slots([asked.context]) if asked.context else () for rule, asked in index.asked.items()}
    for word, triggers in index.by_word.items():
        head = _slots([{word}])
        for trigger in triggers:
            rule = trigger.rule
            slots, small = _phrase([{word}, *_behind(trigger)])
            yield Need(FIGURES, (*slots, *beside[rule], *counted[rule]), small)
            named = (*head, *_NAMED, *beside[rule]) if head else beside[rule]
            single = index.asked[rule].rule.find.single
            yield Need(FIGURES, named if single else (*named, *counted[rule]))


def _behind(trigger: Trigger) -> list[frozenset[str]]:
    """Return the further words of a trigger; of "two fatal car accidents" only the first needs to stand."""
    if trigger.voice in (Voice.NOUN, Voice.NONE_OF):
        return []
    return [*trigger.tail, *([frozenset({trigger.adverb})] if trigger.adverb else [])]


def _counted(asked: Asked) -> tuple[Slot, ...]:
    """Return what can be counted: numbers, and one person without a number where the rule takes those."""
    return _persons(asked.nouns) if asked.rule.find.single else (numbers(),)


@cache
def _persons(nouns: NounSet) -> tuple[Slot, ...]:
    persons = _slots([nouns.singular | {"another", "old"}])
    return tuple(numbers() | slot | {Sign.CAPITAL} for slot in persons)


def ear_needs(owner: int, ear: Ear) -> Iterator[Need]:
    """Yield what a rule that counts nobody needs, for each of its words."""
    beside = _slots([words for words in (ear.near, ear.context) if words])
    if isinstance(ear.rule, ChoiceRule):
        phrases = chain.from_iterable(_phrases(category.phrases) for category in ear.categories)
        words = chain.from_iterable(ear.rule.find.categories.values())
        inside = chain.from_iterable(required_literals(word) for word in words if is_pattern(word))
        for phrase in phrases:
            slots, small = _phrase(phrase)
            yield Need(owner, (*slots, *beside), small)
        for literal in sorted(inside):
            yield Need(owner, (*_inside(literal), *beside))
    elif isinstance(ear.rule, NameRule):
        for role in expand(ear.rule.find.roles):
            slots, _ = _phrase([{word} for word in role.lower().split()])
            named = _ROLE if all(map(_is_plain, role.lower().split())) else ()
            # "Melin Mayor" is found for "mayor of Melin", too
            yield Need(owner, (*slots, *named, *beside))
    elif isinstance(ear.rule, QuantityRule) and ear.rule.find.unit is Unit.AGE:
        yield Need(owner, (*_slots([{"old", "olds", "age"}]), numbers()))
        yield Need(owner, (frozenset({Sign.AGE}),))
    else:
        yield from _valued(owner, ear, beside)


def _valued(owner: int, ear: Ear, beside: tuple[Slot, ...]) -> Iterator[Need]:
    """Yield the needs of a date, a length of time or a measure beside a word of its rule."""
    value = numbers()
    if isinstance(ear.rule, DateRule):
        value = _dates()
    elif isinstance(ear.rule, DurationRule):
        value = _lengths()
    elif isinstance(ear.rule, QuantityRule) and ear.rule.find.unit is Unit.MAGNITUDE:
        # "a 6.1-magnitude quake" is one word, which nothing else has to stand beside
        for word in sorted(set(ear.nouns) | set(ear.verbs)):
            yield Need(owner, (*_slots([{word}]), value))
        yield Need(owner, (*_inside("magnitude"), value))
        return
    for phrase in (*_phrases(ear.verbs), *_phrases(ear.nouns)):
        slots, small = _phrase(phrase)
        yield Need(owner, (*slots, *beside, value), small)


def _phrases(phrases: Mapping[str, tuple[Phrase, ...]]) -> Iterator[list[frozenset[str]]]:
    for head, tails in phrases.items():
        for tail in tails:
            yield [frozenset({head}), *tail]


def _phrase(words: Iterable[Collection[str]]) -> tuple[tuple[Slot, ...], tuple[frozenset[bytes], ...]]:
    """Return the slots of a phrase, and apart those of its small words but the first."""
    first, *rest = words
    small = [some for some in rest if any(map(_is_small, some))]
    slots = _slots([first, *(some for some in rest if some not in small)])
    return slots, tuple(_words(some) for some in small if _words(some))


def _is_plain(word: str) -> bool:
    """Say whether a word of a role is looked for as it stands, or is one that begins no wording of it."""
    return word in {"of", "the"} or (word.isascii() and word.isalpha() and not _is_small(word))


def _is_small(word: str) -> bool:
    return len(word) < _SMALLEST or word in _small_words()


@cache
def _small_words() -> frozenset[str]:
    words = grammar()
    links = words.conjunctions | words.subordinators | words.prepositions
    return links | words.determiners | words.pronouns


def _slots(groups: Iterable[Iterable[str]]) -> tuple[Slot, ...]:
    """Return a slot for each group of alternatives that can be looked for."""
    return tuple(slot for words in groups if (slot := _words(words)))


def _words(words: Iterable[str]) -> frozenset[bytes]:
    """Return words as they stand in a folded text, of a phrase the longest; none if one has no letters."""
    folds = {word_bytes(max(word.split(), key=len, default="") if " " in word else word) for word in words}
    return frozenset() if b"" in folds else frozenset(folds)


def _inside(literal: str) -> tuple[Slot, ...]:
    """Return the slot of a literal that may stand inside a word; none if it has no letters."""
    words = word_bytes(literal).strip()
    return (frozenset({words}),) if words else ()


@cache
def numbers() -> Slot:
    """Return what every quantity begins with: digits, and the words that a numeral can begin with."""
    words = frozenset(word for word in numeral_readers() if word.isascii()) - ARTICLES
    return _words(words) | {Sign.DIGIT}


@cache
def _dates() -> Slot:
    """Return what every date holds: digits, a month or weekday, a unit of time."""
    table = calendar_words()
    said = {max((first, *one.rest), key=len) for first, named in table.named.items() for one in named}
    units = {*table.units, "week", "weekend", "month", "year"}
    return _words({*table.months, *table.weekdays, *said, *units}) | {Sign.DIGIT}


@cache
def _lengths() -> Slot:
    """Return the units of which every length of time has one."""
    units = set(load_table("calendar")["lengths"])
    return _words({*units, *(f"{unit}s" for unit in units), "centuries"})
