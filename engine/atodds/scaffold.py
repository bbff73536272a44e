"""A first draft of a rule, made from one sentence and the number in it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atodds.errors import AtoddsError
from atodds.extract.calendar.lengths import in_days, is_length
from atodds.extract.grammar import grammar
from atodds.extract.quantities import find_quantities
from atodds.extract.tokens import lex
from atodds.model.quantity import Role
from atodds.mutation import said_as
from atodds.rulebook.inflect import verb_forms
from atodds.rulebook.lexicon import word_list
from atodds.rulebook.uninflect import infinitive, singular

if TYPE_CHECKING:
    from atodds.model.interval import Number
    from atodds.model.quantity import Quantity

_UNITS: Final = {Role.MONEY: "money", Role.PERCENT: "percent"}
_ASKED: Final = {Role.MONEY: "How much money", Role.PERCENT: "What percentage"}
_STATES: Final = {"miss"}  # verbs whose -ing form is an adjective: "missing"
_NEAR: Final = 5  # words between a figure and its verb


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted rule: its id and the text of its file."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the sentence says of the number: the key that the word belongs under, the word, as worded."""

    key: str
    word: str
    worded: str


def scaffold(sentence: str, number: str = "", rule_id: str = "") -> Draft:
    """
    Draft a quantity rule from a sentence like "Rebels destroyed 14 bridges".

    `number` picks one of several numbers by how it is written. The draft has the noun that is counted, the
    verb, and tests made of the sentence; it loads as it is. Raises AtoddsError if the sentence has no number.
    """
    sentence = " ".join("".join(char if char.isprintable() else " " for char in sentence).split())
    quantity = _chosen(find_quantities(sentence), number)
    low = [token.lower for token in lex(sentence) if token.end <= quantity.span[0]]
    after = [token.lower for token in lex(sentence) if token.start >= quantity.span[1]]
    noun, rest = _noun(after)
    frame = _frame(low, rest, noun)
    name = rule_id or re.sub(r"[^a-z0-9]+", "-", f"{noun} {frame.worded}".strip()).strip("-") or "new-rule"
    return Draft(name, _written(name, sentence, quantity, noun, frame))


def _chosen(quantities: list[Quantity], number: str) -> Quantity:
    if number:
        quantities = [quantity for quantity in quantities if number in quantity.words]
    if not quantities:
        wanted = f"number {number!r}" if number else "number"
        raise AtoddsError(f"the sentence has no {wanted}; give one such as 'Rebels destroyed 14 bridges.'")
    return quantities[0]


def _noun(after: list[str]) -> tuple[str, list[str]]:
    """Return the counted noun as worded and the words behind it; "12 armed men" counts men."""
    words = grammar()
    last = -1
    for at, word in enumerate(after[:_NEAR]):
        if not word.isalpha() or word in words.prepositions | words.be | words.have | words.modals:
            break
        if singular(word):
            return word, after[at + 1 :]
        if infinitive(word) and at:
            break
        last = at
    return (after[last], after[last + 1 :]) if last >= 0 else ("", after)


def _frame(before: list[str], after: list[str], noun: str) -> _Frame:
    """Find the verb of the number: behind it ("were destroyed", "collapsed"), or before it ("destroyed")."""
    words = grammar()
    passive = False
    for word in after[:_NEAR]:
        if word in words.be:
            passive = True
        elif not word.isalpha() or word in words.prepositions:
            break
        elif verb := _verb(word):
            # "were destroyed" is done to them, "were fleeing" they do, and "are missing" is a state.
            if passive and verb in _STATES:
                return _Frame("states", word, word)
            return _Frame("triggers" if passive and not word.endswith("ing") else "acts", verb, word)
        elif passive and word not in words.adverbs:
            return _Frame("states", word, word)
    for word in reversed(before[-_NEAR:]):
        if verb := _verb(word):
            forms = verb_forms(verb).participle
            return _Frame("triggers", verb, word if word in forms else min(forms))
    if not noun:  # "turnout was 61 percent"
        named = next((word for word in before if word.isalpha() and word not in words.determiners), "figure")
        return _Frame("nouns", singular(named) or named, "")
    return _Frame("nouns", singular(noun) or noun, "")


def _verb(word: str) -> str:
    return "" if word in grammar().auxiliaries else infinitive(word)


def _written(name: str, sentence: str, quantity: Quantity, noun: str, frame: _Frame) -> str:
    """Return the rule file of a draft."""
    counted = singular(noun) or noun
    person = counted in word_list("people")
    unit = _UNITS.get(quantity.role, "people" if person else "things")
    lasts = _is_length(quantity)
    find = [f"  {'triggers' if lasts else frame.key}: [{_quoted(frame.word)}]"]
    if lasts:
        unit = "people"
    elif frame.key != "nouns" and quantity.role not in _UNITS:
        hint = "  # $people stands for all kinds of people" if person else ""
        find.insert(0, f"  counts: [{_quoted(counted)}]{hint}")
    if unit != "people":
        find.append(f"  unit: {unit}")
    start, end = quantity.span
    other = f"{sentence[:start]}{said_as(_contradicting(quantity), quantity)}{sentence[end:]}"
    return _TEMPLATE.format(
        name=name,
        kind="duration" if lasts else "quantity",
        question=_quoted(_question(quantity, noun, frame)),
        find="\n".join(find),
        sentence=_quoted(sentence),
        other=_quoted(other),
        denied=_quoted(f"The spokesman denied that {sentence[0].lower()}{sentence[1:]}"),
        claim=_quoted(str(in_days(quantity).allowed if lasts else quantity.allowed)),
    )


def _is_length(quantity: Quantity) -> bool:
    return is_length(quantity.unit) and quantity.role in (Role.MEASURE, Role.TIME)


def _question(quantity: Quantity, noun: str, frame: _Frame) -> str:
    if _is_length(quantity):
        return f"How long did it {frame.word}?"
    if quantity.role in _UNITS:
        return f"{_ASKED[quantity.role]} was {frame.worded or frame.word}?"
    done = {"triggers": f"were {frame.worded}", "states": f"are {frame.worded}", "nouns": "were there"}
    return f"How many {noun or 'of them'} {done.get(frame.key, frame.worded)}?"


def _contradicting(quantity: Quantity) -> Number:
    """Return a plain figure that the quantity does not allow."""
    low, high = quantity.stated
    figures: tuple[Number, ...] = (2 * high or 1, low // 2)
    return next((figure for figure in figures if figure not in quantity.allowed), figures[0])


def _quoted(text: str) -> str:
    """Return a text as YAML, in quotes unless it is plain words."""
    return text if re.fullmatch(r"[a-z][a-z -]*", text) else json.dumps(text, ensure_ascii=False)


_TEMPLATE: Final = """\
id: {name}
kind: {kind}
question: {question}
severity: error
find:
{find}
tests:
  - name: two figures that cannot both hold
    articles:
      herald: {sentence}
      courier: {other}
    expect: {{conflict: [herald, courier]}}
  - text: {sentence}
    claims: [{claim}]
  - text: {denied}
    claims: []
  # Add sentences that look alike and say something else, each with claims: [].
"""
