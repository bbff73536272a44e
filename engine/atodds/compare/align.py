"""Lay two wordings side by side: the stretch they share, and what changed inside and at its edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from atodds.compare.lexis import content, lexis, shared, weight
from atodds.compare.words import Word

_LONGEST = 600  # words; beyond it only the beginnings are compared
_GLUED = {
    frozenset({"'s", "is"}),
    frozenset({"'s", "has"}),
    frozenset({"d", "would"}),
    frozenset({"d", "had"}),
}

Words = Sequence[Word]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of both wordings that is the same, or has changed; one side may be empty."""

    a: tuple[Word, ...]
    b: tuple[Word, ...]
    same: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """
    Two wordings side by side.

    `blocks` cover both from end to end; `core` is the range of blocks in which they run together. A side is
    clean where the core begins or ends with a quotation, or with a sentence of both. `edges` are
    the rests of sentences that stand beside the core on both sides. `coverage` is the weight of the shared
    words as a part of the shorter wording's, `shared` that weight. Of very long wordings only the beginnings
    are laid out, and the alignment is not `complete`.
    """

    blocks: tuple[Block, ...]
    core: tuple[int, int]
    left_clean: bool
    right_clean: bool
    edges: tuple[Block, ...]
    coverage: float
    shared: float
    complete: bool

    @property
    def changes(self) -> tuple[Block, ...]:
        """Return what changed inside the core."""
        return tuple(block for block in self.blocks[slice(*self.core)] if not block.same)


def align(a: Words, b: Words) -> Alignment:
    """Lay two wordings side by side; time grows with the product of their lengths, which is bounded."""
    complete = max(len(a), len(b)) <= _LONGEST
    a, b = tuple(a[:_LONGEST]), tuple(b[:_LONGEST])
    blocks = _blocks(a, b)
    first, last = _core(blocks)
    core = blocks[first:last]
    left = _side(blocks[:first], "a"), _side(blocks[:first], "b")
    right = _side(blocks[last:], "a"), _side(blocks[last:], "b")
    left_edge = Block(_sentence_end(left[0]), _sentence_end(left[1]))
    inside = _side(core, "a"), _side(core, "b")
    right_edge = Block(_rest(inside[0], right[0]), _rest(inside[1], right[1]))
    left_clean = _is_clean(left, left_edge)
    right_clean = _is_clean(right, right_edge)
    edges = [edge for edge, clean in ((left_edge, left_clean), (right_edge, right_clean)) if not clean]
    both = sum(weight(word.key for word in block.a) for block in core if block.same)
    both += 0.6 * sum(_soft(block) for block in core if not block.same)
    shorter = min(weight(word.key for word in words) for words in (a, b))
    return Alignment(
        blocks=tuple(blocks),
        core=(first, last),
        left_clean=left_clean and bool(core),
        right_clean=right_clean and bool(core),
        edges=tuple(edges),
        coverage=both / max(shorter, 0.3),
        shared=both,
        complete=complete,
    )


def _blocks(a: tuple[Word, ...], b: tuple[Word, ...]) -> list[Block]:
    matcher = SequenceMatcher(None, [word.key for word in a], [word.key for word in b], autojunk=False)
    blocks: list[Block] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        one, other = a[i1:i2], b[j1:j2]
        same = kind == "equal" or _same_letters(one, other)
        if same and blocks and blocks[-1].same:
            blocks[-1] = Block(blocks[-1].a + one, blocks[-1].b + other, same=True)
        else:
            blocks.append(Block(one, other, same=same))
    return blocks


def _same_letters(one: Words, other: Words) -> bool:
    """Take "first group" and "firstgroup", "the rocket's ready" and "the rocket is ready" for the same."""
    if not one or not other:
        return False
    if frozenset({one[0].key, other[0].key}) in _GLUED and len(one) == len(other) == 1:
        return True
    return "".join(word.key for word in one) == "".join(word.key for word in other)


def _soft(block: Block) -> int:
    """Return how many content words of a change have a near word on the other side."""
    if not block.a or not block.b:
        return 0
    return shared(content(word.key for word in block.a)[:40], content(word.key for word in block.b)[:40])


def _worth(block: Block) -> float:
    """Return what a block adds to the case that two wordings run together here, changes with a minus."""
    keys_a, keys_b = [word.key for word in block.a], [word.key for word in block.b]
    if block.same:
        return weight(keys_a)
    cost = max(len(content(keys_a)), len(content(keys_b))) - 1.5 * _soft(block)
    cost += 0.15 * max(len(keys_a), len(keys_b))
    if not keys_a or not keys_b:
        cost = min(0.6 * cost, 2.5)  # words left out, or a clause
    if set(keys_a) == {"…"} or set(keys_b) == {"…"}:
        cost = min(cost, 0.5)
    if _is_gloss(block.a) or _is_gloss(block.b):
        cost = min(cost, 0.3)
    return -0.8 * cost


def _is_gloss(words: Words) -> bool:
    """Say whether words stand in brackets from end to end: what the newsroom put in."""
    return bool(words) and all(word.gloss for word in words)


def _core(blocks: Sequence[Block]) -> tuple[int, int]:
    """Return the run of blocks with the highest worth."""
    best, best_range = 0.0, (0, 0)
    current, start = 0.0, 0
    for number, block in enumerate(blocks):
        worth = _worth(block)
        if current <= 0 < worth:
            current, start = 0.0, number
        current += worth
        if current > best:
            best, best_range = current, (start, number + 1)
    return best_range


def _side(blocks: Sequence[Block], side: str) -> tuple[Word, ...]:
    return tuple(word for block in blocks for word in (block.a if side == "a" else block.b))


def _is_clean(outside: tuple[Words, Words], edge: Block) -> bool:
    """
    Say whether the core may end here: a quotation does, both end a sentence, or next to nothing is left.

    "We have also | asked" against "We have | asked" leaves next to nothing.
    """
    if not outside[0] or not outside[1] or not (edge.a or edge.b):
        return True
    keys_a, keys_b = {word.key for word in edge.a}, {word.key for word in edge.b}
    return max(len(edge.a), len(edge.b)) <= 4 and keys_a ^ keys_b <= lexis().light - lexis().persons


def _rest(inside: tuple[Word, ...], outside: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return what is left of the last sentence of the core behind it."""
    return () if inside and inside[-1].pause == "." else _sentence_start(outside)


def _sentence_end(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the part of a stretch that belongs to the sentence after it."""
    for at in range(len(words) - 1, -1, -1):
        if words[at].pause == "." or words[at].key == "…":
            return words[at + 1 :]
    return words


def _sentence_start(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the part of a stretch that belongs to the sentence before it."""
    for at, word in enumerate(words):
        if word.key == "…":
            return words[:at]
        if word.pause == ".":
            return words[: at + 1]
    return words
