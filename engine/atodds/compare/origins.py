"""Origins: claims that go back to one source or one wire text are one voice, in however many papers."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from itertools import permutations, product
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from atodds.model.article import Article
    from atodds.model.claim import Claim

_COPY: Final = 85  # percent of two sentences alike, from which one is the other's copy
_RETOLD: Final = 60  # percent alike, from which a sentence retells that of the outlet its article names
_MANY: Final = 60  # articles with one measure; among more nobody looks for who retells whom
_SHINGLE: Final = 6  # words in a row that two copies share somewhere
_SHORTEST: Final = 5  # words; "Two people died." is written twice without copying
_WORD: Final = re.compile(r"[\w']+")
_DOMAIN: Final = re.compile(
    r"^(?:https?://)?(?:www\.)?(?P<name>[\w.-]+?)\.(?:com|org|net|co\.uk|co|uk|info|news|gov|eu|[a-z]{2})(?:/.*)?$"
)


class Origins:
    """Knows which outlets the articles of a dossier speak for, and traces claims back to who made them."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._published: dict[str, str] = {}
        self._named: dict[tuple[str, str], bool] = {}
        self._articles = {article.id: article for article in sorted(articles, key=lambda article: article.id)}
        for article in self._articles.values():
            for name in (article.outlet, article.outlet_guess):
                if name:
                    self._published.setdefault(outlet_key(name), article.id)

    def trace(self, claims: Sequence[Claim]) -> Voices:
        """
        Return who speaks in some comparable claims.

        An article is one voice, and so are articles that credit the same named source, that credit another
        of the articles' outlets, that print the same sentence, or that name the other's outlet and retell
        its sentence.
        """
        joined = _Joined()
        for claim in claims:
            article = "article", claim.article
            if not claim.source:
                continue
            outlet = self._published.get(outlet_key(claim.source))
            if outlet is not None:
                joined.join(article, ("article", outlet))
            elif source := source_key(claim.source):
                joined.join(article, ("source", source))
        for one, two in copies(claims):
            joined.join(("article", one.article), ("article", two.article))
        self._join_retold(claims, joined)
        return Voices({claim.article: joined.root(("article", claim.article)) for claim in claims})

    def _join_retold(self, claims: Sequence[Claim], joined: _Joined) -> None:
        """Join articles that give one value in like words, where one names the outlet of the other."""
        root = {claim.article: joined.root(("article", claim.article)) for claim in claims}
        if len(set(root.values())) == 1:
            return
        sentences: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for claim in claims:
            sentences[claim.article][claim.words.lower()].append(claim.evidence.sentence)
        if len(sentences) > _MANY:
            return
        for article, original in permutations(sorted(sentences), 2):
            if root[article] == root[original]:
                continue
            here, there = sentences[article], sentences[original]
            if not here.keys().isdisjoint(there) and self._names(article, original):
                pairs = (pair for words in here.keys() & there for pair in product(here[words], there[words]))
                if any(fuzz.token_sort_ratio(one, two, score_cutoff=_RETOLD) for one, two in pairs):
                    joined.join(("article", article), ("article", original))

    def _names(self, article: str, original: str) -> bool:
        """Say whether an article names the outlet of another, as in "quoted as saying by The National"."""
        found = self._named.get((article, original))
        if found is None:
            found = self._named[article, original] = self._is_named(article, original)
        return found

    def _is_named(self, article: str, original: str) -> bool:
        if article not in self._articles or original not in self._articles:
            return False
        name = self._articles[original].outlet or self._articles[original].outlet_guess
        return bool(name) and name in self._articles[article].text


class Voices:
    """The origins of some claims, traced once, so that those of any of them are counted fast."""

    def __init__(self, origins: Mapping[str, tuple[str, str]]) -> None:
        self._origins = origins

    def count(self, claims: Iterable[Claim]) -> int:
        """Return how many origins some of the traced claims have."""
        return len({self._origins[claim.article] for claim in claims})


@lru_cache(maxsize=4096)
def outlet_key(name: str) -> str:
    """Return one key for all names of an outlet: "the Post", "WaPo" and "www.washingtonpost.com" are one."""
    words = " ".join(_WORD.findall(name.lower()))
    if found := _DOMAIN.match(name.strip().lower()):
        words = found["name"].replace(".", " ").replace("-", " ")
    plain = words.removeprefix("the ")
    return _aliases().get(words) or _aliases().get(plain) or plain


@lru_cache(maxsize=4096)
def source_key(source: str) -> str:
    """
    Return one key for the ways a source is named, "" for a source nobody can tell from another.

    "Kazakhstan's Interior Ministry" and "the interior ministry" are one; "officials" may be anybody.
    """
    words = [word.removesuffix("'s") for word in _WORD.findall(source.lower().replace("’", "'"))]
    telling = [word for word in words if word not in _vague()]
    return " ".join(telling[-2:])


def names_another(source: str, others: Iterable[str]) -> bool:
    """Say whether a source is none of some others: "the group" and "it" are whoever was named before."""
    words = set(_WORD.findall(source.lower())) - {"the", "a", "an", "this", "that"}
    return bool(words - _named_before()) and source not in others


def copies(claims: Sequence[Claim]) -> Iterable[tuple[Claim, Claim]]:
    """Yield pairs of claims of different articles whose sentences are copies."""
    first: dict[str, Claim] = {}
    seen: defaultdict[tuple[str, ...], list[tuple[Claim, str]]] = defaultdict(list)
    for claim in claims:
        text, shingles = _shingled(claim.evidence.sentence)
        if not shingles:
            continue
        same = first.setdefault(text, claim)
        if same is not claim:
            # Whoever copies it is found by the first one.
            if same.article != claim.article:
                yield same, claim
            continue
        for shingle in shingles:
            holders = seen[shingle]
            for other, its_text in holders:
                if other.article != claim.article and fuzz.ratio(text, its_text, score_cutoff=_COPY):
                    yield other, claim
                    break
            else:
                # A few of each kind are enough to find the next one by.
                if len(holders) < 3:
                    holders.append((claim, text))


@lru_cache(maxsize=4096)
def _shingled(sentence: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """Return the words of a sentence and its runs of a few of them, none for a sentence too short to copy."""
    words = _WORD.findall(sentence.lower())
    size = min(_SHINGLE, len(words))
    shingles = (tuple(words[at : at + size]) for at in range(len(words) - size + 1))
    return " ".join(words), tuple(shingles) if len(words) >= _SHORTEST else ()


class _Joined:
    """Things joined in pairs, and which are joined by way of others."""

    def __init__(self) -> None:
        self._above: dict[tuple[str, str], tuple[str, str]] = {}

    def root(self, thing: tuple[str, str]) -> tuple[str, str]:
        above = self._above.setdefault(thing, thing)
        while above != self._above[above]:
            self._above[above] = self._above[self._above[above]]
            above = self._above[above]
        return above

    def join(self, one: tuple[str, str], two: tuple[str, str]) -> None:
        first, second = sorted((self.root(one), self.root(two)))
        self._above[second] = first


@cache
def _aliases() -> Mapping[str, str]:
    keys: dict[str, str] = {}
    for outlet, names in load_table("outlets")["outlets"].items():
        key = " ".join(_WORD.findall(outlet.lower())).removeprefix("the ")
        for name in (outlet, *names):
            keys[" ".join(_WORD.findall(name.lower()))] = key
    return keys


@cache
def _named_before() -> frozenset[str]:
    return frozenset(load_table("outlets")["named_before"])


@cache
def _vague() -> frozenset[str]:
    return frozenset(load_table("outlets")["vague_sources"])
