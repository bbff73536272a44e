"""Find what is quoted in a text and who is said to have said it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import NamedTuple

from atodds.extract.posts import find_posts
from atodds.extract.quote_cues import Credit, closes_clause, credit_after, credit_before, credit_within
from atodds.extract.quote_frame import Frame
from atodds.extract.quote_marks import Marked, find_marked
from atodds.extract.said import said_words
from atodds.extract.speakers import Cast
from atodds.model.quote import Quote

_LONGEST_GAP = 600  # characters between two pieces of a quotation, or to whom it may be carried over
_SENTENCE_LIKE = 4  # words; shorter ones without a speaker are names and scare quotes
_GO_ON = frozenset({"add", "continue", "call", "conclude", "repeat"})  # "… he said, adding: …" begins another quotation
_SMALL = frozenset("a an and as at but by for from in is nor of on or the to vs with".split())
_WORD = re.compile(r"[^\W_][\w'’-]*")


class _Draft(NamedTuple):
    """A quotation on the way: its pieces, its sentence, and who is credited near it."""

    pieces: tuple[Marked, ...]
    sentence: int
    credit: Credit | None
    home: int  # the sentence that the credit stands in


def find_quotes(text: str) -> list[Quote]:
    """
    Return the quotations of a text in order of place.

    Scare quotes, titles and names in marks are left out: a quotation is credited to somebody, or is a whole
    sentence set in marks. A quotation that its credit interrupts is one quote with several parts. Takes
    linear time, never raises; marks without a partner yield nothing.
    """
    quotes = _marked_quotes(text)
    starts = [quote.span[0] for quote in quotes]
    for post in find_posts(text):
        at = bisect_right(starts, post.start)
        beside = quotes[max(0, at - 1) : at + 1]
        if not any(quote.span[0] < post.end and post.start < quote.span[1] for quote in beside):
            words = text[post.start : post.end]
            span = (post.start, post.end)
            quotes.append(Quote(words, span, post.speaker, "", " ".join(words.split()), parts=(span,)))
    return sorted(quotes, key=lambda quote: quote.span)


def _marked_quotes(text: str) -> list[Quote]:
    marked = find_marked(text)
    if not marked:
        return []
    frame = Frame(text, marked)
    drafts = [_draft(frame, number) for number in range(len(marked))]
    drafts = [draft for draft in _joined(frame, _without_names(frame, drafts)) if _is_quotation(frame, draft)]
    return [*_credited(frame, drafts), *_nested(text, drafts)]


def _draft(frame: Frame, number: int) -> _Draft:
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
            return _Draft((pair,), home, late, home + 1)
    credit = credit or credit_before(tokens, first, floor)
    if credit is None and first == 0 and home and frame.masked[frame.sentences[home - 1][1] - 1] == ":":
        leading = frame.tokens(home - 1)
        early = credit_before(leading, len(leading), 0)
        if early is not None:
            return _Draft((pair,), home, early, home - 1)
    return _Draft((pair,), home, credit or credit_within(tokens, pair.opened, pair.closed), home)


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


def _joined(frame: Frame, drafts: list[_Draft]) -> list[_Draft]:
    """Join the pieces of quotations that their credit interrupts."""
    joined: list[_Draft] = []
    for draft in drafts:
        if joined and _continues(frame, joined[-1], draft):
            last = joined[-1]
            joined[-1] = last._replace(pieces=last.pieces + draft.pieces)
        else:
            joined.append(draft)
    return joined


def _continues(frame: Frame, last: _Draft, draft: _Draft) -> bool:
    """
    Say whether a quotation goes on with the one before it.

    Either one credit stands between both ("I was," he said, "too late"), or the sentence of the first ends with
    its credit and the second follows with none of its own ("I was late," he said. "I ran.").
    """
    credit = last.credit
    if credit is None or not (credit.near and credit.after):
        return False
    start, end = last.pieces[-1].closed, draft.pieces[0].opened
    if "\n" in frame.text[start:end] or end - start > _LONGEST_GAP:
        return False
    tokens = frame.tokens(last.home)
    if draft.home == last.home and draft.credit is not None:
        verb = said_words().lemma.get(tokens[draft.credit.first].lower)
        return draft.credit.source == credit.source and not draft.credit.after and verb not in _GO_ON
    rest = tokens[max(credit.last, credit.source[1]) :]
    return (
        (draft.credit is None or not draft.credit.near)
        and draft.sentence == last.home + 1
        and frame.sentences[draft.sentence][0] == end
        and not any(token.text == '"' for token in rest)
    )


def _without_names(frame: Frame, drafts: list[_Draft]) -> list[_Draft]:
    """Leave out titles and nicknames inside a sentence, which could be taken for the end of a credit."""
    kept = []
    for draft in drafts:
        pair = draft.pieces[0]
        alone = frame.sentences[draft.sentence][0] == pair.opened
        said = _after_pause(frame, pair) and draft.credit is not None and draft.credit.near
        if alone or said or not _is_title(_WORD.findall(frame.text, pair.start, pair.end)):
            kept.append(draft)
    return kept


def _is_quotation(frame: Frame, draft: _Draft) -> bool:
    """Tell words that somebody said from titles, names and scare quotes."""
    pair = draft.pieces[0]
    words = _WORD.findall(frame.text, pair.start, pair.end)
    alone = frame.sentences[draft.sentence][0] == pair.opened
    if len(draft.pieces) > 1:
        return True
    if draft.credit is not None:
        return True
    return alone and len(words) > _SENTENCE_LIKE and not _is_title(words) and words[0][:1].isupper()


def _after_pause(frame: Frame, pair: Marked) -> bool:
    return frame.text[max(0, pair.opened - 3) : pair.opened].rstrip()[-1:] in {",", ":"}


def _is_title(words: list[str]) -> bool:
    """Say whether words are set as a title or a name: "The Long Way Home"."""
    long = [word for word in words if word.lower() not in _SMALL]
    return bool(long) and all(word[0].isupper() or word[0].isdigit() for word in long)


def _credited(frame: Frame, drafts: list[_Draft]) -> list[Quote]:
    """Give each quotation its speaker, following pronouns and quotations without a credit of their own."""
    cast = Cast(frame.masked, [start for start, _ in frame.sentences])
    quotes: list[Quote] = []
    for number, draft in enumerate(drafts):
        speaker = cue = ""
        if draft.credit is not None:
            speaker, cue = _spoken(frame, cast, draft, draft.credit)
        else:
            speaker = _carried(frame, cast, drafts, number, quotes)
        quotes.append(_quote(frame, draft, speaker, cue))
    return quotes


def _spoken(frame: Frame, cast: Cast, draft: _Draft, credit: Credit) -> tuple[str, str]:
    tokens = frame.tokens(draft.home)
    first, last = credit.source
    start = tokens[first].start
    speaker = cast.credit(start, frame.words(start, tokens[last - 1].end))
    return speaker, " ".join(token.text for token in tokens[credit.first : credit.last])


def _carried(frame: Frame, cast: Cast, drafts: list[_Draft], number: int, quotes: list[Quote]) -> str:
    """Return who speaks where nobody is credited: whoever spoke before, speaks next, or was written of last."""
    opened = drafts[number].pieces[0].opened
    before = frame.text[drafts[number - 1].pieces[-1].closed : opened] if number else ""
    if number and "\n" not in before:
        return quotes[-1].speaker
    following = drafts[number + 1] if number + 1 < len(drafts) else None
    if following is not None and following.credit is not None and following.credit.after:
        closed = drafts[number].pieces[-1].closed
        gap = frame.text[closed : following.pieces[0].opened]
        if not gap.strip() and "\n" not in gap:
            return _spoken(frame, cast, following, following.credit)[0]
    if number and len(before) <= _LONGEST_GAP and len(before.strip().split("\n")) == 1 and before.rstrip(" ").endswith("\n"):
        return quotes[-1].speaker
    return cast.subject_between(max(0, opened - _LONGEST_GAP), opened)


def _quote(frame: Frame, draft: _Draft, speaker: str, cue: str) -> Quote:
    pieces = draft.pieces
    parts = tuple((pair.start, pair.end) for pair in pieces)
    text = " ".join(frame.text[start:end] for start, end in parts)
    opening = frame.sentences[draft.sentence]
    closing = frame.sentences[frame.sentence_at(pieces[-1].opened)]
    far = draft.credit is not None and not draft.credit.near
    lower = not _after_pause(frame, pieces[0]) and opening[0] != pieces[0].opened
    return Quote(
        text=text,
        span=(parts[0][0], parts[-1][1]),
        speaker=speaker,
        cue=cue,
        sentence=frame.words(opening[0], max(opening[1], closing[1])),
        fragment=len(pieces) == 1 and lower and (far or not text[:1].isupper()),
        parts=parts,
    )


def _nested(text: str, drafts: list[_Draft]) -> list[Quote]:
    """Return what speakers quote others as saying, inside their own words."""
    quotes = []
    for draft in drafts:
        for pair in draft.pieces:
            if not pair.inner:
                continue
            for quote in _marked_quotes(text[pair.start : pair.end]):
                if quote.cue and len(quote.text.split()) >= _SENTENCE_LIKE and not quote.fragment:
                    quotes.append(_shifted(quote, pair.start))
    return quotes


def _shifted(quote: Quote, by: int) -> Quote:
    return replace(
        quote,
        span=(quote.span[0] + by, quote.span[1] + by),
        parts=tuple((start + by, end + by) for start, end in quote.parts),
    )
