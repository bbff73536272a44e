"""Singles: one person without a number, "a soldier", "another man", "his wife" in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atodds.extract.clause.counted import Counted
from atodds.extract.clause.heads import head_of, run_from
from atodds.extract.word_classes import BEFORE_MEMBER, SINGLE
from atodds.model.interval import Interval
from atodds.model.quantity import Hedge, Quantity, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atodds.extract.clause.frame import Frame
    from atodds.extract.nouns import NounSet


def single_phrases(frame: Frame, nouns: NounSet, phrases: Iterable[Counted]) -> list[Counted]:
    """Return the single persons of a sentence that no numbered phrase holds already."""
    taken = {at for phrase in phrases for at in range(phrase.first, phrase.last + 1)}
    taken |= {
        at
        for first, last, quantity in frame.quantities
        # "wounded a third", "her 3-year-old son"
        if quantity.role not in (Role.FRACTION, Role.ORDINAL, Role.AGE)
        for at in range(first, last + 1)
    }
    classes = frame.classes
    found = (
        _from_article(frame, at, nouns) or _silent(frame, at, nouns, taken)
        for at, flags in enumerate(classes)
        if (flags & SINGLE or at == 0 or classes[at - 1] & BEFORE_MEMBER) and at not in taken
    )
    return [phrase for phrase in found if phrase is not None]


def _from_article(frame: Frame, at: int, nouns: NounSet) -> Counted | None:
    """Take "a soldier", "another man", "a third": one person without a number."""
    word = frame.low[at]
    if word not in ("a", "an", "another") or (
        at and frame.low[at - 1] in ("such", "what", "quite", "as", "like")
    ):
        return None
    after = frame.word(at + 1)
    if after in frame.grammar.ordinals and (
        at + 2 >= len(frame) or frame.is_stop(at + 2) or frame.is_trigger(at + 2)
    ):
        return Counted(at, at + 1, _one(frame, at, at + 1), "", more=True, single=True)
    run = run_from(frame, at + 1, nouns)
    if not run:
        bare = word == "another" and (after in frame.grammar.auxiliaries or frame.is_trigger(at + 1))
        return Counted(at, at, _one(frame, at, at), "", more=True, single=True) if bare else None
    head = head_of(frame, run, nouns, many=False)
    if head is None:
        return None
    more = word == "another" or after in frame.grammar.ordinals
    inner = tuple(i for i in run if i < head)
    return Counted(at, head, _one(frame, at, head), frame.low[head], more=more, single=True, inner=inner)


def _silent(frame: Frame, at: int, nouns: NounSet, taken: set[int]) -> Counted | None:
    """Take one person that a list can hold without a number: "his wife", "woman", "Ana Ruiz"."""
    if frame.low[at] in frame.grammar.definite:
        run = run_from(frame, at + 1, nouns)
        head = head_of(frame, run, nouns, many=False) if run else None
        last = head
    elif at and frame.word(at - 1) not in frame.grammar.before_member:
        return None
    elif nouns.counts(frame.low[at], many=False) and not (at and frame.is_capital(at)):
        last = at
    else:
        last = _end_of_name(frame, at, taken)
    if last is None or any(i in taken for i in range(at, last + 1)):
        return None
    headline = (
        at == 0 and frame.low[at] not in frame.grammar.definite and frame.is_trigger(last + 1) and last == at
    )
    return Counted(at, last, _one(frame, at, last), frame.low[last], single=True, silent=not headline)


def _end_of_name(frame: Frame, at: int, taken: set[int]) -> int | None:
    """Return the last token of a capitalised name that starts here; names cannot be told in capitals."""
    last = at
    if at == 0 and not frame.is_capital(min(1, len(frame) - 1)):
        return None
    while (
        last < len(frame)
        and frame.is_capital(last)
        and not frame.is_stop(last)
        and last not in taken
        and not frame.is_trigger(last)
        and frame.low[last] not in frame.grammar.months
    ):
        last += 1
    return last - 1 if last > at else None


def _one(frame: Frame, first: int, last: int) -> Quantity:
    span = (frame.tokens[first].start, frame.tokens[last].end)
    point = Interval.exactly(1)
    return Quantity(frame.text[slice(*span)], span, Hedge.EXACT, "", (1, 1), point, point, "single")
