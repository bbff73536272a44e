"""Take apart how a text names a speaker: address, role, name, body and sex."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from atodds.rulebook.lexicon import load_table

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[-'’.](?=[^\W_]))*")
_HANDLE = re.compile(r"\s*\(@\w{1,40}\)")
_DETERMINERS = frozenset(
    {"a", "an", "the", "this", "some", "several", "many", "two", "three", "four", "five", "six", "one"}
)
_TAILS = frozenset({"of", "from", "for", "at", "in", "with"})
_INDEFINITE = frozenset({"a", "an", "one", "another"})
_GLOSS = re.compile(r"^(?P<worded>[^()]*[^()\s])\s+\((?P<meant>[^()@]+)\)$")


@dataclass(frozen=True, slots=True)
class Person:
    """
    A speaker as worded, taken apart; every part is folded to plain lower-case letters.

    `names` are given name and surname, `role` the class of the role ("spokesperson" for spokesman and
    spokeswoman alike), `body` the words of a body ("un", "interior ministry"), `sex` "m", "f" or "". A
    `pronoun` stands for a person that the words themselves do not name; a person behind one is `guessed`.
    """

    names: tuple[str, ...] = ()
    role: str = ""
    body: tuple[str, ...] = ()
    sex: str = ""
    pronoun: bool = False
    indefinite: bool = False
    guessed: bool = False


def fold(words: str) -> str:
    """Return words in lower case without accents: "Stéphane" and "Stephane" are one."""
    if words.isascii():
        return words.lower()
    decomposed = unicodedata.normalize("NFKD", words)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def without_gloss(speaker: str) -> tuple[str, str]:
    """Return a speaker as worded and whom it means; without a gloss as in "he (Ann Lee)" both are one."""
    gloss = _GLOSS.match(speaker[:400])
    return (gloss["worded"], gloss["meant"]) if gloss else (speaker, speaker)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    sex_of: dict[str, str]
    given: dict[str, str]
    nicknames: dict[str, frozenset[str]]
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
    nicknames: dict[str, set[str]] = {}
    for line in rows["nicknames"]:
        for name in line:
            nicknames.setdefault(name, set()).update(line)
    return _Lexicon(
        sex_of=sex_of,
        given=dict.fromkeys(rows["given"]["male"], "m") | dict.fromkeys(rows["given"]["female"], "f"),
        nicknames={name: frozenset(forms) for name, forms in nicknames.items()},
        titles=frozenset(word for words in rows["titles"].values() for word in words),
        role_of=role_of,
        pronouns=frozenset(word for words in rows["pronouns"].values() for word in words),
        bodies=frozenset(rows["bodies"]),
        suffixes=frozenset(rows["suffixes"]),
    )


def role_class(word: str) -> str:
    """Return the class of a role noun in any form or number, "" for other words."""
    return _role(fold(word))


def _role(folded: str) -> str:
    role_of = _lexicon().role_of
    return role_of.get(folded) or role_of.get(folded.removesuffix("s"), "")


def are_forms(one: str, other: str) -> bool:
    """Say whether two given names, folded, are forms of one: Robert and Bob."""
    return other in _lexicon().nicknames.get(one, frozenset())


@lru_cache(maxsize=16_384)
def read_person(speaker: str) -> Person:
    """
    Take a speaker's phrase apart; whom a gloss means counts, not the pronoun before it.

    Never raises: a capitalised phrase without any known part is a name.
    """
    worded, meant = without_gloss(_HANDLE.sub("", speaker[:400]))
    lexicon = _lexicon()
    words = [found.group() for found in _WORD.finditer(meant.replace("’s", "").replace("'s", "")[:300])]
    first = fold(worded.split()[0]) if worded.split() else ""
    if not words:
        return Person()
    if len(words) == 1 and fold(words[0]) in lexicon.pronouns:
        return Person(sex=lexicon.sex_of.get(fold(words[0]), ""), pronoun=True)
    keys = [fold(word) for word in words]
    parts = _sorted(words, keys)
    sex = next((lexicon.sex_of[key] for key in keys if key in lexicon.sex_of), "")
    if not sex and worded != meant:
        sex = lexicon.sex_of.get(first, "")
    if not sex and len(parts.names) > 1:
        sex = lexicon.given.get(parts.names[0], "")
    return Person(
        tuple(parts.names),
        parts.role,
        tuple(parts.body),
        sex,
        guessed=worded != meant,
        indefinite=first in _INDEFINITE,
    )


@dataclass(slots=True)
class _Parts:
    names: list[str]
    body: list[str]
    role: str = ""


def _sorted(words: list[str], folded: list[str]) -> _Parts:
    """Sort the words of a phrase into name, role and body."""
    lexicon = _lexicon()
    parts = _Parts([], [])
    for at, word in enumerate(words):
        key = folded[at].replace(".", "")
        last = at == len(words) - 1
        if (parts.names and word in _TAILS) or (parts.role and word == "for"):
            parts.body += [folded[i] for i in range(at + 1, len(words)) if words[i][0].isupper()]
            break
        role = _role(key)
        if role and not (last and parts.names and word[0].isupper()):
            parts.role = role
            parts.body += parts.names
            parts.names = []
        elif (
            key in lexicon.bodies
            and (last or key not in lexicon.titles)
            and not (last and parts.role and parts.names)
        ):
            parts.body += [*parts.names, key]
            parts.names = []
            if last:
                parts.role = ""
        elif key in lexicon.titles and not (last and parts.names):
            parts.body += parts.names
            parts.names = []
        elif key in lexicon.suffixes:
            continue
        elif word[0].isupper():
            acronym = word.isupper() and len(word) > 1 and not parts.names and "." not in word
            (parts.body if acronym else parts.names).append(key)
    thing = words[0].lower() in _DETERMINERS and lexicon.titles.isdisjoint(folded[1:])
    if not parts.role and (thing or not lexicon.bodies.isdisjoint(parts.body)):
        parts.body += parts.names
        parts.names = []
    return parts
