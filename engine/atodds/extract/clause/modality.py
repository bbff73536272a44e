"""Modality: whether a sentence asserts what it words, or denies, fears, plans or supposes it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from atodds.extract.clause.bound import Bound
    from atodds.extract.clause.frame import Frame, Group

_KINDS = ("denied", "feared", "threatened", "planned", "attempted", "expected", "supposed")
_CLAUSE_ENDS = frozenset(
    {
        ";",
        "why",
        "how",
        "after",
        "when",
        "while",
        "since",
        "where",
        "which",
        "who",
        "killing",
        "wounding",
        "leaving",
    }
)
_FARTHEST = 14  # tokens from a cue to the claim it governs


def not_asserted(frame: Frame, bound: Bound) -> str:
    """Return why the sentence does not assert the claim ("denied", "feared", "planned"), or ""."""
    start = min(bound.at, bound.phrase.first)
    return unasserted(frame, bound.group, start, nobody=bound.phrase.quantity.stated[1] == 0)


def unasserted(frame: Frame, group: Group | None, start: int, *, nobody: bool = False) -> str:
    """
    Return why the sentence does not assert what begins at a token under a verb group, or "".

    `nobody` says that it counts nobody, so that its "not" denies nothing.
    """
    if group is not None and (reason := _in_group(frame, group, nobody=nobody)):
        return reason
    return _before(frame, start if group is None else min(start, group.start))


def _in_group(frame: Frame, group: Group, *, nobody: bool) -> str:
    table = load_table("modality")
    reason: str = table["group"].get(group.modal, "")
    if reason:
        return reason
    if group.negated and not nobody:
        return "denied"
    if "feared" in group.words:
        return "feared"
    if group.to and not _asserts(frame, group):
        return "infinitive"
    return ""


def _asserts(frame: Frame, group: Group) -> bool:
    """Tell "believed to have been killed" from "ordered to be killed"."""
    asserting = load_table("modality")["asserting_infinitive"]
    at = group.start + group.words.index("to") if "to" in group.words else group.start
    if any(word in load_table("modality")["causing"] for word in frame.low[max(0, at - 8) : at]):
        return True  # "forced some 300 families to flee"
    before = [
        frame.word(at - 1),
        f"{frame.word(at - 2)} {frame.word(at - 1)}",
        *group.words[: at - group.start],
    ]
    return any(word in asserting for word in before)


def _before(frame: Frame, start: int) -> str:
    """Look for a cue before the claim in its own clause: "fears that 40 may have died"."""
    floor = max(0, start - _FARTHEST)
    at = start - 1
    while at >= floor and frame.low[at] not in _CLAUSE_ENDS:
        at -= 1
    cues = _cues()
    for i in range(at + 1, start):
        if frame.low[i] not in _openers():
            continue
        for length in (3, 2, 1):
            if i + length > start:
                continue
            cue = " ".join(frame.low[i : i + length])
            reason = cues.get(cue, "")
            if reason and (not cue.endswith(" to") or i + length >= start - 1):
                return reason
    return ""


@cache
def _cues() -> dict[str, str]:
    table = load_table("modality")
    return {cue: kind for kind in _KINDS for cue in table[kind]}


@cache
def _openers() -> frozenset[str]:
    return frozenset(cue.split()[0] for cue in _cues())
