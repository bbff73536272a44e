"""Grade how one wording of an utterance differs from another, and say why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from atodds.compare.align import Alignment, Block, align
from atodds.compare.lexis import content, lexis
from atodds.compare.meaning import Turn, swapped, turn, turn_of_sentences
from atodds.compare.rendering import free_rendering
from atodds.compare.words import Word, printed, read_words, surfaces
from atodds.model.quote import Grade
from atodds.model.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CLAUSE = 4  # words; a stretch left out between two pauses is a clause from here on
_LONG_CLAUSE = 8  # ... and without pauses from here on
_LONGEST_TURN = 10  # words of a change; in longer ones a "not" may belong to anything
_JOINTS = frozenset({"and", "but", "or", "which", "who", "because", "while", "although"})
_FORMS_OF_BE = ({"is", "are", "am"}, {"was", "were"})


class _Found(NamedTuple):
    grade: Grade
    turn: Turn


def compare_wording(a: str, b: str, *, same_speaker: bool | None = None) -> Wording:
    """
    Compare two wordings and return grade, reason and word diff.

    The grade does not depend on the order of the two. Knowing that the speaker is the same lets a freer
    rendering count as the same utterance; that he is another changes nothing, since newsrooms credit one
    utterance to two people. Takes time in the product of the two lengths, which is bounded; never raises.
    """
    swap = (len(b), b) < (len(a), a)
    found = _graded(*_in_order(a, b), same_speaker=same_speaker)
    reason = found.turn.swapped() if swap else found.turn
    return Wording(found.grade, str(reason), word_diff(a, b))


def grade_of(a: str, b: str) -> Grade:
    """Return the grade that `compare_wording` gives two wordings, in half its time."""
    return _graded(*_in_order(a, b), same_speaker=None).grade


def _in_order(a: str, b: str) -> tuple[str, str]:
    return (b, a) if (len(b), b) < (len(a), a) else (a, b)


def is_same_utterance(a: Sequence[Word], b: Sequence[Word], *, same_speaker: bool | None = None) -> bool:
    """Say whether two runs of words are printings of one utterance; see `compare_wording`."""
    if [word.key for word in a] == [word.key for word in b]:
        return True
    if not a or not b:
        return False
    if (len(b), [word.key for word in b]) < (len(a), [word.key for word in a]):
        a, b = b, a
    return (
        _runs_together(align(a, b), same_speaker=same_speaker)
        or free_rendering(a, b, same_speaker=same_speaker) is not None
    )


def word_diff(a: str, b: str) -> str:
    """Return both wordings in one line: "may [-only-] {+not+} be worn", bare of colour."""
    pieces = []
    for block in align(read_words(a), read_words(b)).blocks:
        if block.same:
            pieces.append(surfaces(block.b))
            continue
        left, right = surfaces(block.a), surfaces(block.b)
        pieces += [f"[-{left}-]"] * bool(left) + [f"{{+{right}+}}"] * bool(right)
    return " ".join(piece for piece in pieces if piece)


def _graded(a: str, b: str, *, same_speaker: bool | None) -> _Found:
    if _bare(a) == _bare(b):
        return _Found(Grade.IDENTICAL, Turn("", "", ""))
    words_a, words_b = read_words(a), read_words(b)
    if [word.key for word in words_a] == [word.key for word in words_b]:
        return _otherwise_printed(words_a, words_b) or _Found(
            Grade.TYPOGRAPHIC, _typography(words_a, words_b)
        )
    if not words_a or not words_b:
        return _Found(Grade.DIFFERENT, Turn("", "", ""))
    alignment = align(words_a, words_b)
    if _runs_together(alignment, same_speaker=same_speaker):
        return _grade_of(alignment)
    rendering = free_rendering(words_a, words_b, same_speaker=same_speaker)
    if rendering is None:
        return _Found(Grade.DIFFERENT, Turn("", "", ""))
    turned = turn_of_sentences(rendering.a, rendering.b)
    if turned is not None:
        return _Found(Grade.MEANING_CHANGED, turned)
    told = Turn("rendered freely", printed(rendering.a[:8]), printed(rendering.b[:8]))
    return _Found(Grade.REWORDED, told)


def _bare(quote: str) -> str:
    """Return a quotation without what belongs to the sentence around it: a closing comma or full stop."""
    return " ".join(quote.split()).rstrip(",. ")


def _runs_together(alignment: Alignment, *, same_speaker: bool | None) -> bool:
    """
    Say whether the two share a stretch that can only be one utterance.

    A clean stretch may be short: one quotation is a piece of the other. Where both go on differently, most of
    the shorter one must be shared.
    """
    coverage, weight_shared = alignment.coverage, alignment.shared
    if alignment.left_clean and alignment.right_clean:
        return weight_shared >= 1.6 or coverage >= 0.95
    if same_speaker and coverage >= 0.5 and weight_shared >= 2:
        return True
    return weight_shared >= 2.5 and (coverage >= 0.68 or (coverage >= 0.6 and _edges_small(alignment)))


def _edges_small(alignment: Alignment) -> bool:
    return all(
        min(len(content(word.key for word in edge.a)), len(content(word.key for word in edge.b))) <= 1
        for edge in alignment.edges
    )


def _grade_of(alignment: Alignment) -> _Found:
    """Return the gravest grade of all changes, inside the shared stretch and at its edges."""
    found = [_Found(Grade.CUT, _left_out(alignment))]
    order = swapped(_words(alignment, "a"), _words(alignment, "b"))
    if order is not None:
        found.append(_Found(Grade.MEANING_CHANGED, order))
    found += [_change_grade(block, following) for block, following in _changes(alignment)]
    for block in alignment.blocks:
        printed_otherwise = _otherwise_printed(block.a, block.b) if block.same else None
        if printed_otherwise is not None:
            found.append(printed_otherwise)
    if _reordered(alignment):
        found.append(_Found(Grade.REWORDED, Turn("order", "", "")))
    gravest = max(found, key=lambda one: list(Grade).index(one.grade))
    if gravest.grade is Grade.CUT and alignment.complete and all(block.same for block in alignment.blocks):
        return _Found(Grade.TYPOGRAPHIC, Turn("spelling", "", ""))
    return gravest


def _words(alignment: Alignment, side: str) -> list[Word]:
    return [word for block in alignment.blocks for word in (block.a if side == "a" else block.b)]


def _changes(alignment: Alignment) -> Iterator[tuple[Block, tuple[str, str]]]:
    """Yield what changed, each with the first word behind it on both sides."""
    first, last = alignment.core
    for number in range(first, last):
        block = alignment.blocks[number]
        if not block.same:
            behind = alignment.blocks[number + 1] if number + 1 < last else None
            yield block, (behind.a[0].key, behind.b[0].key) if behind else ("", "")
    ahead = alignment.blocks[first] if first < last else None
    for edge in alignment.edges:
        leads = ahead is not None and not alignment.left_clean and edge is alignment.edges[0]
        yield edge, (ahead.a[0].key, ahead.b[0].key) if leads and ahead else ("", "")
    opening = alignment.blocks[first - 1] if first else None
    if opening is not None and alignment.left_clean and not (opening.a and opening.b):
        yield from _telling_cut(opening)


def _telling_cut(block: Block) -> Iterator[tuple[Block, tuple[str, str]]]:
    """Yield what stands before a cut and bounds what follows: "probably the worst" cut to "the worst"."""
    words = block.a or block.b
    if not words or words[-1].pause:
        return
    bounds = words[-1].key in lexis().hedges or words[-1].key in lexis().limits
    if bounds or [word.key for word in words[-2:]] == ["1", "of"]:
        yield Block(block.a[-2:], block.b[-2:]), ("", "")


def _change_grade(block: Block, following: tuple[str, str]) -> _Found:
    a, b = block.a, block.b
    told = Turn("", printed(a), printed(b))
    keys = [word.key for word in (*a, *b)]
    if "…" in keys or (not (a and b) and _is_clause(a or b)):
        return _Found(Grade.CUT, told._replace(name="left out"))
    turned = turn(block, following) if max(len(a), len(b)) <= _LONGEST_TURN else None
    if turned is not None:
        return _Found(Grade.MEANING_CHANGED, turned)
    if _is_edit(block):
        return _Found(Grade.EDITED, told._replace(name="edited"))
    return _Found(Grade.REWORDED, told._replace(name="reworded"))


def _is_clause(words: Sequence[Word]) -> bool:
    """Say whether words left out inside are a clause of their own, and no retouching."""
    if len(words) >= _LONG_CLAUSE:
        return True
    joined = words[0].key in _JOINTS or words[-1].key in _JOINTS if words else False
    return len(words) >= _CLAUSE and (joined or bool(words[-1].pause))


def _is_edit(block: Block) -> bool:
    """Say whether only small words, number, a gloss in brackets or a slip of the tongue differ."""
    a, b = ([word for word in words if not word.gloss] for words in (block.a, block.b))
    glossed = len(a) < len(block.a) or len(b) < len(block.b)
    if glossed and (not a or not b):
        return len(a) + len(b) <= _CLAUSE
    light = lexis().light | lexis().disfluency
    keys_a, keys_b = [word.key for word in a], [word.key for word in b]
    if all(key in light or key == "[masked]" for key in (*keys_a, *keys_b)):
        return not _tense_of_be(keys_a, keys_b)
    return len(keys_a) == len(keys_b) and all(
        _same_but_number(x, y) for x, y in zip(keys_a, keys_b, strict=True)
    )


def _tense_of_be(a: Sequence[str], b: Sequence[str]) -> bool:
    present, past = _FORMS_OF_BE
    return bool((present & set(a) and past & set(b)) or (past & set(a) and present & set(b)))


def _same_but_number(one: str, other: str) -> bool:
    light = lexis().light
    return (
        one == other or (one in light and other in light) or one.removesuffix("s") == other.removesuffix("s")
    )


def _reordered(alignment: Alignment) -> bool:
    """Say whether three or four words in a row stand in both, but at different places."""
    runs_a = {run for block in alignment.blocks if not block.same for run in _runs(block.a)}
    return any(run in runs_a for block in alignment.blocks if not block.same for run in _runs(block.b))


def _runs(words: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    keys = [word.key for word in words]
    for length in (3, 4):
        for at in range(len(keys) - length + 1):
            run = tuple(keys[at : at + length])
            if len(content(run)) >= 2:
                yield run


def _otherwise_printed(a: Sequence[Word], b: Sequence[Word]) -> _Found | None:
    """Find a word that is masked in another way, or spoken English made written: gonna, going to."""
    for one, other in zip(a, b, strict=False):
        masked = one.key == "[masked]" and one.surface.casefold() != other.surface.casefold()
        if masked or one.spoken != other.spoken:
            return _Found(Grade.EDITED, Turn("edited", f"'{one.surface}'", f"'{other.surface}'"))
    return None


def _left_out(alignment: Alignment) -> Turn:
    """Return the first stretch that stands in one wording only."""
    for block in alignment.blocks:
        if not block.same:
            return Turn("left out", printed(block.a), printed(block.b))
    return Turn("", "", "")


def _typography(a: Sequence[Word], b: Sequence[Word]) -> Turn:
    for one, other in zip(a, b, strict=True):
        if one.surface != other.surface:
            return Turn("typography", printed([one]), printed([other]))
    return Turn("typography", "", "")
