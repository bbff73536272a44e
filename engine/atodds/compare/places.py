"""Places: whether two place names mean the same spot, one within the other, or two spots apart."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Levenshtein

from atodds.rulebook.lexicon import load_table
from atodds.rulebook.places import rules_root

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.model.claim import Claim


class Where(StrEnum):
    """How the first of two places lies to the second."""

    SAME = "same"
    WITHIN = "within"
    AROUND = "around"
    APART = "apart"
    UNKNOWN = "unknown"


# Arabic articles and their assimilated forms: "al-Bab", "ar-Raqqa", "ash Shaddadi".
_ARTICLE: Final = re.compile(r"^(?:al|el|ad|ar|as|ash|at|az|an|es|ed|ez|deir)-")
_NAME: Final = re.compile(r"[^\W\d_][\w'-]*")
# "In the province of Orma, 31 people have died"
_OPENING: Final = re.compile(
    r"In (?:the )?(?:[a-z]+ ){0,3}(?:of )?(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})(?: alone)?[, ]"
)
_WHOLE: Final = re.compile(
    r"\b(?:whole of|across|throughout) (?:the )?(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})"
)
_CONSONANTS: Final = 3  # letters a name must have without its vowels to be known by them
_TELLING: Final = 4  # letters of a name in which one may be a slip
_RUN: Final = 3
_SHORTEST: Final = 4  # letters by which a country is known
_LONGEST: Final = 80  # characters between two names that say the one lies in the other


class Places:
    """
    Knows how places lie to each other: from their names, from what the texts say, and from a gazetteer.

    `texts` are the articles that name them; the gazetteer is read only when two names differ and no text
    says how they lie.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._known: dict[tuple[str, str], Where] = {}

    def relation(self, one: str, two: str) -> Where:
        """Say how place `one` lies to place `two`; UNKNOWN where either names no place."""
        key = (one, two)
        if key not in self._known:
            self._known[key] = self._relation(one, two)
        return self._known[key]

    def _relation(self, one: str, two: str) -> Where:
        names, others = proper_names(one), proper_names(two)
        if not names or not others:
            return Where.UNKNOWN
        if sounds_alike(names[0], others[0]):
            return Where.SAME
        country, other = country_of(names[0]), country_of(others[0])
        if country or other:
            return _by_country(names[0], country, others[0], other)
        if self._lies_in(names, others):
            return Where.WITHIN
        return Where.AROUND if self._lies_in(others, names) else Where.APART

    def _lies_in(self, names: Sequence[str], others: Sequence[str]) -> bool:
        """Say whether the first place lies in the second: "Bab al-Nayrab in Aleppo" lies in "Aleppo"."""
        named = any(sounds_alike(name, others[0]) for name in names[1:])
        return named or self._says(names[0], others[0]) or in_gazetteer(names[0], others[0])

    def _says(self, inner: str, outer: str) -> bool:
        """Look for words such as "Bab al-Nayrab, a district of Aleppo" or "Mir Ali area of Waziristan"."""
        pattern = re.compile(
            rf"""\b{re.escape(inner)}\b
                (?: ,\s | \s (?:[\w'-]+\s){{0,4}}? (?:in|of) \s )   # "X, ..." or "X area of ..."
                [^.;:!?\n]{{0,{_LONGEST}}}? \b{re.escape(outer)}\b""",
            re.VERBOSE,
        )
        return any(pattern.search(text) for text in self._texts if inner in text and outer in text)


def _by_country(one: str, country: str, two: str, other: str) -> Where:
    """Compare where at least one is a country; a place that no gazetteer knows may lie in any."""
    if country and other:
        return Where.SAME if country == other else Where.APART
    if other:
        above = _parents(_fold(one))
        return Where.WITHIN if not above or other in above else Where.APART
    above = _parents(_fold(two))
    return Where.AROUND if not above or country in above else Where.APART


def place_of(claim: Claim) -> str:
    """Return where a figure holds, as worded: as its claim says, or as its sentence opens."""
    if claim.place and (place := " ".join(claim.place.split())):
        return place
    return _named_first(claim.evidence.sentence)


@lru_cache(maxsize=4096)
def _named_first(sentence: str) -> str:
    found = _OPENING.match(sentence) or _WHOLE.search(sentence)
    return found["name"] if found and found["name"].lower() not in _times() else ""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("places")[name])


@cache
def _times() -> frozenset[str]:
    return frozenset(load_table("newswords")["calendar"])


