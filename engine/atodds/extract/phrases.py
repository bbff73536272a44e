"""Read the noun phrase of a speaker out of the words before or after a said-verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.extract.said import said_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.extract.tokens import Token

Phrase = tuple[int, int]
"""A half-open range of token indices."""

_LONGEST = 24  # words; no newsroom names a speaker at greater length
_LONGEST_APPOSITION = 40
_LONGEST_RELATIVE = 14
_CLOSERS = frozenset("\"'”’»)]")
_HARD = frozenset(';:.!?…—–"“”«»„()[]') | {"--", "...", ".."}


def phrase_before(tokens: Sequence[Token], verb: int, floor: int = 0) -> Phrase | None:
    """
    Return the subject that ends before token `verb`, or None; no token before `floor` is read.

    Adverbs, auxiliaries and days are passed over ("the mayor later on Monday told"), and so are appositions
    ("Ann Lee, a spokeswoman for the mayor, said"): what comes back is the name in front of them.
    """
    end = _over_time(tokens, verb, floor)
    if end > floor and tokens[end - 1].text == ")":
        end = _before_bracket(tokens, end, floor)
    if end > floor and tokens[end - 1].text == ",":
        opened = _apposition_start(tokens, end - 1, floor)
        if opened is not None:
            end = opened
        else:
            end -= 1
    if end > floor and tokens[end - 1].text == ")":
        end = _before_bracket(tokens, end, floor)
    if end > floor and tokens[end - 1].lower in ("who", "which"):
        end -= 2 if end - 1 > floor and tokens[end - 2].text == "," else 1
    start = _phrase_start(tokens, end, floor)
    relative = _relative(tokens, start, floor)
    if relative is not None:
        end = relative - 1 if tokens[relative - 1].text == "," else relative
        start = _phrase_start(tokens, end, floor)
    if start == end or not _can_speak(tokens, start, end):
        return None
    return start, end


def _relative(tokens: Sequence[Token], start: int, floor: int) -> int | None:
    """Find the "who" of "a guard who spoke on condition of silence | told us": the guard told."""
    words = said_words()
    first = tokens[start] if start < len(tokens) else None
    subject = (
        first is None
        or first.text[:1].isupper()
        or first.lower in words.people
        or first.lower in words.determiners
    )
    for at in range(start - 2 if subject else start - 1, max(floor, start - _LONGEST_RELATIVE), -1):
        if tokens[at].kind == "punct":
            return None
        if tokens[at].lower == "who":
            return at
    return None


def phrase_after(tokens: Sequence[Token], start: int, ceiling: int) -> Phrase | None:
    """Return the noun phrase that begins at token `start`, or None; no token from `ceiling` on is read."""
    words = said_words()
    end = start
    while end < ceiling and end - start < _LONGEST:
        token = tokens[end]
        if token.kind == "punct" and not _inside_name(tokens, end, ceiling):
            break
        if (
            end > start
            and (token.lower in words.phrase_ends or token.lower in words.days)
            and not _is_name(token)
        ):
            break
        if _is_verb(tokens, start, end):
            break
        if end > start and token.lower in words.adverbs:
            break
        if token.lower in words.phrase_links and not _goes_on(tokens, start, end, ceiling):
            break
        end += 1
    while end > start and _leads_on(tokens[end - 1]):
        if tokens[end - 1].lower in ("'s", "’s"):
            break
        end -= 1
    if start == end or not _can_speak(tokens, start, end):
        return None
    return start, end


def _over_time(tokens: Sequence[Token], end: int, floor: int) -> int:
    """Step back over "later", "has", "on Monday", "on Jan. 7" in front of a verb."""
    words = said_words()
    while end > floor:
        token = tokens[end - 1]
        helps = token.lower in words.adverbs or token.lower in words.auxiliaries
        if (helps and not _is_name(token)) or _is_manner(token):
            end -= 1
        elif token.lower in words.days:
            end -= 1
            while end > floor and (
                tokens[end - 1].lower in words.days
                or tokens[end - 1].lower in ("on", "late", "early", "last")
            ):
                end -= 1
        elif token.kind == "number" and end - 1 > floor and tokens[end - 2].lower.rstrip(".") in words.days:
            end -= 1
        else:
            break
    return end


def _leads_on(token: Token) -> bool:
    """Say whether a noun must follow: a preposition or a determiner, which end no phrase."""
    return token.lower in said_words().phrase_links or token.lower in said_words().determiners


def _is_name(token: Token) -> bool:
    """Take the capitalised word for a name where small letters make it a verb: Theresa May, Will Dale."""
    return token.text in {"May", "Will"}


def _is_manner(token: Token) -> bool:
    """Take "boldly", "half-jokingly" for adverbs; names in -ly are capitalised."""
    return (
        token.lower.endswith("ly")
        and token.text.islower()
        and token.lower not in ("family", "assembly", "only")
    )


def _before_bracket(tokens: Sequence[Token], end: int, floor: int) -> int:
    """Step back over "(D-N.C.)"."""
    for at in range(end - 1, max(floor, end - 12) - 1, -1):
        if tokens[at].text == "(":
            return at
    return end


def _apposition_start(tokens: Sequence[Token], comma: int, floor: int) -> int | None:
    """
    Return where the name ends that an apposition closed by `comma` belongs to, or None if there is none.

    The leftmost comma that opens one wins: "Ann Lee, 34, a baker from Leeds, said". A comma before a name
    opens none: "Twelve died, Ann Lee, a nurse, said".
    """
    found = None
    at = comma - 1
    while at > floor and comma - at < _LONGEST_APPOSITION:
        text = tokens[at].text
        if text in _HARD and text not in "().":
            break
        if text == ",":
            if tokens[at - 1].text in _CLOSERS - {")"}:
                break
            if found is not None and tokens[at + 1].text[:1].isupper():
                break
            found = at
        at -= 1
    return found


def _phrase_start(tokens: Sequence[Token], end: int, floor: int) -> int:
    words = said_words()
    start = end
    while start > floor and end - start < _LONGEST:
        token = tokens[start - 1]
        if token.kind == "punct" and not _inside_name(tokens, start - 1, end):
            break
        if token.lower in words.pronouns:
            return start - 1 if start == end else start
        if (token.lower in words.phrase_ends and not _is_name(token)) or (
            token.lower in words.lemma and token.lower not in words.nouns_too
        ):
            break
        if token.lower == "and" and not _joins_names(tokens, start - 1, end, floor):
            break
        if token.lower in words.phrase_links and start == end and token.lower not in ("'s", "’s"):
            break
        start -= 1
        if token.lower in words.determiners and not _after_link(tokens, start, floor):
            break
    while start < end and (
        tokens[start].lower in words.phrase_links
        or tokens[start].lower in words.days
        or tokens[start].kind == "punct"
    ):
        start += 1
    return start


def _after_link(tokens: Sequence[Token], start: int, floor: int) -> bool:
    """Say whether the word before is a link ("of the"), or one determiner before another ("the two")."""
    words = said_words()
    return start > floor and (
        tokens[start - 1].lower in words.phrase_links or tokens[start - 1].lower in words.determiners
    )


def _joins_names(tokens: Sequence[Token], at: int, end: int, floor: int) -> bool:
    """Keep "Lee and Smith said" whole, but not "12 people died and police said"."""
    return floor < at < end - 1 and tokens[at - 1].text[:1].isupper() and tokens[at + 1].text[:1].isupper()


def _inside_name(tokens: Sequence[Token], at: int, ceiling: int) -> bool:
    """Say whether a mark belongs to a name: the stop of "Gov. Lee", the hyphen of "Al -Awsat", "AT&T"."""
    token = tokens[at]
    if token.text in "&/@#-’'":
        return True
    if token.text == "." and at > 0 and at + 1 < ceiling:
        before, after = tokens[at - 1], tokens[at + 1]
        short = len(before.text) <= 5 and before.text[:1].isupper() and before.end == token.start
        return short and (after.text[:1].isupper() or after.kind == "punct") and after.start > token.end
    return False


def _is_verb(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Tell the verb that ends a phrase ("the mayor denied") from "a wounded man" and "a police report"."""
    words = said_words()
    lower = tokens[at].lower
    if at == start or tokens[at - 1].lower in words.determiners:
        return False
    if lower in words.lemma:
        return lower not in words.nouns_too or tokens[at - 1].text[:1].isupper()
    return lower.endswith("ed") and tokens[at].text.islower() and lower not in words.phrase_links


