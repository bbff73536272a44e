"""Follow a speaker through a story: who "Mr Dale", "the spokesman" and "she" are."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from atodds.extract.said import said_words
from atodds.rulebook.persons import Person, read_person

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_NEAR = 2_500  # characters back to whom a pronoun may refer
_OPENERS = frozenset({"many", "some", "even", "like", "then", "now", "both", "only", "when", "this", "that"})
_FEW = 40  # mentions looked at for one pronoun

# A run of capitalised words, with the particles that names have: "Ursula von der Leyen". A full stop stands
# only behind an initial or a form of address: "ran from Oran. Lee said" is no name.
_TITLE = r"(?: Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Rep|Gen|Lt|Col|Maj|Capt|Sgt|Rev|St ) \. [ \u00a0]"
_NAME = re.compile(
    rf"""
    (?<! [\w’'-] )
    (?: [A-ZÀ-ÖØ-Þ] [\w’'-]* [ \u00a0] | {_TITLE} | (?: [A-Z] \. )+ [ \u00a0]? )
    (?: {_TITLE}
      | (?: [A-Z] \. )+ [ \u00a0]?
      | [A-ZÀ-ÖØ-Þ] [\w’'-]* [ \u00a0]
      | (?: de | la | von | van | der | den | bin | ibn | al | el | da | dos ) [ \u00a0]
    ){{0,5}}
    [A-ZÀ-ÖØ-Þ] [\w’'-]+
    """,
    re.VERBOSE,
)


_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]+")
# Where a name can begin; a pattern that begins with a set of characters is found many times as fast.
_OPENING = re.compile(r"[A-ZÀ-ÖØ-Þ](?<![\w’'-].)")


class Mention(NamedTuple):
    """A person as the story words them at one place."""

    at: int
    words: str
    person: Person


class Cast:
    """
    The people of one story in the order they appear.

    `masked` is the story with its quotations blanked out, so that nobody is taken from inside them;
    `sentence_starts` are the characters at which its sentences begin.
    """

    def __init__(self, masked: str, sentence_starts: Collection[int]) -> None:
        self._named: dict[str, dict[tuple[str, ...], list[Mention]]] = {}
        self._referable: list[Mention] = []
        self._masked = masked
        starts = frozenset(sentence_starts)
        for found in _names(masked):
            words = found.group().removesuffix("'s").removesuffix("’s")
            opening, _, rest = words.partition(" ")
            if opening.lower() in said_words().phrase_ends | said_words().phrase_links | _OPENERS:
                words = rest
            person = read_person(words)
            if len(person.names) < 2 or (person.body and not person.role):
                continue
            mention = Mention(found.start(), words, person)
            self._name(mention)
            if found.start() in starts and " and " not in words:
                last = words.rsplit(maxsplit=1)[-1].lower()
                if person.role or person.sex or self._often[last] > 1:
                    self._referable.append(mention)

    @cached_property
    def _often(self) -> Counter[str]:
        """Return how often each word stands with a capital."""
        return Counter(map(str.lower, _CAPITAL.findall(self._masked)))

    def credit(self, at: int, words: str) -> str:
        """
        Return whom a phrase at character `at` stands for, and remember them for the pronouns that follow.

        A surname becomes the name and role as first given, a pronoun or bare role is followed by whom it
        means: "she (Ann Lee)".
        """
        person = read_person(words)
        if person.names and not (person.body and not person.role):
            full = self._fullest(at, words, person)
            mention = Mention(at, full, read_person(full))
            self._name(mention)
            if " and " not in full:
                insort(self._referable, mention, key=lambda known: known.at)
            return full
        meant = self._meant(at, person, words)
        if meant is None:
            return words
        insort(self._referable, meant._replace(at=at), key=lambda known: known.at)
        return f"{words} ({meant.words})"

    def subject_between(self, start: int, end: int) -> str:
        """Return the last person between two characters whom a sentence begins with, or ""."""
        for mention in self._before(end):
            return mention.words if mention.at >= start else ""
        return ""

    def _name(self, mention: Mention) -> None:
        variants = self._named.setdefault(mention.person.names[-1], {})
        insort(variants.setdefault(mention.person.names, []), mention, key=lambda known: known.at)

    def _fullest(self, at: int, words: str, person: Person) -> str:
        """Return the fullest wording of a person: the nearest namesake before, with a role if given."""
        if len(person.names) > 1 and person.role:
            return words
        best: Mention | None = None
        for names, mentions in self._named.get(person.names[-1], {}).items():
            if len(names) < 2 or not _same_given(names, person.names):
                continue
            place = bisect_left(mentions, at, key=lambda known: known.at)
            nearest = mentions[max(0, place - 1)]
            if nearest.person.sex and person.sex and nearest.person.sex != person.sex:
                continue
            if best is None or best.at < nearest.at <= at:
                best = next((known for known in mentions[:_FEW] if known.person.role), nearest)
        if best is None or (len(person.names) > 1 and not best.person.role):
            return words
        return best.words

    def _meant(self, at: int, person: Person, words: str) -> Mention | None:
        """Return the person that a pronoun or a bare role refers to: the last one whom it fits."""
        first = words.split(maxsplit=1)[0].lower() if words.split() else ""
        by_role = not person.pronoun and person.role and first == "the" and not person.body
        if not by_role and not (person.pronoun and person.sex):
            return None
        for mention in self._before(at):
            if mention.at < at - _NEAR:
                return None
            if by_role and mention.person.role != person.role:
                continue
            if person.sex and mention.person.sex and mention.person.sex != person.sex:
                continue
            return mention
        return None

    def _before(self, at: int) -> Iterator[Mention]:
        place = bisect_left(self._referable, at, key=lambda known: known.at)
        return iter(self._referable[max(0, place - _FEW) : place][::-1])


def _names(text: str) -> Iterator[re.Match[str]]:
    """Yield the names of a text in order; none overlaps another."""
    done = 0
    for opening in _OPENING.finditer(text):
        if opening.start() >= done and (found := _NAME.match(text, opening.start())):
            done = found.end()
            yield found


def _same_given(full: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether given names may be those of one person: equal, an initial, or left out."""
    if len(other) < 2:
        return True
    return full[0] == other[0] or (min(len(full[0]), len(other[0])) == 1 and full[0][0] == other[0][0])
