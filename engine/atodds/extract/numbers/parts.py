"""Read what may end a number in words: thirds, ordinal endings, "point five", "and a half"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from atodds.extract.numbers.cardinals import Cardinal, read_cardinal
from atodds.extract.numbers.digits import tidy
from atodds.extract.numbers.numeral import Form, Numeral, step_of
from atodds.extract.numbers.words import number_words

if TYPE_CHECKING:
    from atodds.extract.numbers.atoms import Atoms
    from atodds.model.interval import Number

_MOST_DECIMALS: Final = 12


class _Part(NamedTuple):
    value: Number
    stop: int


def past_hyphen(atoms: Atoms, at: int) -> int:
    """Return the atom after a glued hyphen that stands at `at`, else `at` itself."""
    return at + 1 if at < atoms.size and atoms.low[at] == "-" and atoms.glued(at) else at


def number_in_words(atoms: Atoms, index: int) -> Numeral | None:
    """Return the number that begins at an atom, with its fraction, ordinal ending or decimals."""
    cardinal = read_cardinal(atoms, index, fraction)
    return None if cardinal is None else finished(atoms, index, cardinal)


def finished(atoms: Atoms, index: int, cardinal: Cardinal) -> Numeral:
    """Return a cardinal as a numeral that begins at `index`, together with whatever ends it."""
    if (divided := _divided(atoms, cardinal)) is not None:
        return Numeral(index, divided.stop, divided.value, Form.FRACTION)
    if (ordinal := _ordinal_tail(atoms, cardinal)) is not None:
        return Numeral(index, ordinal.stop, ordinal.value, Form.ORDINAL)
    if (decimal := _spoken_decimals(atoms, index, cardinal)) is not None:
        return decimal
    after = past_hyphen(atoms, cardinal.stop)
    if after < atoms.size and atoms.low[after] == "and":
        part = fraction(atoms, past_hyphen(atoms, after + 1))
        if part is not None:
            return _with_part(atoms, index, cardinal, part)
    if cardinal.last == "dozen":
        return Numeral(index, cardinal.stop, tidy(cardinal.value / 12), Form.VAGUE, "dozen", scale=12)
    step = step_of(cardinal.value)
    return Numeral(index, cardinal.stop, cardinal.value, scale=cardinal.scale, step=step)


def fraction(atoms: Atoms, index: int) -> _Part | None:
    """Return the fraction that begins at an atom: "a half", "three quarters", "fifty-four hundredths"."""
    words = number_words()
    if index >= atoms.size:
        return None
    word = atoms.low[index]
    if word in ("a", "an"):
        at = past_hyphen(atoms, index + 1)
        if at < atoms.size and atoms.low[at] in words.denominators:
            return _Part(1 / words.denominators[atoms.low[at]], at + 1)
        return None
    if word == "half":
        return _Part(0.5, index + 1)
    if word in words.vulgar:
        return _Part(words.vulgar[word], index + 1)
    cardinal = read_cardinal(atoms, index) if word in words.small or word in words.tens else None
    return None if cardinal is None else _divided(atoms, cardinal)


def _divided(atoms: Atoms, cardinal: Cardinal) -> _Part | None:
    """Read the denominator after a cardinal: two | thirds, one | twenty-fifth, a hundred | thirty-fifths."""
    low, value = atoms.low, cardinal.value
    at = past_hyphen(atoms, cardinal.stop)
    if at >= atoms.size or cardinal.last == "digits" or not value:
        return None
    denominator = number_words().denominators.get(low[at])
    if denominator is not None and (value == 1 or low[at].endswith("s")):
        tens = value % 100
        tied = cardinal.last == "tens" and denominator < 10 and low[at] not in number_words().parts
        if tied and value > tens:
            return _Part((value - tens) / (tens + denominator), at + 1)
        return _Part(tidy(value / denominator), at + 1)
    inner = None if denominator is not None else _ordinal(atoms, at)
    if inner is None or inner.value <= 20 or not (value == 1 or low[inner.stop - 1].endswith("s")):
        return None
    return _Part(value / inner.value, inner.stop)


def _with_part(atoms: Atoms, index: int, cardinal: Cardinal, part: _Part) -> Numeral:
    """Add a fraction: to the number itself, or to the million that was named or follows."""
    after = past_hyphen(atoms, part.stop)
    factor = number_words().scales.get(atoms.low[after], 0) if after < atoms.size else 0
    if factor and cardinal.scale == 1:
        value = tidy((cardinal.value + part.value) * factor)  # two and a half million
        return Numeral(index, after + 1, value, scale=factor, step=factor // 10)
    if factor:
        value = tidy(cardinal.value + part.value * factor)  # one billion and three quarters million
        return Numeral(index, after + 1, value, scale=cardinal.scale, step=factor // 10)
    lift = cardinal.scale if cardinal.last == "scale" else 1  # five billion and three quarters
    value = tidy(cardinal.value + part.value * lift)
    return Numeral(index, part.stop, value, scale=cardinal.scale, step=0.01)


def _spoken_decimals(atoms: Atoms, index: int, cardinal: Cardinal) -> Numeral | None:
    """Read "two hundred point zero three" and "one point five million"."""
    low, at = atoms.low, cardinal.stop
    if at + 1 >= atoms.size or low[at] != "point" or not isinstance(cardinal.value, int):
        return None
    words = number_words()
    at += 1
    digits = ""
    while at < atoms.size and len(digits) < _MOST_DECIMALS:
        tail = read_cardinal(atoms, at) if low[at] in words.tens else None
        if tail is not None:
            digits += str(tail.value)
            at = tail.stop
        elif low[at] in words.small:
            digits += str(words.small[low[at]])
            at += 1
        else:
            break
    if not digits:
        return None
    scale = words.scales.get(low[at], 1) if at < atoms.size else 1
    value = tidy(float(f"{cardinal.value}.{digits}") * scale)
    return Numeral(index, at + (scale > 1), value, scale=scale, step=tidy(10.0 ** -len(digits) * scale))


def _ordinal_tail(atoms: Atoms, cardinal: Cardinal) -> _Part | None:
    """Read the end of a long ordinal: twenty- | first, one hundred and | fifth."""
    at = past_hyphen(atoms, cardinal.stop)
    above = cardinal.last in ("hundred", "scale")
    if at < atoms.size and atoms.low[at] == "and" and above:
        at += 1
    if at >= atoms.size:
        return None
    number = number_words().ordinals.get(atoms.low[at].removesuffix("s"))
    if number is None or not ((cardinal.last == "tens" and number < 10) or (above and number < 100)):
        return None
    return _Part(cardinal.value + number, at + 1)


def _ordinal(atoms: Atoms, index: int) -> _Part | None:
    """Read a whole ordinal in words: "twenty-firsts", "one hundred and fifth"."""
    words = number_words()
    if atoms.low[index] not in words.small and atoms.low[index] not in words.tens:
        return None
    cardinal = read_cardinal(atoms, index)
    return None if cardinal is None else _ordinal_tail(atoms, cardinal)
