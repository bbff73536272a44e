"""Find the said-verb and the speaker next to a quotation, on either side of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from atodds.extract.attribution import governing
from atodds.extract.cues import find_cues
from atodds.extract.phrases import Phrase, phrase_after, phrase_before, subject_of
from atodds.extract.said import said_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.extract.tokens import Token

_NEIGHBOURHOOD = 80  # words on each side of a quotation that are searched for a credit
_FARTHEST = 45  # words between a quotation and its said-verb: one long apposition
_SETTING_WORDS = frozenset(
    {"in", "on", "at", "during", "after", "as", "to", "from", "reporters", "when", "while", "about", "of"}
)
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_DASHES = frozenset({"—", "–", "―", "-", "--", "~"})


class Credit(NamedTuple):
    """
    Who said a quotation, in token indices of its sentence.

    `source` is the speaker's phrase, `first`..`last` the cue. A `near` credit touches the quotation or is
    joined to it by a comma or colon; one that is not near only makes a fragment of it.
    """

    source: Phrase
    first: int
    last: int
    near: bool
    after: bool


def credit_after(tokens: Sequence[Token], at: int, ceiling: int, *, clause: bool) -> Credit | None:
    """
    Read what follows a quotation that ends before token `at`: "said Lee", "Lee, a baker, told us", "— Lee".

    No token from `ceiling` on is read. `clause` says that the quotation ends in a comma, a question mark or
    an exclamation mark, so that any verb may follow: "she sniffed".
    """
    words = said_words()
    if at < ceiling and tokens[at].text == ",":
        at += 1
    if at >= ceiling:
        return None
    if tokens[at].text in _DASHES:
        return _signature(tokens, at, ceiling)
    verb = at
    while verb < ceiling and tokens[verb].lower in words.adverbs | words.auxiliaries:
        verb += 1
    if verb < ceiling and _is_said(tokens[verb]):
        return _inverted(tokens, verb, ceiling)
    for verb in range(at + 1, min(ceiling, at + _FARTHEST)):
        token = tokens[verb]
        if _is_said(token) or (clause and verb - at <= 3 and _any_verb(tokens, at, verb)):
            source = phrase_before(tokens, verb, at)
            if source is not None and source[0] == at:
                return Credit(source, verb, verb + 1, near=True, after=True)
        if token.text in {'"', ";", ":"} or (token.text == "." and not _abbreviates(tokens, verb)):
            break
    return None


def _signature(tokens: Sequence[Token], dash: int, ceiling: int) -> Credit | None:
    """Read the name behind a dash: "— Ann Lee"."""
    source = phrase_after(tokens, dash + 1, ceiling)
    if source is None or (source[1] < len(tokens) and tokens[source[1]].text not in ',.(["'):
        return None
    return Credit(source, dash, dash + 1, near=True, after=True)


def _inverted(tokens: Sequence[Token], verb: int, ceiling: int) -> Credit | None:
    """Read the speaker behind the verb: "said Lee". "telling Lee" and "told Lee" name the hearer."""
    if tokens[verb].lower.endswith("ing") or said_words().lemma[tokens[verb].lower] in ("tell", "refer"):
        return None
    source = phrase_after(tokens, verb + 1, ceiling)
    return Credit(source, verb, verb + 1, near=True, after=True) if source else None


def credit_before(tokens: Sequence[Token], at: int, floor: int) -> Credit | None:
    """Read what leads to a quotation that begins at token `at`: "Lee said:", "he called it"."""
    comma = at > floor and tokens[at - 1].text in {",", ":"}
    for verb in range(at - 1, max(floor, at - _FARTHEST) - 1, -1):
        token = tokens[verb]
        if token.text == ";":
            break
        if not _is_said(token) or (verb > floor and tokens[verb - 1].lower in ("to", "the", "a", "an")):
            continue
        if verb > floor and tokens[verb - 1].lower in _BE:
            source = _agent(tokens, at)
        elif token.lower.endswith("ing") and verb > floor and tokens[verb - 1].text == ",":
            source = _earlier_subject(tokens, verb, floor)
        else:
            source = phrase_before(tokens, verb, floor) or _earlier_subject(tokens, verb, floor)
        if source is not None:
            near = comma or verb == at - 1 or (verb == at - 2 and tokens[at - 1].lower == "that")
            return Credit(source, verb, verb + 1, near=near, after=False)
    return None


def _agent(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Read who told in 'they were told to "go home" by the guard'."""
    for by in range(at + 1, min(len(tokens) - 1, at + 12)):
        if tokens[by].lower == "by":
            return phrase_after(tokens, by + 1, len(tokens))
    return None


def credit_within(tokens: Sequence[Token], first: int, last: int) -> Credit | None:
    """Read the credit of the sentence for a quotation of tokens `first`..`last`, near it or far."""
    low = max(0, first - _NEIGHBOURHOOD)
    near = tokens[low : last + _NEIGHBOURHOOD]
    start, end = tokens[first].start, tokens[last - 1].end
    cue = governing(near, find_cues(near), start, end)
    if cue is None:
        return None
    source = (cue.source[0] + low, cue.source[1] + low)
    return Credit(source, cue.first + low, cue.last + low, near=False, after=near[cue.first].start >= end)


def _abbreviates(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a full stop belongs to "Sen." or "(R-Fla.)" and ends no sentence."""
    if at + 1 >= len(tokens) or tokens[at].start != tokens[at - 1].end:
        return False
    return len(tokens[at - 1].text) <= 4 or tokens[at + 1].text in {")", ","} or tokens[at + 1].text.islower()


def _is_said(token: Token) -> bool:
    """Say whether a word can be a said-verb here: "report" can, the "Report" of a name cannot."""
    words = said_words()
    return token.lower in words.quoting and not (token.lower in words.nouns_too and token.text[0].isupper())


def _any_verb(tokens: Sequence[Token], at: int, verb: int) -> bool:
    """Take "she sniffed," for a said-verb: a short subject and a verb that ends the clause."""
    lower = tokens[verb].lower
    if not (lower.endswith(("ed", "s")) and tokens[verb].text.islower() and tokens[verb].kind == "word"):
        return False
    subject = tokens[at].lower in said_words().pronouns or tokens[at].text[:1].isupper()
    return subject and (verb + 1 >= len(tokens) or tokens[verb + 1].kind == "punct")


def _earlier_subject(tokens: Sequence[Token], verb: int, floor: int) -> Phrase | None:
    """Find the subject of "laughed and said", "took the floor, saying": the last one, or the sentence's."""
    words = said_words()
    for at in range(verb - 1, max(floor, verb - _FARTHEST), -1):
        if _is_said(tokens[at]):
            source = phrase_before(tokens, at, floor)
            reported = (
                source is not None
                and source[0] > floor
                and (tokens[source[0] - 1].lower in words.quoting or tokens[source[0] - 1].lower == "that")
            )
            if source is not None and not reported:
                return source
    if tokens[verb].lower.endswith("ing") or tokens[verb - 1].lower == "and":
        return subject_of(tokens, floor, verb)
    return None


def closes_clause(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a credit that ends before token `at` states nothing more: no "Lee said he was"."""
    words = said_words()
    while at < len(tokens) and (tokens[at].lower in words.adverbs or tokens[at].lower in words.days):
        at += 1
    return at >= len(tokens) or tokens[at].kind == "punct" or tokens[at].lower in _SETTING_WORDS
