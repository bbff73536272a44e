"""Read a numeral that begins with digits: "164", "22nd", "3bn", "1e10", "2 1/4", "322 hundred"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from atodds.extract.numbers.cardinals import read_cardinal
from atodds.extract.numbers.digits import Digits, read_digits, tidy
from atodds.extract.numbers.numeral import Form, Numeral, step_of
from atodds.extract.numbers.parts import finished, fraction
from atodds.extract.numbers.words import number_words

if TYPE_CHECKING:
    from atodds.extract.numbers.atoms import Atoms
    from atodds.model.interval import Number

_ORDINAL_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_MINUS: Final = frozenset("-\u2212\u2013")
# 1,000s of fans
_PLURAL_DIGITS: Final[dict[Number, str]] = {100: "hundreds", 1000: "thousands", 1000000: "millions"}
_TIMES: Final = frozenset({"\u00d7", "x"})
_EXPONENT: Final = re.compile(r"e(\d{1,2})", re.IGNORECASE)
_LARGEST: Final = 10**30
_DENOMINATORS: Final = frozenset({2, 3, 4, 5, 8, 10})  # 9/11, 24/7 and 7/16 are no fractions in a report
_LEAST_GIGA: Final = 7  # 20G of memory, but 5G
_FEW_WORDS: Final = 6


def number_in_digits(atoms: Atoms, index: int, *, money: bool) -> Numeral | None:
    """Return the number whose digits stand at an atom, None for "192.168.1.2"; `money` as `read_numeral`."""
    figure = read_digits(atoms.text[index])
    if figure is None:
        return None
    special = _special(atoms, index, figure.value)
    if special is not None:
        return special
    scale, stop = _suffix(atoms, index + 1, figure.value, money=money)
    step = 10.0**-figure.places if figure.places else step_of(figure.value)
    if scale > 1:
        value = tidy(figure.value * scale)
        return Numeral(index, stop, value, scale=scale, step=tidy(step * scale), digits=True)
    return _gone_on(atoms, index, figure, step)


def _gone_on(atoms: Atoms, index: int, figure: Digits, step: Number) -> Numeral:
    """Read the words that go on a figure: 2.5 | million, 3 | dozen, 3 | hundred and 21."""
    following = atoms.word(index + 1)
    if following not in number_words().after_digits:
        return Numeral(index, index + 1, figure.value, step=step, plain=figure.plain, digits=True)
    cardinal = read_cardinal(atoms, index, fraction)
    if cardinal is None or cardinal.stop == index + 1:
        return Numeral(index, index + 1, figure.value, step=step, plain=figure.plain, digits=True)
    numeral = finished(atoms, index, cardinal)
    if numeral.scale > 1 and figure.places:
        numeral.step = tidy(step * numeral.scale)
    numeral.digits = True
    return numeral


def _special(atoms: Atoms, index: int, value: Number) -> Numeral | None:
    at = index + 1
    if at >= atoms.size:
        return None
    if atoms.glued(at):
        if atoms.low[at] in _ORDINAL_ENDINGS:
            return Numeral(index, at + 1, value, Form.ORDINAL, digits=True)
        row = _PLURAL_DIGITS.get(value) if atoms.low[at : at + 2] == ["s", "of"] else None
        if row is not None:
            return Numeral(index, at + 1, 1, Form.VAGUE, row)
        vulgar = number_words().vulgar.get(atoms.low[at])
        if vulgar is not None:
            return _half_more(atoms, index, value + vulgar)
        powered = _powered(atoms, index, value)
        if powered is not None:
            return powered
    return _slashed(atoms, index, value)


def _half_more(atoms: Atoms, index: int, value: Number) -> Numeral:
    """Read "2½" and "2½ million"."""
    at = index + 2
    scale = number_words().scales.get(atoms.low[at], 1) if at < atoms.size else 1
    step = tidy(scale / 10)
    return Numeral(index, at + (scale > 1), tidy(value * scale), scale=scale, digits=True, step=step)


def _suffix(atoms: Atoms, at: int, value: Number, *, money: bool) -> tuple[int, int]:
    """Return the factor of a letter after digits ("3bn", "8 B", "£1.2m") and where it ends; 1 if none."""
    if at >= atoms.size:
        return 1, at
    letters, glued, words = atoms.text[at], atoms.glued(at), number_words()
    if letters in words.suffixes and (glued or len(letters) > 1 or letters in "BM"):
        return words.suffixes[letters], at + 1
    if letters == "G" and glued and not money and value >= _LEAST_GIGA:
        return 10**9, at + 1
    if letters in words.money_suffixes and glued and (money or _means_millions(atoms, at)):
        return words.money_suffixes[letters], at + 1
    return 1, at


def _means_millions(atoms: Atoms, at: int) -> bool:
    """Tell "35m of its sets" and "2.7m sales" from "a 30m drop" and "100m freestyle"."""
    if atoms.text[at] != "m":
        return False
    following = atoms.low[at + 1 : at + 1 + _FEW_WORDS]
    if not number_words().after_metres.isdisjoint(following[:2]):
        return False
    for place, word in enumerate(following):
        if word == "people" or (word.endswith("s") and len(word) > 3):
            return True
        if place == 0 and word in ("of", "more"):
            return True
        if (place == 0 and word in ("in", "a", "per")) or not (word[0].isalnum() or word == "-"):
            return False
    return False


def _powered(atoms: Atoms, index: int, value: Number) -> Numeral | None:
    """Read "1e10", "12e-1", "1.1^23" and "1.99x10^-30"."""
    low, at = atoms.low, index + 1
    if exponent := _EXPONENT.fullmatch(low[at]):
        return _power(index, at + 1, value, 10, int(exponent[1]))
    base: Number = 10
    if low[at] in _TIMES and low[at + 1 : at + 2] == ["10"]:
        at += 2
    elif low[at] == "^":
        base, value = value, 1
    elif low[at] == "e":
        at += 1
    else:
        return None
    at += at < atoms.size and low[at] == "^"
    sign = -1 if at < atoms.size and low[at] in _MINUS else 1
    at += at < atoms.size and (low[at] in _MINUS or low[at] == "+")
    if at >= atoms.size or not atoms.glued(at) or not low[at].isdigit() or len(low[at]) > 2:
        return None
    return _power(index, at + 1, value, base, sign * int(low[at]))


def _power(index: int, stop: int, value: Number, base: Number, exponent: int) -> Numeral | None:
    try:
        result = float(value) * float(base) ** exponent
    except (OverflowError, ZeroDivisionError):
        return None
    return None if abs(result) > _LARGEST else Numeral(index, stop, tidy(result), digits=True)


def _slashed(atoms: Atoms, index: int, value: Number) -> Numeral | None:
    """Read "3/4", "2 1/4" and "2-1/4"; "9/11" and "24/7" stay what they are."""
    low, slash, whole = atoms.low, index + 1, 0
    if low[slash] == "-" and atoms.glued(slash) and atoms.glued(slash + 1):
        slash += 1
    if slash + 2 < atoms.size and atoms.kind[slash] == "number" and low[slash + 1] == "/":
        if not isinstance(value, int):
            return None
        whole, slash = value, slash + 1  # 2 | 1/4
    top, bottom = slash - 1, slash + 1
    if bottom >= atoms.size or low[slash] != "/" or not (atoms.glued(slash) and atoms.glued(bottom)):
        return None
    if low[bottom + 1 : bottom + 2] == ["/"] or not (low[top].isdigit() and low[bottom].isdigit()):
        return None
    if len(low[top]) > 1 or len(low[bottom]) > 2 or not 0 < int(low[top]) < int(low[bottom]):
        return None
    if int(low[bottom]) not in _DENOMINATORS:
        return None
    number = tidy(whole + int(low[top]) / int(low[bottom]))
    form = Form.CARDINAL if whole else Form.FRACTION
    return Numeral(index, bottom + 1, number, form, digits=True, step=0.01)
