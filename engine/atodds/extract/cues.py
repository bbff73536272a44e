"""Find the words of a sentence that credit somebody: said-verbs and phrases such as "according to"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from atodds.extract.phrases import Phrase, phrase_after, phrase_before
from atodds.extract.said import said_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.extract.tokens import Token

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "’s"})
_TOLLS = frozenset(
    {"toll", "number", "figure", "count", "total", "tally", "losses", "casualties", "dead", "it"}
)
_BEFORE_DAY = frozenset({"on", "late", "early", "last"})
_AFTER_SPEAKER = frozenset({"in", "at", "during", "after", "as", "when", "while", "who", "whose"})
_PLAIN = frozenset({"say", "add"})
_BESIDE = frozenset({"with", "without", "as", "when", "while", "amid"})
_CITED = frozenset({"quoted", "cited"})
_HEARD = frozenset({"tell", "inform", "assure", "warn", "remind"})


class Cue(NamedTuple):
    """
    One credit of a sentence, in token indices.

    `first` and `last` are the said-words, `source` the speaker. An `opens` cue has its statement after it
    ("police said 12 died"), a `closes` cue before it ("12 died, police said"); some do both.
    """

    first: int
    last: int
    source: Phrase
    opens: bool
    closes: bool
    quotes: bool = False


def find_cues(tokens: Sequence[Token]) -> list[Cue]:
    """Return the credits of one sentence in order."""
    words = said_words()
    cues: list[Cue] = []
    for at, token in enumerate(tokens):
        if token.lower not in _crediting():
            continue
        if token.lower in words.openers:
            cue = _phrase_cue(tokens, at)
            if cue is not None:
                cues.append(cue)
                continue
        if token.lower in words.stating or (
            token.lower in words.quoting and _next_word(tokens, at) == "that"
        ):
            cue = _verb_cue(tokens, at, cues)
            if cue is not None:
                cues.append(cue)
    return cues


@cache
def _crediting() -> frozenset[str]:
    """Return the words with which a credit can begin."""
    words = said_words()
    return words.stating.union(words.quoting, words.openers)


def _next_word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at + 1].lower if at + 1 < len(tokens) else ""


def _phrase_cue(tokens: Sequence[Token], at: int) -> Cue | None:
    """Read "according to the Post", "citing police", "reported by the agency"."""
    for phrase in said_words().openers[tokens[at].lower]:
        after = at + len(phrase)
        if tuple(token.lower for token in tokens[at:after]) != phrase:
            continue
        source = phrase_after(tokens, after, len(tokens))
        if source is None:
            continue
        leads = at == 0 or (at == 1 and tokens[0].lower in ("but", "and", "yet", "while"))
        comma = source[1] < len(tokens) and tokens[source[1]].text == ","
        return Cue(
            at,
            after,
            source,
            opens=leads or comma,
            closes=not leads,
            quotes=phrase[0] in ("citing", "quoting"),
        )
    return None


def _verb_cue(tokens: Sequence[Token], at: int, earlier: Sequence[Cue]) -> Cue | None:
    words = said_words()
    form = tokens[at].lower
    if not _is_said(tokens, at):
        return None
    if at and form.endswith("ing") and words.lemma[form] != form:
        return _participle(tokens, at, earlier)
    floor = earlier[-1].last if earlier else 0
    inverted = _inverted(tokens, at)
    if inverted is not None:
        return Cue(at, at + 1, inverted, opens=at == 0, closes=at > 0)
    source = phrase_before(tokens, at, floor)
    if source is not None:
        rest = _after_verb(tokens, at)
        ends = rest >= len(tokens) or _begins_nothing(tokens[rest])
        interrupts = source[0] > 0 and tokens[source[0] - 1].kind == "punct"
        closes = ends and source[0] > floor and form not in words.never_after
        return Cue(at, at + 1, source, opens=not ends or not interrupts, closes=closes)
    return None


def _begins_nothing(token: Token) -> bool:
    """Say whether no statement can begin with a word: "police said | with smoke rising", "said | adding"."""
    if token.kind == "punct":
        return token.text not in "\"“‘'«:"
    return token.lower in _BESIDE or (token.lower.endswith("ing") and token.lower in said_words().lemma)


def _inverted(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Read the speaker behind the verb in "…, said the mayor on Monday": nothing is stated after him."""
    words = said_words()
    form = tokens[at].lower
    if form not in words.quoting or words.lemma[form] in _HEARD:
        return None
    source = phrase_after(tokens, at + 1, len(tokens))
    if source is None:
        return None
    rest = source[1]
    if at and tokens[at - 1].kind != "punct":
        # A text without its commas: "the roof fell in said the mayor."
        last = rest >= len(tokens) or (rest == len(tokens) - 1 and tokens[rest].text == ".")
        return source if last and words.lemma[form] in _PLAIN else None
    ends = rest >= len(tokens) or tokens[rest].kind == "punct" or tokens[rest].lower in _AFTER_SPEAKER
    return source if ends or _is_day(tokens, rest) else None


