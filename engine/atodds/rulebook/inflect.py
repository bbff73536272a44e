"""English inflection: the forms under which a verb or a noun of a rule stands in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from collections.abc import Iterator

# One vowel between consonants at the end of a syllable: "stop", "stab", "squat" (the u of qu is no vowel).
_SHORT: Final = re.compile(r"(?:^|[^aeiouy]|qu)[aeiouy][^aeiouwxy]$")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_HISSES: Final = ("s", "x", "z", "ch", "sh")
_KNOWN: Final = 65_536  # words remembered; a rulebook has some thousands


@dataclass(frozen=True, slots=True)
class VerbForms:
    """
    The forms of a verb phrase, all lower case: the inflected head, and the words that stay behind it.

    Each form is one word ("took"). `before` are adverbs that lead the phrase ("fatally shot"). `tail` has a
    set of alternatives for each word after the head, so that "lose one's life" is found as "lost their
    lives"; an object may stand between head and tail ("took 12 people into custody"). `base` holds the
    infinitive and the present ("be, am, are").
    """

    phrase: str
    base: frozenset[str]
    third: frozenset[str]
    ing: frozenset[str]
    past: frozenset[str]
    participle: frozenset[str]
    before: tuple[str, ...] = ()
    tail: tuple[frozenset[str], ...] = ()

    @property
    def heads(self) -> frozenset[str]:
        """Return every form of the head."""
        return self.base | self.third | self.ing | self.past | self.participle


@lru_cache(maxsize=_KNOWN)
def verb_forms(phrase: str) -> VerbForms:
    """
    Inflect a verb or verb phrase given in the infinitive: "kill", "round up", "lose one's life".

    The first word is the verb, unless it is an adverb in -ly with a verb behind it. Any string is taken;
    one without a word has no forms.
    """
    words = phrase.lower().split()
    if not words:
        nothing: frozenset[str] = frozenset()
        return VerbForms(phrase, nothing, nothing, nothing, nothing, nothing)
    adverb = len(words) > 1 and words[0].endswith("ly") and words[0] not in _words("verbs_in_ly")
    at = 1 if adverb else 0
    verb = words[at]
    past, participle = _pasts(verb)
    return VerbForms(
        phrase=phrase,
        base=frozenset({verb, *_alternatives("present", verb)}),
        third=frozenset(_alternatives("third", verb) or [_with_s(verb)]),
        ing=frozenset(_alternatives("ing", verb) or _ings(verb)),
        past=past,
        participle=participle,
        before=tuple(words[:at]),
        tail=tuple(_tail(words[at + 1 :])),
    )


@lru_cache(maxsize=_KNOWN)
def noun_forms(noun: str) -> frozenset[str]:
    """
    Return a noun given in the singular and its plurals, lower case: body, bodies.

    Of a compound the last word is inflected, or the one before "of": "members of parliament". Any string
    is taken.
    """
    words = noun.lower().split()
    if not words:
        return frozenset({noun.lower()})
    at = words.index("of") - 1 if "of" in words[1:] else len(words) - 1
    before, after = words[:at], words[at + 1 :]
    return frozenset(" ".join([*before, form, *after]) for form in (words[at], *_plurals(words[at])))


def _plurals(noun: str) -> list[str]:
    """Return the plurals of one word; a compound with a hyphen inflects its last part: "shoot-outs"."""
    if plurals := _alternatives("nouns", noun):
        return plurals
    first, hyphen, last = noun.rpartition("-")
    if first and last:
        return [first + hyphen + plural for plural in _plurals(last)]
    for part in _words("last_parts"):
        if noun.endswith(part) and noun != part:
            return [noun.removesuffix(part) + plural for plural in _plurals(part)]
    if noun.endswith("man") and noun not in _words("man_by_rule"):
        return [noun[:-2] + "en"]
    if noun.endswith("o") and noun[-2:-1] not in tuple("aeiou"):
        return [noun + "s", noun + "es"]
    return [_with_s(noun)]


def _tail(words: list[str]) -> Iterator[frozenset[str]]:
    """Return alternatives for the words after a verb: "their lives", "shot and wounded"."""
    owned = False
    for before, word in zip(["", *words], words, strict=False):
        if word == "one's":
            owned = True
            yield _words("possessives")
        elif before == "and":
            yield verb_forms(word).heads
        else:
            yield noun_forms(word) if owned else frozenset({word})


def _pasts(verb: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return past forms and participles of one word; "air-drop" inflects its last part."""
    if irregular := _table("verbs").get(verb):
        past, participle = (frozenset(forms.split("/")) for forms in irregular)
        return past, participle
    first, hyphen, last = verb.rpartition("-")
    if first and last:
        past, participle = _pasts(last)
        return (
            frozenset(first + hyphen + form for form in past),
            frozenset(first + hyphen + form for form in participle),
        )
    if verb.endswith("e"):
        regular = frozenset({verb + "d"})
    elif _ends_in_consonant_y(verb):
        regular = frozenset({verb[:-1] + "ied"})
    else:
        regular = frozenset(stem + "ed" for stem in _stems(verb))
    return regular, regular


def _ings(verb: str) -> list[str]:
    if verb.endswith("ie"):
        return [verb[:-2] + "ying"]
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return [verb[:-1] + "ing"]
    return [stem + "ing" for stem in _stems(verb)]


def _stems(verb: str) -> list[str]:
    """Return what stands before -ed and -ing: "stopp", "panick"; two where usage is divided: "travel(l)"."""
    if verb.endswith("ic"):
        return [verb + "k"]
    word = verb.rpartition("-")[2]
    if not _SHORT.search(word):
        return [verb]
    double = verb + verb[-1]
    if word in _words("doubled_or_not"):
        return [verb, double]
    one_syllable = len(_VOWELS.findall(word.replace("qu", "q"))) == 1
    if one_syllable or word in _words("doubled"):
        return [double]
    return [verb, double] if word.endswith("l") else [verb]


def _with_s(word: str) -> str:
    """Return the third person of a verb or the plural of a noun, which English spells alike."""
    if _ends_in_consonant_y(word):
        return word[:-1] + "ies"
    if word.endswith("z") and not word.endswith("zz") and _SHORT.search(word):
        return word + "zes"
    if word.endswith(_HISSES) or (word.endswith("o") and word[-2:-1] not in tuple("aeiou")):
        return word + "es"
    return word + "s"


def _ends_in_consonant_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in ("", "a", "e", "i", "o", "u")


def _alternatives(table: str, word: str) -> list[str]:
    """Return the forms a table lists for a word, none where it is regular."""
    forms: str | list[str] = _table(table).get(word, [])
    return forms.split("/") if isinstance(forms, str) else forms


@cache
def _table(name: str) -> dict[str, str | list[str]]:
    table: dict[str, str | list[str]] = load_table("inflection")[name]
    return table


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("inflection")[name])
