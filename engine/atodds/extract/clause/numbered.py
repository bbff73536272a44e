"""Numbered phrases: "at least 13 Pakistani soldiers", "two of them", "30 others"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from atodds.extract.clause.counted import Counted, Phrases
from atodds.extract.clause.heads import head_of, is_before_noun, run_from
from atodds.extract.clause.singles import single_phrases
from atodds.model.quantity import Hedge, Quantity, Role
from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from atodds.extract.clause.frame import Frame
    from atodds.extract.nouns import NounSet


def counted_phrases(frame: Frame, nouns: NounSet, *, singles: bool) -> Phrases:
    """
    Return the phrases of a sentence that count what `nouns` names, bare numbers included.

    With `singles`, one person without a number is a phrase too ("a soldier"). Rules that count the same nouns
    share the answer.
    """
    key = (id(nouns), singles)
    if key not in frame.phrases:
        frame.phrases[key] = _found(frame, nouns, singles=singles)
    return frame.phrases[key]


def _found(frame: Frame, nouns: NounSet, *, singles: bool) -> Phrases:
    if singles:
        numbered = counted_phrases(frame, nouns, singles=False)
        single = single_phrases(frame, nouns, numbered)
        return Phrases([*numbered, *single]) if single else numbered
    phrases: list[Counted] = []
    covered = -1
    for first, last, quantity in frame.quantities:
        if first <= covered or not _can_count(quantity):
            continue
        phrase = _from_number(frame, first, last, quantity, nouns)
        if phrase is not None:
            phrases.append(phrase)
            covered = phrase.last
    return Phrases(phrases)


def _can_count(quantity: Quantity) -> bool:
    return quantity.role in (Role.COUNT, Role.AGE) and float(quantity.stated[0]).is_integer()


def _from_number(frame: Frame, first: int, last: int, quantity: Quantity, nouns: NounSet) -> Counted | None:
    many = quantity.stated[1] != 1
    whole = _of_whole(frame, last + 1, quantity)
    if whole is not None:
        end, of_whole = whole
        if end > last + 1 and (
            frame.low[end] in frame.grammar.whole_pronouns or frame.low[end] in frame.index.states
        ):
            return Counted(first, end, quantity, "", of_whole=of_whole)
        at, many = end + 1, True
    elif quantity.role is Role.AGE:
        return None
    else:
        at, of_whole = last + 1, False
    if (
        whole is not None
        and at < len(frame)
        and frame.is_trigger(at)
        and not is_before_noun(frame, at, nouns)
    ):
        return Counted(first, at - 1, quantity, "", of_whole=of_whole)  # "hundreds of wounded"
    run = run_from(frame, at, nouns)
    head = head_of(frame, run, nouns, many=many)
    around = [frame.low[i] for i in run] + [frame.word(first - 1), frame.low[first]]
    others = "other" in around or "others" in around
    more = not others and any(
        word in frame.grammar.on_top for word in [*around[:-1], *_another(frame, first, last)]
    )
    if head is not None:
        of_whole = of_whole and quantity.stated[1] != 0 and frame.low[head] in _victims()
        inner = tuple(i for i in run if i < head)
        return Counted(first, head, quantity, frame.low[head], of_whole, others, more, inner=inner)
    if whole is not None:
        return None
    end_of_bare = _bare_end(frame, first, last, quantity, run)
    return (
        None if end_of_bare is None else Counted(first, end_of_bare, quantity, "", others=others, more=more)
    )


def _of_whole(frame: Frame, at: int, quantity: Quantity) -> tuple[int, bool] | None:
    """
    Return where the words before the noun end in "two of the 12 victims", and whether they name a whole.

    None where no "of" follows the number. "None of the workers" is nobody at all, no part.
    """
    if frame.word(at) != "of":
        return None
    after = frame.word(at + 1)
    if after in frame.grammar.whole_pronouns:
        return at + 1, quantity.stated[1] != 0
    if after not in frame.grammar.determiners and after not in ("his", "her", "their"):
        return at, False
    end = at + 1
    while frame.word(end + 1) and frame.tokens[end + 1].kind == "number":
        end += 1
    if frame.word(end + 1) in frame.index.states | frame.index.participles and end + 1 < len(frame):
        end += 1
    return end, quantity.stated[1] != 0


def _another(frame: Frame, first: int, last: int) -> list[str]:
    return [
        frame.low[i] for i in range(first, last + 1) if frame.low[i] in ("another", "further", "additional")
    ]


def _bare_end(frame: Frame, first: int, last: int, quantity: Quantity, run: list[int]) -> int | None:
    """Return the last token of a number without a noun: "12 were killed", "30 others"; not of "12 houses"."""
    if frame.word(first - 1) == "[" or _is_age(frame, first, quantity):
        return None
    end = last
    for at in run:
        if frame.low[at] not in frame.grammar.rest and not frame.is_adverb(at):
            return None
        if frame.low[at] in frame.grammar.rest:
            end = at
    return end


def _is_age(frame: Frame, at: int, quantity: Quantity) -> bool:
    """Tell the age in "Ana Ruiz, 31, was shot" and "Jerry Coleman, 31 all died" from a count."""
    return (
        quantity.hedge is Hedge.EXACT
        and frame.word(at - 1) == ","
        and at > 1
        and frame.tokens[at].kind == "number"
        and quantity.stated[0] < 110
        and ((frame.is_capital(at - 2) and frame.word(at - 3) not in (",", "")) or frame.word(at + 1) == ",")
    )


@cache
def _victims() -> frozenset[str]:
    """Return the words for a whole that a text has counted before: "two of the victims"."""
    return frozenset(load_table("populations")["wholes"])
