"""The way back: from a word as it stands in a text to how a rule gives it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from atodds.rulebook.inflect import noun_forms, verb_forms
from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from collections.abc import Iterator

# Stems that lost an -e before -ed and -ing: "releas(e)", "evacuat(e)", "injur(e)", "charg(e)", "fir(e)".
_LOST_E: Final = re.compile(
    r"""[cgvuz]$              # forc(e), engag(e), sav(e), rescu(e); none of them ends an English verb
      | [^s]s$               # releas(e), collaps(e); but "possess"
      | [^aeiou](?:ad|id|od|ud|ap|ot|ut|ir|ur|ar)$ | [^eo]at$   # invad(e), explod(e), injur(e), evacuat(e)
      | (?:complet|delet|compet|invit|unit|ignit|incit)$
      | ^[^aeiou]*[aeiouy][^aeiouwxy]$   # fir(e), vot(e): of one syllable, without -e they would double
      | [lr]v$ | [nr]c$ | [nrd]g$        # solv(e), announc(e), charg(e)
    """,
    re.VERBOSE,
)
_VOWEL: Final = re.compile(r"[aeiouy]")
_KNOWN: Final = 65_536  # words remembered; a rulebook has some thousands


@lru_cache(maxsize=_KNOWN)
def infinitive(form: str) -> str:
    """
    Return the infinitive of a verb form ("arrested" → "arrest", "fled" → "flee").

    A guess where English leaves it open; "" for what does not look like an inflected verb, infinitives
    included. Takes any string.
    """
    word = form.lower()
    if word in _irregular():
        return _irregular()[word]
    if word in load_table("inflection")["verbs"] or word in load_table("inflection")["doubled"]:
        return ""
    return next((verb for verb in _candidates(word) if word in verb_forms(verb).heads), "")


@lru_cache(maxsize=_KNOWN)
def singular(form: str) -> str:
    """Return the singular of a plural noun ("bodies" → "body"), "" for what does not look like one."""
    first, space, word = form.lower().rpartition(" ")
    base = _plurals().get(word, "")
    if word.endswith("men") and word[:-3] + "man" not in load_table("inflection")["man_by_rule"]:
        base = base or word[:-3] + "man"
    if not base and word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        base = _without_s(word)
    return first + space + base if base and base != word else ""


def _candidates(word: str) -> Iterator[str]:
    """Yield what a regular verb form may come from, likeliest first."""
    if word.endswith("ied"):
        yield word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith("ying") and len(word) == 5:  # dying, tying
        yield word[0] + "ie"
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        # "bleed", "king" and "shred" are no forms of anything.
        if stem != word and len(stem) > 1 and _VOWEL.search(stem) and not stem.endswith("e"):
            yield from _bases(stem)


def _bases(stem: str) -> list[str]:
    """Return what a verb may be that has this stem before -ed or -ing, likeliest first."""
    if stem in load_table("inflection")["doubled_or_not"]:
        return [stem]
    if stem.endswith("ick") and len(_VOWEL.findall(stem)) > 1:  # panicked
        return [stem[:-1], stem]
    if stem[-1] == stem[-2] and stem[-1] not in "lsfz":
        return [stem[:-1], stem]
    return [stem + "e", stem] if _LOST_E.search(stem) else [stem, stem + "e", stem[:-1]]


def _without_s(word: str) -> str:
    """Take off the plural: "bodies", "churches", "viruses", but "houses" and "cases" keep their e."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "oes", "zzes")):
        return word[:-2]
    if word.endswith("uses") and not word.endswith(("auses", "ouses")):
        return word[:-2]
    return word[:-1]


@cache
def _irregular() -> dict[str, str]:
    """Return each irregular verb form with its infinitive, but for forms that are infinitives themselves."""
    verbs = load_table("inflection")["verbs"]
    forms: dict[str, str] = {}
    for verb in verbs:
        for form in sorted(verb_forms(verb).heads):
            if form not in verbs:
                forms.setdefault(form, verb)
    return forms


@cache
def _plurals() -> dict[str, str]:
    """Return each irregular plural with its singular; nouns with one form are their own."""
    nouns = load_table("inflection")["nouns"]
    return {
        form: noun for noun in nouns for form in sorted(noun_forms(noun), reverse=True) if form not in nouns
    } | {noun: noun for noun in nouns}