def _goes_on(tokens: Sequence[Token], start: int, at: int, ceiling: int) -> bool:
    """Say whether a preposition continues the phrase ("head of the union") or leaves it ("in a talk")."""
    words = said_words()
    link = tokens[at].lower
    if at == start or at + 1 >= ceiling:
        return False
    after = [token.lower for token in tokens[at + 1 : min(ceiling, at + 5)]]
    if link in ("'s", "’s", "of", "&"):
        return True
    if link == "and":
        return _joins_names(tokens, at, ceiling, start)
    if any(word in words.settings or word in words.days for word in after[:4]):
        return False
    if after[0] in words.people and link == "to":
        return False
    return link in ("for", "by") or tokens[at - 1].text[:1].islower()


def _can_speak(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether a phrase names somebody: it holds a name, a pronoun, or a noun of people."""
    words = said_words()
    if end - start == 1 and tokens[start].lower in words.pronouns:
        return True
    for token in tokens[start:end]:
        if token.lower in words.people:
            return True
        if token.kind == "word" and token.text[:1].isupper() and token.lower not in words.determiners:
            return True
    return tokens[start].lower in words.determiners and end - start > 1


def subject_of(tokens: Sequence[Token], start: int, ceiling: int) -> Phrase | None:
    """Return the name or pronoun that a clause begins with, up to its first plain word: "Ann Lee | took"."""
    words = said_words()
    while start < ceiling and (
        tokens[start].kind == "punct" or tokens[start].lower in words.phrase_ends - words.pronouns
    ):
        start += 1
    if start < ceiling and tokens[start].lower in words.pronouns:
        return start, start + 1
    end = start
    named = False
    while end < ceiling and end - start < _LONGEST:
        token = tokens[end]
        plain = token.text.islower() and not _leads_on(token)
        if token.kind != "word" and not _inside_name(tokens, end, ceiling):
            break
        if plain and (named or token.lower in words.lemma) and token.lower not in words.people:
            break
        named = named or (token.text[:1].isupper() and end > start) or token.lower in words.people
        end += 1
    while end > start and _leads_on(tokens[end - 1]):
        end -= 1
    return (start, end) if end > start and _can_speak(tokens, start, end) else None