def _is_said(tokens: Sequence[Token], at: int) -> bool:
    """Tell a verb that credits from a noun, a passive, an infinitive and other senses of the word."""
    words = said_words()
    form = tokens[at].lower
    if at:
        before = tokens[at - 1].lower
        if before == "to" or before in words.determiners - words.pronouns or _is_passive(tokens, at):
            return False
    participle = at > 0 and form.endswith("ing")
    if (
        form in words.nouns_too
        and not participle
        and (tokens[at].text[0].isupper() or not _is_verb(tokens, at))
    ):
        return False
    if words.lemma[form] in ("put", "give") and not _gives_figure(tokens, at):
        return False
    return words.lemma[form] != "claim" or not _takes_lives(tokens, at)


def _is_passive(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a be-form stands before the verb ("were reported", "was also said")."""
    words = said_words()
    back = at - 1
    while back >= 0 and tokens[back].lower in words.adverbs:
        back -= 1
    return back >= 0 and tokens[back].lower in _BE


def _participle(tokens: Sequence[Token], at: int, earlier: Sequence[Cue]) -> Cue | None:
    """Read "quoted the mayor as saying", "…, saying": who was credited last, or the sentence's subject."""
    if tokens[at - 1].lower == "as":
        told = at - 1
        while told > 0 and (tokens[told - 1].lower in _BE or tokens[told - 1].lower in _CITED):
            told -= 1
        source = phrase_before(tokens, told, 0)
        if source is not None:
            return Cue(at, at + 1, source, opens=True, closes=True)
    if tokens[at - 1].kind != "punct":
        return None
    source = earlier[-1].source if earlier else phrase_after(tokens, 0, at)
    return Cue(at, at + 1, source, opens=True, closes=False) if source else None


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Tell "The Herald reports 12 dead" from "media reports" and "the reported deaths"."""
    words = said_words()
    following = _next_word(tokens, at)
    if at == 0 or following == "that":
        return at > 0
    before = tokens[at - 1]
    if before.lower in words.adverbs or before.lower in words.auxiliaries or before.lower in words.days:
        return True
    if before.text == ",":
        return following not in ("by", "") and tokens[at].lower.endswith(("ed", "s"))
    if before.lower in words.pronouns or before.lower in words.people:
        return following not in ("of", "by", "said", "from")
    return (
        before.kind == "word" and before.text[:1].isupper() and following not in ("of", "by", "said", "from")
    )


def _gives_figure(tokens: Sequence[Token], at: int) -> bool:
    """Tell "put the toll at 12", "gave a figure of 12" from other putting and giving."""
    near = [token.lower for token in tokens[at + 1 : at + 10]]
    return not {"at", "of"}.isdisjoint(near) and not _TOLLS.isdisjoint(near)


def _takes_lives(tokens: Sequence[Token], at: int) -> bool:
    return (
        "lives" in [token.lower for token in tokens[at + 1 : at + 7]]
        or _next_word(tokens, at) == "responsibility"
    )


def _is_day(tokens: Sequence[Token], at: int) -> bool:
    """Take "Monday", the "on" or "late" before it, and the 7 of "Jan. 7"."""
    days = said_words().days
    if tokens[at].kind == "number":
        return tokens[at - 1].lower in days
    return tokens[at].lower in days or (tokens[at].lower in _BEFORE_DAY and _next_word(tokens, at) in days)


def _after_verb(tokens: Sequence[Token], at: int) -> int:
    """Return the first token after a verb, its hearer, day and setting: "told reporters on Monday"."""
    words = said_words()
    rest = at + 1
    if words.lemma[tokens[at].lower] in _HEARD and rest < len(tokens):
        hearer = phrase_after(tokens, rest, len(tokens))
        if hearer is not None:
            rest = hearer[1]
    while rest < len(tokens):
        token = tokens[rest]
        if token.lower in words.adverbs or _is_day(tokens, rest):
            rest += 1
        elif token.lower in ("in", "on", "at", "during", "to", "via", "by", "through"):
            setting = next(
                (i for i in range(rest + 1, min(rest + 7, len(tokens))) if tokens[i].lower in words.settings),
                None,
            )
            if setting is None or any(tokens[i].kind == "punct" for i in range(rest, setting)):
                break
            rest = setting + 1
        else:
            break
    return rest
