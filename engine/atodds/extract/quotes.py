"""Find what is quoted in a text and who is said to have said it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from atodds.extract.posts import find_posts
from atodds.extract.quote_drafts import LONGEST_GAP, SENTENCE_LIKE, Draft, follows_pause, read_drafts
from atodds.extract.quote_frame import Frame
from atodds.extract.quote_marks import find_marked
from atodds.extract.speakers import Cast
from atodds.model.quote import Quote

if TYPE_CHECKING:
    from atodds.extract.quote_cues import Credit


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
    drafts = read_drafts(frame)
    if not drafts:
        return []
    return [*_credited(frame, drafts), *_nested(text, drafts)]


def _credited(frame: Frame, drafts: list[Draft]) -> list[Quote]:
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


def _spoken(frame: Frame, cast: Cast, draft: Draft, credit: Credit) -> tuple[str, str]:
    tokens = frame.tokens(draft.home)
    first, last = credit.source
    start = tokens[first].start
    speaker = cast.credit(start, frame.words(start, tokens[last - 1].end))
    return speaker, " ".join(token.text for token in tokens[credit.first : credit.last])


def _carried(frame: Frame, cast: Cast, drafts: list[Draft], number: int, quotes: list[Quote]) -> str:
    """Return who speaks where nobody is credited: who spoke before, speaks next, or was written of last."""
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
    if (
        number
        and len(before) <= LONGEST_GAP
        and len(before.strip().split("\n")) == 1
        and before.rstrip(" ").endswith("\n")
    ):
        return quotes[-1].speaker
    return cast.subject_between(max(0, opened - LONGEST_GAP), opened)


def _quote(frame: Frame, draft: Draft, speaker: str, cue: str) -> Quote:
    pieces = draft.pieces
    parts = tuple((pair.start, pair.end) for pair in pieces)
    text = " ".join(frame.text[start:end] for start, end in parts)
    opening = frame.sentences[draft.sentence]
    closing = frame.sentences[frame.sentence_at(pieces[-1].opened)]
    far = draft.credit is not None and not draft.credit.near
    lower = not follows_pause(frame, pieces[0]) and opening[0] != pieces[0].opened
    return Quote(
        text=text,
        span=(parts[0][0], parts[-1][1]),
        speaker=speaker,
        cue=cue,
        sentence=frame.words(
            max(opening[0], parts[0][0] - LONGEST_GAP),
            min(max(opening[1], closing[1]), parts[-1][1] + LONGEST_GAP),
        ),
        fragment=len(pieces) == 1 and lower and (far or not text[:1].isupper()),
        parts=parts,
    )


def _nested(text: str, drafts: list[Draft]) -> list[Quote]:
    """Return what speakers quote others as saying, inside their own words."""
    quotes: list[Quote] = []
    for draft in drafts:
        for pair in draft.pieces:
            if not pair.inner:
                continue
            quotes += [
                _shifted(quote, pair.start)
                for quote in _marked_quotes(text[pair.start : pair.end])
                if quote.cue and len(quote.text.split()) >= SENTENCE_LIKE and not quote.fragment
            ]
    return quotes


def _shifted(quote: Quote, by: int) -> Quote:
    return replace(
        quote,
        span=(quote.span[0] + by, quote.span[1] + by),
        parts=tuple((start + by, end + by) for start, end in quote.parts),
    )
