"""Bind numbers to triggers: for one trigger in one sentence, the phrases it counts and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from atodds.extract.clause.counted import Counted
from atodds.extract.clause.frame import Frame, Group
from atodds.extract.numbers.hedge_rows import hedge_table
from atodds.extract.clause.reach import ending_at, has_own_predicate, objects, opening, starting_at, subjects
from atodds.extract.triggers import Trigger, Voice
from atodds.model.quantity import Hedge

_LONGEST_WAY = 4  # tokens between a passive and its particles: "were taken by ambulance to hospital"
_LONGEST_GAP = 9  # tokens between a verb and its particles: "took at least 12 aid workers hostage"
_COMPANY_REACH = 16  # tokens between a verb and "along with two guards"
_TOLL_REACH = 16  # tokens between "death toll" and its figure
_TOLL_LEADS = frozenset({"to", "at", "of", "is", "was", "stands", "stood", "reached", "reaches", "hit", "hits", "topped", "tops", "passed", "passes", "exceeded", "exceeds", "climbed", "surpassed", "surpasses", ":", "above", "past", "beyond", "exceed", "topping", "passing", "near", "nears", "neared", "approaches", "over", "were", "are", "as", "exceeding", "reaching", "stands", "include", "included", "includes", "be", "been", "totaled", "totalled", "numbered", "had", "-", "–", "—"})


_TOLL_PASSED = frozenset({"topped", "tops", "topping", "passed", "passes", "passing", "exceeded", "exceeds", "exceed", "exceeding", "surpassed", "surpasses", "above", "past", "beyond"})


@dataclass(slots=True)
class Bound:
    """
    A phrase bound to a trigger: `start` to `end` are the tokens of the evidence.

    `group` is the verb group where the trigger is a verb. Members of one list share a number in `listed`;
    `complete` says that the list holds nothing that is not counted. `named` some of a whole known before ("among the dead were"). `at` is the trigger's
    place.
    """

    trigger: Trigger
    phrase: Counted
    at: int
    end: int
    group: Group | None = None
    listed: int = 0
    complete: bool = False
    named: bool = False


def bind(frame: Frame, trigger: Trigger, at: int, phrases: Sequence[Counted]) -> list[Bound]:
    """Return what the trigger at a place counts; none where its tail or adverb is missing."""
    named = [
        Bound(trigger, phrase, at, max(at, phrase.last) + 1, named=True)
        for phrase in _some_of_them(frame, phrases, at)
    ]
    return [*named, *_bind(frame, trigger, at, phrases)]


def _bind(frame: Frame, trigger: Trigger, at: int, phrases: Sequence[Counted]) -> list[Bound]:
    if trigger.voice is Voice.NONE_OF:
        return []
    if trigger.voice in (Voice.DONE_TO, Voice.DONE_BY):
        return _bind_verb(frame, trigger, at, phrases)
    end = _tail_end(frame, trigger, at + 1, gap=0)
    if end is None:
        return []
    if trigger.voice is Voice.STATE:
        return _bind_state(frame, trigger, at, end, phrases)
    if trigger.voice is Voice.NOUN:
        return _bind_noun(frame, trigger, at, end, phrases)
    return _bind_toll(frame, trigger, at, end, phrases)


def _some_of_them(frame: Frame, phrases: Sequence[Counted], at: int) -> list[Counted]:
    """Find who is counted among the dead: "Among those killed were two nuns", "six children were among the dead"."""
    before = at - 1
    while before in frame.numbered:
        before -= 1
    if frame.word(before) not in ("the", "those"):
        return []
    behind = at + 1
    if frame.word(behind) in frame.grammar.be or frame.word(behind) in ("include", "included", "includes"):
        return objects(frame, phrases, behind + 1)
    if frame.word(before - 1) != "among":
        return []
    return subjects(frame, phrases, frame.group(before - 1))


def _bound(
    frame: Frame, trigger: Trigger, found: list[Counted], at: int, end: int, group: Group | None = None
) -> list[Bound]:
    """Bind the members of a list; silent ones alone count nobody."""
    found = _without_apposition(found)
    if all(phrase.silent for phrase in found):
        return []
    listed = frame.start + found[0].first + 1 if len(found) > 1 else 0
    complete = bool(listed) and not any(p.of_whole or p.bare or p.others or p.more for p in found)
    return [Bound(trigger, phrase, at, end, group, listed, complete) for phrase in found]


def _without_apposition(found: list[Counted]) -> list[Counted]:
    """Keep only "three victims" of "three victims, a boy of six, his mother and a man of 40"."""
    values = {id(phrase): phrase.quantity.stated[0] for phrase in found}
    for phrase in found:
        if len(found) > 2 and values[id(phrase)] == sum(values.values()) - values[id(phrase)]:
            return [phrase]
    return found


def _tail_end(frame: Frame, trigger: Trigger, at: int, *, gap: int) -> int | None:
    """
    Return the place behind the trigger's last word, or None where its tail does not follow.

    Up to `gap` tokens may stand before the tail (an object), and one adjective inside it: "taken to a nearby
    hospital".
    """
    if not trigger.tail:
        return at
    for start in range(at, min(at + gap, len(frame)) + 1):
        if frame.word(start) in trigger.tail[0]:
            end = _match_tail(frame, trigger, start)
            if end is not None:
                return end
        if frame.word(start) in (";", ".", ":"):
            return None
    return None


def _match_tail(frame: Frame, trigger: Trigger, start: int) -> int | None:
    at = start
    for wanted in trigger.tail:
        spare = 4 if at > start else 0
        while frame.word(at) not in wanted:
            if not spare or at >= len(frame) or frame.tokens[at].kind == "punct" or frame.is_verb_form(at):
                return None
            spare -= 1
            at += 1
        at += 1
    return at


def _bind_verb(frame: Frame, trigger: Trigger, at: int, phrases: Sequence[Counted]) -> list[Bound]:
    group = frame.group(at)
    if trigger.adverb and trigger.adverb not in group.words and frame.word(at + 1) != trigger.adverb:
        return []
    end = _tail_end(frame, trigger, at + 1, gap=0 if trigger.voice is Voice.DONE_BY else _LONGEST_WAY)
    if trigger.voice is Voice.DONE_BY:
        return [] if end is None else _bound(frame, trigger, _acting(frame, trigger, group, phrases), at, end, group)
    straight = end is not None and not any(
        i in frame.numbered or frame.tokens[i].kind == "punct" for i in range(at + 1, end)
    )
    if end is not None and straight and trigger.participle:
        passive = _passive(frame, trigger, group, end, phrases)
        if passive is not None:
            return _bound(frame, trigger, passive, at, end, group)
    end = _tail_end(frame, trigger, at + 1, gap=_LONGEST_GAP)
    if end is None:
        return []
    if (trigger.active or group.have) and not (group.passive and trigger.participle and not trigger.ing):
        found = objects(frame, phrases, at + 1)
        if not found and trigger.tail:
            found = objects(frame, phrases, end)
        if found:
            return _bound(frame, trigger, found, at, max(end, found[-1].last + 1), group)
    return []


def _acting(frame: Frame, trigger: Trigger, group: Group, phrases: Sequence[Counted]) -> list[Counted]:
    """Return who dies or flees; "after 12 died" and "12 dying" too, "died 12 days later" not."""
    if trigger.ing and frame.word(group.start - 1) in frame.grammar.prepositions:
        return []
    return subjects(frame, phrases, group)


def _passive(
    frame: Frame, trigger: Trigger, group: Group, end: int, phrases: Sequence[Counted]
) -> list[Counted] | None:
    """Return the subjects of a passive or a reduced one, None if the verb is active."""
    if group.passive or (group.linked and not group.have):
        if frame.word(group.at + 1) in frame.grammar.be and (found := objects(frame, phrases, group.at + 2)):
            return found
        found = subjects(frame, phrases, group)
        return [*found, *_along_with(frame, phrases, end)] or _inverted(frame, phrases, group)
    if frame.word(group.at + 1) in frame.grammar.be:
        return objects(frame, phrases, group.at + 2) or None  # "Also killed were two drivers"
    if group.have or group.modal or group.to:
        return None
    near = ending_at(phrases, group.start - 1)
    if near is None:
        return _reduced_far(frame, phrases, group, end)
    following = opening(frame, phrases, end, frame.grammar.adverbs)
    if following is not None and not has_own_predicate(frame, following):
        return None  # "Two gunmen killed 12 people"
    if _opens_object(frame, end):
        return None
    return subjects(frame, phrases, group)


def _along_with(frame: Frame, phrases: Sequence[Counted], end: int) -> list[Counted]:
    """Find who shared the fate: "Ruiz was shot dead along with two of his drivers"."""
    for at in range(end, min(end + _COMPANY_REACH, len(frame) - 1)):
        if frame.low[at] in (";", "after", "when", "while", "who") or frame.low[at] in frame.grammar.auxiliaries:
            return []
        if frame.low[at] in ("along", "together") and frame.low[at + 1] == "with":
            return objects(frame, phrases, at + 2)
    return []


def _inverted(frame: Frame, phrases: Sequence[Counted], group: Group) -> list[Counted]:
    """Find the subject behind its verb: "in the attack were killed two sergeants"."""
    if frame.word(group.start) not in frame.grammar.be:
        return []
    first = starting_at(phrases, group.at + 1)
    return [] if first is None or first.bare else objects(frame, phrases, group.at + 1)


def _reduced_far(
    frame: Frame, phrases: Sequence[Counted], group: Group, end: int
) -> list[Counted] | None:
    """Take "12 people, including nine children, killed in": a participle with its subject further off."""
    if frame.word(group.start - 1) not in (",", ")", "-", "--", "—", "–") and not frame.grammar.prepositions & {
        frame.word(end)
    }:
        return None
    if _opens_object(frame, end) or starting_at(phrases, end) is not None or frame.word(end) in ("by",):
        return None
    for phrase in sorted(phrases, key=lambda p: -p.last):
        if phrase.last < group.start and not phrase.single:
            between = frame.low[phrase.last + 1 : group.start]
            plain = between and (between[0] in frame.grammar.prepositions or between[0] == ",")
            if plain and len(between) < 12 and not any(
                frame.is_verb_form(i) for i in range(phrase.last + 1, group.start)
            ):
                return subjects(frame, [phrase], group)
    return None


def _opens_object(frame: Frame, at: int) -> bool:
    """Say whether an uncounted object begins here: "killed the mayor", "killed his wife", "killed Ruiz"."""
    word = frame.word(at)
    if word in ("the", "a", "an", "his", "her", "their", "its", "another", "each", "him", "them", "himself", "themselves", "herself"):
        return True
    if at >= len(frame) or at in frame.numbered or word in frame.grammar.weekdays or word in frame.grammar.months:
        return False
    return frame.is_capital(at) and frame.tokens[at].kind == "word" and word not in frame.grammar.prepositions


def _bind_state(
    frame: Frame, trigger: Trigger, at: int, end: int, phrases: Sequence[Counted]
) -> list[Bound]:
    inside = next((p for p in phrases if at in p.inner), None)
    if inside is not None:
        return _bound(frame, trigger, [inside], at, end)
    at -= len(trigger.lead)
    if tuple(frame.low[max(0, at) : at + len(trigger.lead)]) != trigger.lead:
        return []
    group = frame.group(at)
    if near := ending_at(phrases, group.start - 1):
        if _is_before_thing(frame, end):
            return []  # "12 dead bodies" is bound above; "12 missing paintings" never
        return _bound(frame, trigger, [near, *_listed_before(frame, phrases, near, group)], at, end, group)
    if frame.word(group.start - 1) in ("or", "and") and frame.word(group.start - 2) in frame.index.states:
        earlier = frame.group(group.start - 2)
        if near := ending_at(phrases, earlier.start - 1):
            return _bound(frame, trigger, [near], at, end, group)
    if group.passive or group.linked:
        return _bound(frame, trigger, subjects(frame, phrases, group), at, end, group)
    if frame.word(end) == ":" and (first := starting_at(phrases, end + 1)):
        return _bound(frame, trigger, [first], at, first.last + 1, group)
    return []


def _is_before_thing(frame: Frame, at: int) -> bool:
    """Say whether a state goes with a plural behind it, "missing paintings", not with the number before it."""
    return (
        at < len(frame)
        and frame.low[at].endswith("s")
        and frame.tokens[at].kind == "word"
        and not (frame.is_stop(at) or frame.is_adverb(at) or frame.is_verb_form(at) or frame.is_capital(at))
    )


def _listed_before(
    frame: Frame, phrases: Sequence[Counted], near: Counted, group: Group
) -> list[Counted]:
    return [p for p in subjects(frame, phrases, group) if p is not near]


def _bind_noun(
    frame: Frame, trigger: Trigger, at: int, end: int, phrases: Sequence[Counted]
) -> list[Bound]:
    """Bind "the deaths of 12 people"; the count of the noun itself, "12 deaths", is a phrase of its own."""
    if frame.word(end) in ("[", "("):
        end += 1  # "the massacre [of six priests]"
    if frame.word(end) in ("of", "to", "among") and (found := objects(frame, phrases, end + 1)):
        return _bound(frame, trigger, found, at, found[-1].last + 1)
    return []


def _bind_toll(
    frame: Frame, trigger: Trigger, at: int, end: int, phrases: Sequence[Counted]
) -> list[Bound]:
    """Bind the figure behind "death toll", or before it in "brought to 12 the number of dead"."""
    before = at - 1
    while before >= 0 and (frame.low[before] in frame.grammar.determiners or frame.low[before] in ("official", "overall", "total")):
        before -= 1
    if (near := ending_at(phrases, before)) and frame.word(near.first - 1) in ("to", "at"):
        return _bound(frame, trigger, [near], near.first, end)
    figure = None
    for phrase in phrases:
        if not end <= phrase.first < end + _TOLL_REACH or phrase.single or phrase.of_whole:
            continue
        between = frame.low[end : phrase.first]
        if any(word in (";", "including", "among") for word in between):
            break
        if frame.word(phrase.first - 1) == "from" and frame.word(phrase.last + 1) == "to":
            continue
        lead = phrase.first - 1
        while lead > end and frame.is_adverb(lead):
            lead -= 1  # "the toll is now 12"
        if phrase.first == end or frame.word(lead) in _TOLL_LEADS or frame.is_adverb(lead):
            figure = _passed(phrase) if frame.word(lead) in _TOLL_PASSED else phrase
            break
    return [] if figure is None else _bound(frame, trigger, [figure], at, figure.last + 1)


def _passed(phrase: Counted) -> Counted:
    """Read "the toll passed 50" as more than 50."""
    value = phrase.quantity
    if value.hedge is not Hedge.EXACT:
        return phrase
    row = hedge_table().rows["more_than"]
    low, high = value.stated
    return replace(
        phrase,
        quantity=replace(
            value,
            hedge=row.hedge,
            allowed=row.allowed.interval(low, high, 1),
            implied=row.implied.interval(low, high, 1),
            row=row.id,
        ),
    )
