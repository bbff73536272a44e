"""Tails: the words that belong to a trigger behind its head, "take ... into custody"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atodds.extract.clause.frame import Frame
    from atodds.extract.triggers import Trigger


def tail_end(frame: Frame, trigger: Trigger, at: int, *, gap: int) -> int | None:
    """
    Return the place behind the trigger's last word, or None where its tail does not follow.

    Up to `gap` tokens may stand before the tail (an object), and one adjective inside it: "taken to a nearby
    hospital".
    """
    if not trigger.tail:
        return at
    for start in range(at, min(at + gap, len(frame)) + 1):
        word = frame.word(start)
        if word in trigger.tail[0]:
            end = _match_tail(frame, trigger, start)
            if end is not None:
                return end
        if word in (";", ".", ":"):
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
