"""Read numerals that are words of their own: "several dozen", "hundreds", "half a million", "no one"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atodds.extract.numbers.cardinals import read_cardinal
from atodds.extract.numbers.digits import tidy
from atodds.extract.numbers.heads import is_plural
from atodds.extract.numbers.numeral import Form, Numeral
from atodds.extract.numbers.parts import number_in_words, past_hyphen
from atodds.extract.numbers.words import number_words

if TYPE_CHECKING:
    from atodds.extract.numbers.atoms import Atoms

ARTICLES: Final = frozenset({"a", "an"})
VAGUE: Final = {"several": "several", "few": "few", "couple": "couple", "handful": "handful"}
_LARGEST_SCALE: Final = 10**12


def after_article(atoms: Atoms, index: int) -> Numeral | None:
    """Read "a hundred", "a dozen", "a couple of hundred", "a few", "a third", "a half"."""
    words = number_words()
    at = past_hyphen(atoms, index + 1)
    if at >= atoms.size:
        return None
    word = atoms.low[at]
    numeral: Numeral | None = None
    if word in VAGUE:
        numeral = vague(atoms, at)
    elif word in ("good", "full") and at + 1 < atoms.size and atoms.low[at + 1] in words.dozens:
        numeral = number_in_words(atoms, at + 1)
    elif word in words.scales or word in words.dozens:
        numeral = number_in_words(atoms, at)
    elif word in words.denominators:
        numeral = (half(atoms, at) if word in words.parts else None) or _a_part(atoms, at)
    if numeral is not None:
        numeral.first = index
    return numeral


def _a_part(atoms: Atoms, at: int) -> Numeral | None:
    """Read "a third of them" and "a fifth"; "a third man" is an ordinal."""
    words = number_words()
    following = atoms.low[at + 1] if at + 1 < atoms.size else "."
    if following in words.after_a_part or not following[0].isalnum():
        return Numeral(at, at + 1, 1 / words.denominators[atoms.low[at]], Form.FRACTION)
    return None


def half(atoms: Atoms, index: int) -> Numeral | None:
    """Read "half a million", "half of them", "a quarter million"; "the second half" is none."""
    words, low = number_words(), atoms.low
    if low[index] not in ("half", "quarter"):
        return None
    share = 1 / words.denominators[low[index]]
    at = past_hyphen(atoms, index + 1)
    article = at < atoms.size and low[at] in ARTICLES
    factor = past_hyphen(atoms, at + 1) if article else at
    if factor < atoms.size and low[factor] in words.scales:
        scale = words.scales[low[factor]]
        number = tidy(share * scale)
        return Numeral(index, factor + 1, number, scale=scale, step=number)
    if factor < atoms.size and low[factor] in words.dozens and low[index] == "half":
        return Numeral(index, factor + 1, share, Form.VAGUE, "dozen", scale=12)
    before = low[index - 1] if index else ""
    following = low[at] if at < atoms.size else "."
    if before in words.before_no_half:
        return None
    if low[index] == "quarter":
        counts = before == "a" and following == "of"
    else:
        counts = (
            article
            or following in words.after_half
            or before in words.before_half
            or (before in ARTICLES and not following[0].isalpha())
        )
    return Numeral(index, index + 1, share, Form.FRACTION) if counts else None


def vague(atoms: Atoms, index: int) -> Numeral | None:
    """Read "several", "several dozen", "a couple of hundred", "a few thousand", "a handful of"."""
    low = atoms.low
    row = VAGUE[low[index]]
    before = low[index - 1] if index else ""
    if row != "several" and before not in ARTICLES:
        return None
    at = past_hyphen(atoms, index + 1)
    if low[at : at + 1] == ["of"] and at + 1 < atoms.size and _multiplies(low[at + 1]):
        at += 1
    elif row == "handful" and low[at : at + 1] != ["of"]:
        return None
    following = read_cardinal(atoms, at) if at < atoms.size and _multiplies(low[at]) else None
    if following is not None:
        return Numeral(index, following.stop, following.value, Form.VAGUE, row, scale=following.scale)
    return Numeral(index, index + 1, 1, Form.VAGUE, row)


def _multiplies(word: str) -> bool:
    return word in number_words().scales or word in number_words().dozens


def magnitude(atoms: Atoms, index: int) -> Numeral | None:
    """Read "dozens", "tens of thousands", "hundreds of millions", "scores of people"."""
    words, low = number_words(), atoms.low
    row = words.magnitudes[low[index]]
    at, scale = index + 1, 1
    while low[at : at + 1] == ["of"] and at + 1 < atoms.size and scale < _LARGEST_SCALE:
        factor = words.plural_scales.get(low[at + 1])
        if factor is None:
            break
        scale *= factor
        at += 2
    following = low[at] if at < atoms.size else "."
    if (row == "tens" and scale == 1 and following != "of") or (
        row == "scores" and following not in words.after_scores
    ):
        return None
    return Numeral(index, at, scale, Form.VAGUE, row, scale=scale)


def none(atoms: Atoms, index: int) -> Numeral | None:
    """Read "no one", "nobody", "none of them" and "no deaths"; "no longer" and "no more than" are none."""
    if atoms.low[index] != "no":
        return Numeral(index, index + 1, 0, Form.ZERO, "none")
    if atoms.low[index + 1 : index + 2] == ["one"]:
        return Numeral(index, index + 2, 0, Form.ZERO, "none")
    for at in range(index + 1, min(index + 4, atoms.size)):
        word = atoms.low[at]
        if atoms.kind[at] != "word" or word in number_words().after_no:
            return None
        if is_plural(word) or word in ("casualty", "fatality", "survivor"):
            return Numeral(index, index + 1, 0, Form.ZERO, "none")
    return None