def proper_names(place: str) -> list[str]:
    """
    Return the proper names in the wording of a place, the most specific first.

    "the town of Khan Tuman in southern Aleppo" has "Khan Tuman" and "Aleppo"; "the capital" has none.
    """
    names: list[str] = []
    last_end = -2
    for found in _NAME.finditer(place):
        word = found.group().removesuffix("'s")
        named = word[:1].isupper() or bool(_ARTICLE.match(word))
        if (
            not named
            or word.lower() in _words("beside")
            or (word.isupper() and len(word) > 1 and not country_of(word))
        ):
            continue
        if names and place[last_end : found.start()].strip() == "" and last_end >= 0:
            names[-1] += " " + word
        else:
            names.append(word)
        last_end = found.end()
    # A run of four capitalised words is a headline, not a name.
    return [name for name in names if name.count(" ") < _RUN and not _is_several_peoples(name)]


def _is_several_peoples(name: str) -> bool:
    """Find "Russian Syrian", as a headline without its small words leaves it."""
    words = name.split()
    return len(words) > 1 and not country_of(name) and all(country_of(word) for word in words)


def sounds_alike(one: str, two: str) -> bool:
    """Say whether two names may be spellings of one: "Raqa" and "Raqqa", "Deir ez-Zor" and "Deir Ezzor"."""
    if one == two:
        return True
    sound, other = by_ear(one), by_ear(two)
    if sound == other:
        return True
    # One slip in a long name, "Khan Sheikhun" and "Khan Sheikhoun", or in a short one, "Raqa" and "Raqqa".
    return min(len(sound), len(other)) >= _TELLING and Levenshtein.distance(sound, other, score_cutoff=1) <= 1


@cache
def by_ear(name: str) -> str:
    """
    Return a name without accents, articles, doubled letters and the vowels inside it.

    A name of few consonants keeps its vowels: "Ruiz" and "Rosa" do not sound alike.
    """
    words = [_ARTICLE.sub("", word) for word in _fold(name).split()]
    sound = plain = "".join(words).replace("'", "").replace("-", "").replace(".", "")
    for written, heard in load_table("places")["by_ear"].items():
        sound = sound.replace(written, heard)
    sound = sound[:1] + re.sub(r"[aeiouwy]", "", sound[1:])
    sound = re.sub(r"(.)\1+", r"\1", sound)
    return sound if len(sound) >= _CONSONANTS else plain


def is_town(name: str) -> bool:
    """Say whether the gazetteer knows a name as that of a town or state."""
    return _fold(name) in _gazetteer()


def in_gazetteer(inner: str, outer: str) -> bool:
    """Say whether the gazetteer puts a town or state within a country or state."""
    return _fold(outer) in _parents(_fold(inner))


@cache
def country_of(name: str) -> str:
    """Return the country that a name or its people's name stands for, "" for other names."""
    folded = _fold(name)
    countries = _countries()
    if folded in countries:
        return countries[folded]
    for ending in load_table("places")["peoples"]:
        stem = folded.removesuffix(ending)
        if stem != folded and len(stem) >= _SHORTEST:
            for country, known in countries.items():
                if country.startswith(stem) and len(country) - len(stem) <= 3:
                    return known
    return ""


def _parents(name: str) -> set[str]:
    found: set[str] = set()
    above = _gazetteer().get(name, frozenset())
    while above - found:
        found |= above
        above = frozenset().union(*(_gazetteer().get(place, frozenset()) for place in above))
    return found


def _fold(name: str) -> str:
    lower = name.lower()
    if lower.isascii():
        return lower
    return "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))


@cache
def _gazetteer() -> dict[str, frozenset[str]]:
    """Return each place with the places that it lies in, under all their names."""
    within: dict[str, set[str]] = {}
    for names, inner in _lines():
        for place in inner:
            within.setdefault(_fold(place), set()).update(names)
    return {place: frozenset(outer) for place, outer in within.items()}


@cache
def _countries() -> dict[str, str]:
    """Return each name of each country, and of its people in -stan, with its first name."""
    gazetteer = _gazetteer()
    countries = {name: names[0] for names, _ in _lines() if names[0] not in gazetteer for name in names}
    for name, known in list(countries.items()):
        people = name.removesuffix("stan").removesuffix("i")
        if people != name and len(people) >= _SHORTEST:
            countries[people] = known  # Kazakh, Uzbek, Afghan
    return countries


@cache
def _lines() -> list[tuple[list[str], list[str]]]:
    rows = []
    for line in (rules_root() / "lexicon" / "gazetteer.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, also, inner = line.split("\t")
            rows.append(([_fold(known) for known in (name, *also.split("; ")) if known], inner.split("; ")))
    return rows
