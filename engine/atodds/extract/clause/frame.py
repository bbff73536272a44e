"""A sentence as the extractor sees it: tokens, quantities and verb groups, each found once for all rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from atodds.extract.cues import Cue, find_cues
from atodds.extract.grammar import Grammar, grammar
from atodds.extract.quantities import find_all
from atodds.extract.tokens import Token, lex
from atodds.extract.word_classes import ADVERB, STOP, TRIGGER, VERB
from atodds.model.quantity import Role

if TYPE_CHECKING:
    from atodds.extract.clause.counted import Phrases
    from atodds.extract.triggers import Trigger, TriggerIndex
    from atodds.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Group:
    """
    A verb group: "have also been shot and killed".

    `start` is its first token, `at` the verb that was asked for. `passive` groups have a form of be or get;
    `have` marks the perfect, `to` an infinitive. `words` are its lower-case tokens.
    """

    start: int
    at: int
    passive: bool
    have: bool
    modal: str
    to: bool
    negated: bool
    linked: bool
    words: tuple[str, ...]


class Frame:
    """One sentence: `text[start:end]`, with everything that does not depend on a single rule."""

    def __init__(self, text: str, start: int, end: int, index: TriggerIndex) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.index = index
        self.tokens: list[Token] = lex(text, start, end)
        self.low: list[str] = [token.lower for token in self.tokens]
        self.classes: list[int] = [index.classes[word] for word in self.low]
        self.grammar: Grammar = grammar()
        self.phrases: dict[tuple[int, bool], Phrases] = {}
        self._groups: dict[int, Group] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, at: int) -> str:
        """Return the lower-case token at a place, "" outside the sentence."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    @cached_property
    def capitals(self) -> bool:
        """Say whether no capital tells a name apart here: all words are in capitals, or begin with one."""
        letters = [token.text for token in self.tokens if token.kind == "word" and len(token.text) > 3]
        upper = sum(map(str.isupper, letters)) > 0.6 * len(letters)
        titled = len(letters) > 2 and sum(word[0].isupper() for word in letters) > 0.8 * len(letters)
        return bool(letters) and (upper or titled)

    @cached_property
    def words(self) -> str:
        """Return the sentence as printed, white space folded."""
        return " ".join(self.text[self.start : self.end].split())

    @cached_property
    def cues(self) -> list[Cue]:
        """Return the words of the sentence that credit somebody."""
        return find_cues(self.tokens)

    @cached_property
    def quantities(self) -> list[tuple[int, int, Quantity]]:
        """Return (first token, last token, quantity) for every number of the sentence, whatever its role."""
        found = find_all(self.text, self.tokens)
        if not found:
            return []
        starts = {token.start: i for i, token in enumerate(self.tokens)}
        ends = {token.end: i for i, token in enumerate(self.tokens)}
        placed = []
        for quantity in found:
            first, last = starts.get(quantity.span[0]), ends.get(quantity.span[1])
            if first is not None and last is not None:
                placed.append((first, last, quantity))
        return placed

    @cached_property
    def numbered(self) -> frozenset[int]:
        """Return the places of all tokens that belong to a quantity."""
        return frozenset(
            at
            for first, last, quantity in self.quantities
            if quantity.role is not Role.ORDINAL  # "a third employee" counts the employee
            for at in range(first, last + 1)
        )

    @cached_property
    def triggers(self) -> dict[str, list[tuple[int, Trigger]]]:
        """Return, for each rule, the places of its trigger words in order."""
        found: dict[str, list[tuple[int, Trigger]]] = {}
        by_word = self.index.by_word
        for at, word in enumerate(self.low):
            if word in by_word:
                for trigger in by_word[word]:
                    found.setdefault(trigger.rule, []).append((at, trigger))
        return found

    def is_stop(self, at: int) -> bool:
        """Say whether no noun phrase goes past this token."""
        return bool(self.classes[at] & STOP) or self.tokens[at].kind == "punct"

    def is_verb_form(self, at: int) -> bool:
        """Say whether a word looks like a finite verb or participle: listed, a trigger, or in -ed."""
        return bool(self.classes[at] & VERB)

    def is_trigger(self, at: int) -> bool:
        """Say whether a word is a verb or state that some rule listens for; none is behind the sentence."""
        return at < len(self.low) and bool(self.classes[at] & TRIGGER)

    def is_adverb(self, at: int) -> bool:
        """Say whether a word may stand inside a verb group or behind a noun phrase without being a noun."""
        return 0 <= at < len(self.low) and bool(self.classes[at] & ADVERB)

    def is_capital(self, at: int) -> bool:
        """Say whether a word is written as a name is, where the sentence tells names apart at all."""
        return not self.capitals and self.tokens[at].text[:1].isupper()

    def skip(self, at: int, words: frozenset[str]) -> int:
        """Return the first place from `at` on whose word is not one of `words`."""
        while at < len(self.low) and self.low[at] in words:
            at += 1
        return at

    def group(self, at: int) -> Group:
        """Return the verb group that ends in the verb at a place."""
        if at not in self._groups:
            self._groups[at] = self._group(at)
        return self._groups[at]

    def _group(self, at: int) -> Group:
        seen: set[str] = set()
        modal = ""
        start = at
        while start > 0:
            kind = self._part_of_group(start - 1, seen)
            if kind == "chain":
                start -= 1  # "were shot and killed"
            elif kind == "modal":
                modal = self.low[start - 1]
            elif not kind:
                break
            seen.add(kind)
            start -= 1
        while start < at and self.low[start] in ("one", "another", "more"):
            start += 1
        return Group(
            start,
            at,
            passive="passive" in seen,
            have="have" in seen,
            modal=modal,
            to="to" in seen,
            negated="negated" in seen,
            linked="linked" in seen,
            words=tuple(self.low[start : at + 1]),
        )

    def _part_of_group(self, at: int, seen: set[str]) -> str:
        """Return what a word is to the verb group behind it, "" if it is no part of it."""
        words, word = self.grammar, self.low[at]
        if word in words.group_parts:
            return words.group_parts[word]
        if word in words.linking and at > 0 and ("passive" in seen or "to" in seen or "have" not in seen):
            return "linked"
        if word in ("and", "or", ",") and at > 0 and self._is_participle(at - 1):
            return "chain"
        if word == "as" and self.word(at - 1) in words.linking:
            return "linked"  # "were listed as missing"
        return "adverb" if self.is_adverb(at) else ""

    def _is_participle(self, at: int) -> bool:
        word = self.low[at]
        before = self.low[at - 1] if at else ""
        return word in self.index.participles and (
            before in self.grammar.be
            or before in self.grammar.adverbs
            or before in self.grammar.get
            or at - 1 in self.numbered  # "12 shot and killed in Hato"
        )
