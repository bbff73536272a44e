"""Counted noun phrases: a number with whom it counts, "at least 13 Pakistani soldiers", "two of them"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from atodds.extract.clause.frame import Frame
from atodds.extract.nouns import NounSet
from atodds.model.interval import Interval
from atodds.model.quantity import Hedge, Quantity, Role
from atodds.rulebook.lexicon import load_table

_LONGEST = 9  # words between a number and its noun; longer strings of adjectives are none
_DEFINITE = frozenset({"the", "his", "her", "their", "its", "my"})
_BEFORE_MEMBER = frozenset({"and", ",", "with", "of", "killing", "killed", "shooting", "--", "-", "—", "–", ";", "after", "as", "that", "when"})
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth"})
_PRONOUNS = frozenset({"them", "whom", "those", "these", "us", "which"})
_ON_TOP = frozenset({"more", "another", "further", "additional"})


@dataclass(slots=True)
class Counted:
    """
    A number and its noun, as token places: `first` to `last`, both inclusive.

    `noun` is the head noun as worded, lower case, "" for a bare number ("12 were killed"). `of_whole` marks
    "two of them", "nine of the dead"; `others` and `more` mark who comes beside or on top of those before; `single` an indefinite article.
    A `silent` one counts only as a member of a list: "his wife" in "killed his wife and four daughters".
    `inner` are the places of words between number and noun ("wounded" in "12 wounded soldiers").
    """

    first: int
    last: int
    quantity: Quantity
    noun: str
    of_whole: bool = False
    others: bool = False
    more: bool = False
    single: bool = False
    silent: bool = False
    inner: tuple[int, ...] = ()

    @property
    def bare(self) -> bool:
        """Say whether no noun follows the number."""
        return not self.noun


def counted_phrases(frame: Frame, nouns: NounSet, *, singles: bool) -> list[Counted]:
    """Return the phrases of a sentence that count what `nouns` names, bare numbers included, in order."""
    phrases = []
    covered = -1
    for first, last, quantity in frame.quantities:
        if first <= covered or not _can_count(quantity):
            continue
        phrase = _from_number(frame, first, last, quantity, nouns)
        if phrase is not None:
            phrases.append(phrase)
            covered = phrase.last
    if singles:
        taken = {at for phrase in phrases for at in range(phrase.first, phrase.last + 1)}
        taken |= {
            at
            for first, last, quantity in frame.quantities
            if quantity.role not in (Role.FRACTION, Role.ORDINAL, Role.AGE)  # "wounded a third", "her 3-year-old"
            for at in range(first, last + 1)
        }
        phrases += [
            phrase
            for at in range(len(frame))
            if at not in taken
            and (phrase := _from_article(frame, at, nouns) or _silent(frame, at, nouns, taken)) is not None
        ]
        phrases.sort(key=lambda phrase: phrase.first)
    return phrases


def _can_count(quantity: Quantity) -> bool:
    return quantity.role in (Role.COUNT, Role.AGE) and float(quantity.stated[0]).is_integer()


def _from_number(frame: Frame, first: int, last: int, quantity: Quantity, nouns: NounSet) -> Counted | None:
    many = quantity.stated[1] != 1
    whole = _of_whole(frame, last + 1, quantity)
    if whole is not None:
        end, of_whole = whole
        if end > last + 1 and (frame.low[end] in _PRONOUNS or frame.low[end] in frame.index.states):
            return Counted(first, end, quantity, "", of_whole=of_whole)
        at, many = end + 1, True
    elif quantity.role is Role.AGE:
        return None
    else:
        at, of_whole = last + 1, False
    if whole is not None and at < len(frame) and _is_trigger(frame, at) and not _is_before_noun(frame, at, nouns):
        return Counted(first, at - 1, quantity, "", of_whole=of_whole)  # "hundreds of wounded"
    run = _run(frame, at, nouns)
    head = _head(frame, run, nouns, many=many)
    around = [frame.low[i] for i in run] + [frame.word(first - 1), frame.low[first]]
    others = "other" in around or "others" in around
    more = not others and any(word in _ON_TOP for word in [*around[:-1], *_another(frame, first, last)])
    if head is not None:
        of_whole = of_whole and quantity.stated[1] != 0 and frame.low[head] in _victims()
        inner = tuple(i for i in run if i < head)
        return Counted(first, head, quantity, frame.low[head], of_whole, others, more, inner=inner)
    if whole is not None:
        return None
    return _bare(frame, first, last, quantity, run, others=others, more=more)


def _of_whole(frame: Frame, at: int, quantity: Quantity) -> tuple[int, bool] | None:
    """
    Return where the words before the noun end in "two of the 12 victims", and whether they name a whole.

    None where no "of" follows the number. "None of the workers" is nobody at all, no part.
    """
    if frame.word(at) != "of":
        return None
    after = frame.word(at + 1)
    if after in _PRONOUNS:
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
    return [frame.low[i] for i in range(first, last + 1) if frame.low[i] in ("another", "further", "additional")]


def _bare(
    frame: Frame, first: int, last: int, quantity: Quantity, run: list[int], *, others: bool, more: bool
) -> Counted | None:
    """Take a number without a noun: "12 were killed", "30 others", "six more"; not "12 houses"."""
    if frame.word(first - 1) == "[" or _is_age(frame, first, quantity):
        return None
    end = last
    for at in run:
        if frame.low[at] not in frame.grammar.rest and not frame.is_adverb(at):
            return None
        if frame.low[at] in frame.grammar.rest:
            end = at
    return Counted(first, end, quantity, "", others=others, more=more)


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


def _run(frame: Frame, at: int, nouns: NounSet) -> list[int]:
    """Return the places of the words after a number up to where its noun phrase must have ended."""
    run: list[int] = []
    while at < len(frame) and len(run) < _LONGEST:
        if frame.tokens[at].text in "\"“”'‘’" and run == []:
            at += 1  # 12 "volunteers"
            continue
        if frame.low[at] == "'s":
            run.append(at)
            at += 1
            continue
        if at in frame.numbered and not frame.low[at].endswith(("old", "olds")):
            break
        if frame.is_stop(at) and not (frame.low[at] in frame.grammar.rest and frame.low[at] != "another"):
            break
        if _is_trigger(frame, at) and not _is_before_noun(frame, at, nouns):
            break
        run.append(at)
        at += 1
    return run


def _is_trigger(frame: Frame, at: int) -> bool:
    return frame.low[at] in frame.index.verbs or frame.low[at] in frame.index.states


def _is_before_noun(frame: Frame, at: int, nouns: NounSet) -> bool:
    """Tell "12 wounded soldiers" from "12 wounded, soldiers said": the noun follows, and nothing is done to it."""
    for i in range(at, min(at + 4, len(frame))):
        word = frame.low[i]
        if i > at and (frame.is_stop(i) or i in frame.numbered or frame.is_adverb(i)):
            return False
        if nouns.counts(word, many=True, capital=frame.tokens[i].text[:1].isupper()):
            return True
        if i > at and frame.is_verb_form(i):
            return False
    return False


def _head(frame: Frame, run: list[int], nouns: NounSet, *, many: bool) -> int | None:
    """
    Return the place of the head noun, or None if the number counts something else.

    The last counted noun of the run is the head, unless a further noun follows it: "12 police cars".
    """
    found = None
    for i in run:
        if nouns.counts(frame.low[i], many=many, capital=frame.tokens[i].text[:1].isupper()):
            found = i
        elif found is not None and (
            (frame.is_verb_form(i) and frame.low[i] != "'s")
            or frame.low[i].endswith("ing")
            or frame.low[i] in frame.index.tails
            or frame.is_adverb(i)
            or frame.low[i] in frame.grammar.rest
            or frame.low[i] in frame.grammar.verbs
            or (frame.is_capital(i) and not frame.is_capital(found))
        ):
            return found
    if found is None:
        return None
    after = [i for i in run if i > found]
    if after and frame.low[after[0]] == "'s":
        return None
    return found if not after else None


def _from_article(frame: Frame, at: int, nouns: NounSet) -> Counted | None:
    """Take "a soldier", "another man", "a third": one person without a number."""
    word = frame.low[at]
    if word not in ("a", "an", "another") or (at and frame.low[at - 1] in ("such", "what", "quite", "as", "like")):
        return None
    after = frame.word(at + 1)
    if after in _ORDINALS and (at + 2 >= len(frame) or frame.is_stop(at + 2) or _is_trigger(frame, at + 2)):
        return Counted(at, at + 1, _one(frame, at, at + 1), "", more=True, single=True)
    run = _run(frame, at + 1, nouns)
    if not run:
        bare = word == "another" and (after in frame.grammar.auxiliaries or _is_trigger_at(frame, at + 1))
        return Counted(at, at, _one(frame, at, at), "", more=True, single=True) if bare else None
    head = _head(frame, run, nouns, many=False)
    if head is None:
        return None
    more = word == "another" or after in _ORDINALS
    inner = tuple(i for i in run if i < head)
    return Counted(at, head, _one(frame, at, head), frame.low[head], more=more, single=True, inner=inner)


@cache
def _victims() -> frozenset[str]:
    """Return the words for a whole that a text has counted before: "two of the victims"."""
    return frozenset(load_table("populations")["wholes"])


def _silent(frame: Frame, at: int, nouns: NounSet, taken: set[int]) -> Counted | None:
    """Take one person that a list can hold without a number: "his wife", "the driver", "woman", "Ana Ruiz"."""
    if frame.low[at] in _DEFINITE:
        run = _run(frame, at + 1, nouns)
        head = _head(frame, run, nouns, many=False) if run else None
        last = head
    elif at and frame.word(at - 1) not in _BEFORE_MEMBER:
        return None
    elif nouns.counts(frame.low[at], many=False) and not (at and frame.is_capital(at)):
        last = at
    else:
        last = _end_of_name(frame, at, taken)
    if last is None or any(i in taken for i in range(at, last + 1)):
        return None
    headline = at == 0 and frame.low[at] not in _DEFINITE and _is_trigger_at(frame, last + 1) and last == at
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
        and not _is_trigger(frame, last)
        and frame.low[last] not in frame.grammar.months
    ):
        last += 1
    return last - 1 if last > at else None


def _is_trigger_at(frame: Frame, at: int) -> bool:
    return at < len(frame) and _is_trigger(frame, at)


def _one(frame: Frame, first: int, last: int) -> Quantity:
    span = (frame.tokens[first].start, frame.tokens[last].end)
    point = Interval.exactly(1)
    return Quantity(frame.text[slice(*span)], span, Hedge.EXACT, "", (1, 1), point, point, "single")
