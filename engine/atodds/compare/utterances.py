"""Find the printings of one utterance among the quotations of many articles."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from atodds.compare.lexis import content, lexis, weight
from atodds.compare.speakers import same_speaker
from atodds.compare.wording import is_same_utterance
from atodds.compare.words import Word, read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from atodds.model.quote import Quote

_RAREST = 8  # words of a sentence by which its relatives are looked up
_COMMONEST = 400  # sentences that share a word; a word in more tells nothing
_CANDIDATES = 16  # sentences compared with one, the likeliest first
_LEAST_SHARED = 0.3  # of the shorter sentence's content words, by stem; fewer are not worth a comparison
_LEAST_WEIGHT = 2.9  # what a sentence must say to be known without its speaker: three plain words
_FRAGMENT = 1.5  # ... and with him: "had been settled"


@dataclass(frozen=True, slots=True)
class Printing:
    """
    One article's printing of an utterance.

    `text` are the words of the quotation that belong to the utterance: a quotation that runs several
    utterances together gives to each of them its own sentences.
    """

    article: str
    quote: Quote
    text: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody said once, with its printings in order of article and place; at least one."""

    printings: tuple[Printing, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """Return the articles that print it, each once, sorted."""
        return tuple(sorted({printing.article for printing in self.printings}))

    @property
    def speakers_differ(self) -> bool:
        """Say whether two printings credit speakers that cannot be one."""
        speakers = sorted({printing.quote.speaker for printing in self.printings})
        return any(
            same_speaker(one, other) is False
            for at, one in enumerate(speakers)
            for other in speakers[at + 1 :]
        )


class _Sentence(NamedTuple):
    """A sentence of a quotation: number of the quotation, words, and their place in its text."""

    quote: int
    words: tuple[Word, ...]
    speaker: str


def find_utterances(quotes: Sequence[tuple[str, Quote]]) -> list[Utterance]:
    """
    Group quotations, given with the id of their article, by utterance.

    Every quotation is in at least one group; groups with one printing are quotations nobody else has. A
    group joins the printings in all wordings, a short fragment only with its own speaker. Sentences are
    looked up by their rare words, so that time grows with the number of quotations and not with its square.
    The order of `quotes` makes no difference to the result; never raises.
    """
    ordered = sorted(quotes, key=lambda known: (known[0], known[1].span, known[1].text, known[1].speaker))
    sentences = [
        _Sentence(number, words, quote.speaker)
        for number, (_, quote) in enumerate(ordered)
        for words in _cut(read_words(quote.text))
    ]
    links = _Links(len(sentences))
    for one, other in _candidates(sentences):
        if links.root(one) != links.root(other) and _is_same(sentences[one], sentences[other]):
            links.join(one, other)
    groups = _merged(sentences, links.groups())
    utterances = [_utterance(ordered, sentences, group) for group in groups]
    return sorted(utterances, key=lambda utterance: _place(utterance.printings[0]))


def _place(printing: Printing) -> tuple[str, tuple[int, int], str]:
    return printing.article, printing.quote.span, printing.text


def _cut(words: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """Cut a quotation into sentences; one that says next to nothing ("Yes. We did.") goes with the next."""
    pieces: list[tuple[Word, ...]] = []
    start = 0
    for at, word in enumerate(words):
        if word.pause == "." and _says(words[start : at + 1]) >= _LEAST_WEIGHT:
            pieces.append(words[start : at + 1])
            start = at + 1
    rest = words[start:]
    if rest and pieces and _says(rest) < _LEAST_WEIGHT:
        pieces[-1] += rest
    elif rest or not pieces:
        pieces.append(rest)
    return pieces


def _says(words: Iterable[Word]) -> float:
    return weight(word.key for word in words)


def _candidates(sentences: Sequence[_Sentence]) -> Iterable[tuple[int, int]]:
    """Yield pairs of sentences that share rare words, equal ones first, each pair once."""
    unique: dict[tuple[str, ...], int] = {}
    for number, sentence in enumerate(sentences):
        first = unique.setdefault(tuple(word.key for word in sentence.words), number)
        if first != number:
            yield first, number
    stems = {number: frozenset(_stem(key) for key in content(keys)) for keys, number in unique.items()}
    postings: dict[str, list[int]] = defaultdict(list)
    for number, words in stems.items():
        for word in words:
            postings[word].append(number)
    for number, words in stems.items():
        rarest = sorted(words, key=lambda word: (len(postings[word]), word))[:_RAREST]
        score: dict[int, float] = defaultdict(float)
        for word in rarest:
            others = postings[word]
            place = bisect_right(others, number)
            for other in others[place : place + _COMMONEST]:
                score[other] += 1 / len(others)
        likeliest = sorted(score, key=lambda other: (-score[other], other))[:_CANDIDATES]
        own = frozenset(words)
        for other in likeliest:
            least = min(len(own), len(stems[other]))
            if len(own & stems[other]) >= max(min(2, least), _LEAST_SHARED * least):
                yield number, other


_MEMO: Final = 200_000
_ENDING = re.compile(r"(?:ing|ings|ed|es|s|ly|ance|ances|ation|ations|ment|ments|al|ive|'s)$")


@lru_cache(maxsize=_MEMO)
def _stem(key: str) -> str:
    """Return what the forms and near words of a word are looked up by."""
    senses = lexis().senses.get(key)
    if senses:
        return f"#{min(senses)}"
    return _ENDING.sub("", key)[:8] if len(key) > 5 else key.removesuffix("s") if len(key) > 3 else key


def _is_same(one: _Sentence, other: _Sentence) -> bool:
    """
    Say whether two sentences print one utterance.

    Among speakers known to be one, a fragment and a free rendering do; otherwise the words alone must tell.
    """
    if one.quote == other.quote:
        return False
    speaker = same_speaker(one.speaker, other.speaker)
    least = min(_says(one.words), _says(other.words))
    if least < (_FRAGMENT if speaker else _LEAST_WEIGHT):
        return False
    if least < _LEAST_WEIGHT:
        return _holds(one.words, other.words) or _holds(other.words, one.words)
    return is_same_utterance(one.words, other.words, same_speaker=speaker)


def _holds(long: Sequence[Word], short: Sequence[Word]) -> bool:
    """Say whether one run of words stands in the other word for word."""
    keys, wanted = [word.key for word in long], [word.key for word in short]
    return any(keys[at : at + len(wanted)] == wanted for at in range(len(keys) - len(wanted) + 1))


class _Links:
    """Sentences linked to one another (union-find)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, at: int) -> int:
        while self._parent[at] != at:
            self._parent[at] = self._parent[self._parent[at]]
            at = self._parent[at]
        return at

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self._parent[second] = first

    def groups(self) -> list[list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for at in range(len(self._parent)):
            found[self.root(at)].append(at)
        return list(found.values())


def _merged(sentences: Sequence[_Sentence], groups: Sequence[list[int]]) -> list[list[int]]:
    """
    Put sentences together that travel together: groups with two quotations in common, or of one alone.

    A quotation of three sentences that two outlets print is one utterance, not three. One that runs two
    utterances together keeps them apart: they share no other quotation.
    """
    links = _Links(len(groups))
    first_with: dict[tuple[int, ...], int] = {}
    for number, group in enumerate(groups):
        members = sorted({sentences[at].quote for at in group})
        keys = [tuple(members)] if len(members) == 1 else list(itertools.pairwise(members))
        for key in keys:
            known = first_with.setdefault(key, number)
            if known != number:
                links.join(known, number)
    return [[at for number in together for at in groups[number]] for together in links.groups()]


def _utterance(
    quotes: Sequence[tuple[str, Quote]], sentences: Sequence[_Sentence], group: list[int]
) -> Utterance:
    by_quote: dict[int, list[_Sentence]] = defaultdict(list)
    for at in sorted(group):
        by_quote[sentences[at].quote].append(sentences[at])
    printings = []
    for number, own in by_quote.items():
        article, quote = quotes[number]
        start, end = (own[0].words[0].start, own[-1].words[-1].end) if own[0].words else (0, len(quote.text))
        whole = len(quote.text) - (end - start) <= _MARKS
        printings.append(Printing(article, quote, quote.text if whole else quote.text[start:end]))
    return Utterance(tuple(sorted(printings, key=_place)))


_MARKS = 3  # characters around the words of a quotation that are marks only
