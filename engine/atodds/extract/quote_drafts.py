"""Tell quotations from titles and scare quotes, find their credits, and join their pieces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from atodds.extract.quote_cues import Credit, closes_clause, credit_after, credit_before, credit_within
from atodds.extract.said import said_words

if TYPE_CHECKING:
    from atodds.extract.quote_frame import Frame
    from atodds.extract.quote_marks import Marked

LONGEST_GAP = 600  # characters between two pieces of a quotation, or to whom it may be carried over
SENTENCE_LIKE = 4  # words; shorter ones without a speaker are names and scare quotes
_MOST_PIECES = 12
# "… he said, adding: …" begins another quotation.
_GO_ON = frozenset({"add", "continue", "call", "conclude", "repeat"})
# Words that a title leaves small.
_SMALL = frozenset(
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "is",
        "nor",
        "of",
        "on",
        "or",
        "the",
        "to",
        "vs",
        "with",
    }
)
_WORD = re.compile(r"[^\W_][\w'’-]*")


class Draft(NamedTuple):
    """A quotation on the way: its pieces, its sentence, and who is credited near it."""

    pieces: tuple[Marked, ...]
    sentence: int
    credit: Credit | None
    home: int  # the sentence that the credit stands in


def read_drafts(frame: Frame) -> list[Draft]:
    """Return the quotations of a text, joined and with their credits, in order of place."""
    drafts = [_draft(frame, number) for number in range(len(frame.marked))]
    return [draft for draft in _joined(frame, _without_names(frame, drafts)) if _is_quotation(frame, draft)]


def _draft(frame: Frame, number: int) -> Draft:
    """Read the sentence around a quotation for a credit: after it, before it, then anywhere."""
    pair = frame.marked[number]
    home = frame.sentence_at(pair.opened)
    tokens = frame.tokens(home)
    first, last = frame.tokens_around(home, pair)
    before = frame.marked[number - 1] if number else None
    after = frame.marked[number + 1] if number + 1 < len(frame.marked) else None
    floor = frame.tokens_around(home, before)[1] if before else 0
    ceiling = frame.tokens_around(home, after)[0] if after else len(tokens)
    clause = frame.text[pair.end - 1] in ",?!…-—"
    credit = credit_after(tokens, last, ceiling, clause=clause)
    if credit is None and last >= len(tokens):
        late = _credit_in_next(frame, home, pair, after)
        if late is not None:
            return Draft((pair,), home, late, home + 1)
    credit = credit or credit_before(tokens, first, floor)
    if credit is None and first == 0 and home and frame.masked[frame.sentences[home - 1][1] - 1] == ":":
        leading = frame.tokens(home - 1)
        early = credit_before(leading, len(leading), 0)
        if early is not None:
            return Draft((pair,), home, early, home - 1)
    return Draft((pair,), home, credit or credit_within(tokens, first, last), home)


def _credit_in_next(frame: Frame, home: int, pair: Marked, after: Marked | None) -> Credit | None:
    """Read the credit behind a quotation that ends its own sentence: "Why now?" Lee asked."""
    if home + 1 >= len(frame.sentences):
        return None
    start = frame.sentences[home + 1][0]
    if start - pair.closed > 3 or "\n" in frame.text[pair.closed : start]:
        return None
    tokens = frame.tokens(home + 1)
    ceiling = frame.tokens_around(home + 1, after)[0] if after else len(tokens)
    credit = credit_after(tokens, 0, ceiling, clause=True)
    return credit if credit and closes_clause(tokens, max(credit.last, credit.source[1])) else None


def _joined(frame: Frame, drafts: list[Draft]) -> list[Draft]:
    """Join the pieces of quotations that their credit interrupts."""
    joined: list[Draft] = []
    for draft in drafts:
        if joined and _continues(frame, joined[-1], draft):
            last = joined[-1]
            joined[-1] = last._replace(pieces=last.pieces + draft.pieces)
        else:
            joined.append(draft)
    return joined


def _continues(frame: Frame, last: Draft, draft: Draft) -> bool:
    """
    Say whether a quotation goes on with the one before it.

    Either one credit stands between both ("I was," he said, "too late"), or the sentence of the first ends
    with its credit and the second follows with none of its own ("I was late," he said. "I ran.").
    """
    credit = last.credit
    if credit is None or not (credit.near and credit.after) or len(last.pieces) == _MOST_PIECES:
        return False
    start, end = last.pieces[-1].closed, draft.pieces[0].opened
    if "\n" in frame.text[start:end] or end - start > LONGEST_GAP:
        return False
    tokens = frame.tokens(last.home)
    if draft.home == last.home and draft.credit is not None:
        verb = said_words().lemma.get(tokens[draft.credit.first].lower)
        return draft.credit.source == credit.source and not draft.credit.after and verb not in _GO_ON
    behind = max(credit.last, credit.source[1])
    rest = tokens[behind : behind + LONGEST_GAP]
    return (
        (draft.credit is None or not draft.credit.near)
        and draft.sentence == last.home + 1
        and frame.sentences[draft.sentence][0] == end
        and not any(token.text == '"' for token in rest)
    )


def _without_names(frame: Frame, drafts: list[Draft]) -> list[Draft]:
    """Leave out titles and nicknames inside a sentence, which could be taken for the end of a credit."""
    kept = []
    for draft in drafts:
        pair = draft.pieces[0]
        alone = frame.sentences[draft.sentence][0] == pair.opened
        said = follows_pause(frame, pair) and draft.credit is not None and draft.credit.near
        if alone or said or not _is_title(_WORD.findall(frame.text, pair.start, pair.end)):
            kept.append(draft)
    return kept


def _is_quotation(frame: Frame, draft: Draft) -> bool:
    """Tell words that somebody said from titles, names and scare quotes."""
    pair = draft.pieces[0]
    words = _WORD.findall(frame.text, pair.start, pair.end)
    alone = frame.sentences[draft.sentence][0] == pair.opened
    if len(draft.pieces) > 1:
        return True
    if draft.credit is not None:
        return True
    return alone and len(words) > SENTENCE_LIKE and not _is_title(words) and words[0][:1].isupper()


def follows_pause(frame: Frame, pair: Marked) -> bool:
    """Say whether a comma or colon leads to a quotation."""
    return frame.text[max(0, pair.opened - 3) : pair.opened].rstrip()[-1:] in {",", ":"}


def _is_title(words: list[str]) -> bool:
    """Say whether words are set as a title or a name: "The Long Way Home"."""
    long = [word for word in words if word.lower() not in _SMALL]
    return bool(long) and all(word[0].isupper() or word[0].isdigit() for word in long)
