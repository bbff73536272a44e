"""Take apart how a text names a speaker: address, role, name, body and sex."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from atodds.rulebook.lexicon import load_table

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[-'’.](?=[^\W_]))*")
_HANDLE = re.compile(r"\s*\(@\w{1,40}\)")
_GLOSS = re.compile(r"^(?P<worded>[^()]*[^()\s])\s+\((?P<meant>[^()@]+)\)$")


@dataclass(frozen=True, slots=True)
class Person:
    """
    A speaker as worded, taken apart; every part is folded to plain lower-case letters.

    `names` are given name and surname, `role` the class of the role ("spokesperson" for spokesman and
    spokeswoman alike), `body` the words of a body ("un", "interior ministry"), `sex` "m", "f" or "". A
    `pronoun` stands for a person that the words themselves do not name.
    """

    names: tuple[str, ...] = ()
    role: str = ""
    body: tuple[str, ...] = ()
    sex: str = ""
    pronoun: bool = False
    indefinite: bool = False


def fold(words: str) -> str:
    """Return words in lower case without accents: "Stéphane" and "Stephane" are one."""
    decomposed = unicodedata.normalize("NFKD", words)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def without_gloss(speaker: str) -> tuple[str, str]:
    """Return a speaker as worded and whom it means: "he (Ann Lee)" gives ("he", "Ann Lee"), else both are one."""
    gloss = _GLOSS.match(speaker[:400])
    return (gloss["worded"], gloss["meant"]) if gloss else (speaker, speaker)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    sex_of: dict[str, str]
    titles: frozenset[str]
    role_of: dict[str, str]
    pronouns: frozenset[str]
    bodies: frozenset[str]
    suffixes: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    rows = load_table("persons")
    sex_of: dict[str, str] = {}
    for name in ("titles", "pronouns"):
        sex_of.update(dict.fromkeys(rows[name]["male"], "m") | dict.fromkeys(rows[name]["female"], "f"))
    role_of = {}
    for role, male, female, either in rows["roles"]:
        role_of.update({form: role for form in (male, female, either) if form != "-"})
        sex_of.update({form: sex for form, sex in ((male, "m"), (female, "f")) if form not in {"-", either}})
    return _Lexicon(
        sex_of=sex_of,
        titles=frozenset(word for words in rows["titles"].values() for word in words),
        role_of=role_of,
        pronouns=frozenset(word for words in rows["pronouns"].values() for word in words),
        bodies=frozenset(rows["bodies"]),
        suffixes=frozenset(rows["suffixes"]),
    )


def role_class(word: str) -> str:
    """Return the class of a role noun in any form or number, "" for other words."""
    lexicon = _lexicon()
    folded = fold(word)
    return lexicon.role_of.get(folded) or lexicon.role_of.get(folded.removesuffix("s"), "")


def read_person(speaker: str) -> Person:
    """
    Take a speaker's phrase apart; whom a gloss means counts, not the pronoun before it.

    Never raises: a phrase without any known part is a name if it is capitalised, a body otherwise.
    """
    worded, meant = without_gloss(_HANDLE.sub("", speaker[:400]))
    lexicon = _lexicon()
    words = [found.group() for found in _WORD.finditer(meant.replace("’s", "").replace("'s", "")[:300])]
    first = fold(worded.split()[0]) if worded.split() else ""
    if not words:
        return Person()
    if len(words) == 1 and fold(words[0]) in lexicon.pronouns:
        return Person(sex=lexicon.sex_of.get(fold(words[0]), ""), pronoun=True)
    role = sex = ""
    last_role = -1
    names: list[str] = []
    body: list[str] = []
    for at, word in enumerate(words):
        key = fold(word).strip(".")
        if not sex:
            sex = lexicon.sex_of.get(key, "")
        if role_class(key):
            role, last_role = role_class(key), at
            body += names
            names = []
        elif key in lexicon.titles or key in lexicon.suffixes:
            continue
        elif key in lexicon.bodies:
            body += [*names, key]
            names = []
        elif word[0].isupper() and (word.isupper() and len(word) > 1 and not names and "." not in word):
            body.append(key)
        elif word[0].isupper():
            names.append(key.replace(".", ""))
    if not role and body and names and last_role < 0 and any(word in lexicon.bodies for word in body):
        body += names
        names = []
    if not sex:
        sex = lexicon.sex_of.get(first, "") if worded != meant else ""
    return Person(tuple(names), role, tuple(body), sex, indefinite=first in {"a", "an", "one", "another"})
