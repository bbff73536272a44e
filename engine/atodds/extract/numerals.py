"""Read the numeral that begins at a word: "164", "two and a half million", "a third", "several dozen"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from atodds.extract.digits import read_digits, tidy
from atodds.extract.number_words import WORDS

if TYPE_CHECKING:
    from atodds.extract.atoms import Atoms
    from atodds.model.interval import Number

_ORDINAL_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_ARTICLES: Final = frozenset({"a", "an"})
_MINUS: Final = frozenset("-−–")
_EXPONENT: Final = re.compile(r"e(\d{1,2})", re.IGNORECASE)
_LARGEST: Final = 10**30


class Form(StrEnum):
    """How a numeral is worded."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    VAGUE = "vague"
    ZERO = "zero"


@dataclass(slots=True)
class Numeral:
    """
    A number as its words or digits write it; `first` and `stop` are atoms, half open.

    A vague one names its `row` of the hedge table and has in `value` what it multiplies ("several dozen":
    several × 12). `scale` is the last factor named ("24.2 million": a million). `step` is the unit of the
    last digit written. `plain` marks digits without separators, which may be a year.
    """

    first: int
    stop: int
    value: Number
    form: Form = Form.CARDINAL
    row: str = ""
    scale: int = 1
    step: Number = 1
    plain: bool = False
    digits: bool = False


class _Cardinal(NamedTuple):
    value: Number
    stop: int
    scale: int
    last: str  # what kind of word came last: small, tens, hundred, scale, dozen or digits


def step_of(value: Number) -> Number:
    """Return the unit of the last digit of a whole number that is no zero: 1000 for 8,000, 1 for 164."""
    if not isinstance(value, int) or value == 0:
        return 1
    step = 1
    while value % (step * 10) == 0:
        step *= 10
    return step


def read_numeral(atoms: Atoms, index: int, *, money: bool = False) -> Numeral | None:
    """
    Return the longest numeral that begins at the atom, None if no number begins there.

    `money` says that a currency stands before it, which turns a glued "m" into million. Looks at a bounded
    number of atoms.
    """
    if atoms.kind[index] == "number":
        return _digits(atoms, index, money=money)
    word = atoms.low[index]
    if word in WORDS.vulgar:
        return Numeral(index, index + 1, WORDS.vulgar[word], Form.FRACTION)
    reader = _BY_WORD.get(word)
    return reader(atoms, index) if reader else None


# ---------------------------------------------------------------------------------------------- digits


def _digits(atoms: Atoms, index: int, *, money: bool) -> Numeral | None:
    figure = read_digits(atoms.text[index])
    if figure is None:
        return None
    stop = index + 1
    if stop < len(atoms) and atoms.glued(stop):
        if atoms.low[stop] in _ORDINAL_ENDINGS:
            return Numeral(index, stop + 1, figure.value, Form.ORDINAL, digits=True)
        if (special := _powered(atoms, index, figure.value)) is not None:
            return special
    if (fraction := _slashed(atoms, index, figure.value)) is not None:
        return fraction
    step = 10.0**-figure.places if figure.places else step_of(figure.value)
    scale, stop = _suffix(atoms, stop, money=money)
    if scale > 1:
        return Numeral(
            index, stop, tidy(figure.value * scale), scale=scale, step=tidy(step * scale), digits=True
        )
    cardinal = _cardinal(atoms, index)
    if cardinal is None or cardinal.stop == index + 1:
        return Numeral(index, index + 1, figure.value, step=step, plain=figure.plain, digits=True)
    numeral = _finished(atoms, index, cardinal)
    if numeral.scale > 1 and figure.places:
        numeral.step = tidy(step * numeral.scale)
    numeral.digits = True
    return numeral


def _suffix(atoms: Atoms, stop: int, *, money: bool) -> tuple[int, int]:
    """Return the factor of a letter after digits ("3bn", "8 B", "£1.2m") and where it ends; 1 if none."""
    if stop >= len(atoms):
        return 1, stop
    letters = atoms.text[stop]
    glued = atoms.glued(stop)
    if letters in WORDS.suffixes and (glued or len(letters) > 1 or letters in "BM"):
        return WORDS.suffixes[letters], stop + 1
    if letters == "G" and glued and not money and int(atoms.low[stop - 1] or 0 if atoms.low[stop - 1].isdigit() else 0) > 6:
        return 10**9, stop + 1  # 20G of memory, not 5G
    if letters in WORDS.money_suffixes and glued and (money or _means_millions(atoms, stop)):
        return WORDS.money_suffixes[letters], stop + 1
    return 1, stop


def _means_millions(atoms: Atoms, at: int) -> bool:
    """Tell "35m of its sets" and "2.7m sales" from "a 30m drop" and "100m freestyle"."""
    if atoms.text[at] != "m":
        return False
    following = atoms.low[at + 1 : at + 7]
    ends = [i for i, word in enumerate(following) if not word[0].isalnum() and word != "-"]
    following = following[: ends[0]] if ends else following
    if not following:
        return False
    if following[0] in {"of", "people", "more", "in", "a", "per"}:
        return following[0] in {"of", "people", "more"}
    return any(word == "people" or (word.endswith("s") and len(word) > 3) for word in following)


def _powered(atoms: Atoms, index: int, value: Number) -> Numeral | None:
    """Read "1e10", "12e-1", "1.1^23" and "1.99×10^-30"."""
    low, at = atoms.low, index + 1
    base: Number = 10
    if exponent := _EXPONENT.fullmatch(low[at]):
        return _power(index, at + 1, value, 10, int(exponent[1]))
    times = low[at] in {"×", "x"} and at + 1 < len(atoms) and low[at + 1] == "10"
    if times:
        at += 1
    elif low[at] == "^":
        base, value, at = value, 1, at - 1
    elif low[at] != "e":
        return None
    at += 1
    if at < len(atoms) and low[at] == "^":
        at += 1
    sign = 1
    if at < len(atoms) and (low[at] in _MINUS or low[at] == "+"):
        sign = -1 if low[at] in _MINUS else 1
        at += 1
    if at >= len(atoms) or not atoms.glued(at) or not low[at].isdigit() or len(low[at]) > 2:
        return None
    return _power(index, at + 1, value, base, sign * int(low[at]))


def _power(index: int, stop: int, value: Number, base: Number, exponent: int) -> Numeral | None:
    try:
        result = float(value) * float(base) ** exponent
    except (OverflowError, ZeroDivisionError):
        return None
    if abs(result) > _LARGEST:
        return None
    return Numeral(index, stop, tidy(result), digits=True)


def _slashed(atoms: Atoms, index: int, value: Number) -> Numeral | None:
    """Read "3/4" and "2 1/4"; "9/11" and "24/7" stay what they are."""
    low = atoms.low
    at = index + 1
    whole: Number = 0
    if at < len(atoms) and low[at] in WORDS.vulgar:
        value += WORDS.vulgar[low[at]]
        scale = WORDS.scales.get(low[at + 1], 1) if at + 1 < len(atoms) else 1
        return Numeral(index, at + 1 + (scale > 1), tidy(value * scale), scale=scale, digits=True, step=scale / 10)
    if at + 2 < len(atoms) and atoms.kind[at] == "number" and low[at + 1] == "/":
        whole, at = value, at + 1  # "2 1/4"
    top, bottom = at - 1, at + 1
    if bottom >= len(atoms) or low[at] != "/" or not (atoms.glued(at) and atoms.glued(bottom)):
        return None
    if not (low[top].isdigit() and low[bottom].isdigit() and len(low[top]) < 3 and len(low[bottom]) < 4):
        return None
    over, under = int(low[top]), int(low[bottom])
    further = bottom + 1 < len(atoms) and low[bottom + 1] == "/"
    if further or not 0 < over < under or under not in _DENOMINATORS or not isinstance(whole, int):
        return None
    form = Form.CARDINAL if whole else Form.FRACTION
    return Numeral(index, bottom + 1, tidy(whole + over / under), form, digits=True, step=0.01)


_DENOMINATORS: Final = frozenset({2, 3, 4, 5, 8, 10})


# ------------------------------------------------------------------------------------------- cardinals


def _cardinal(atoms: Atoms, index: int, *, whole: bool = True) -> _Cardinal | None:  # noqa: C901, PLR0912, PLR0915
    """
    Read a cardinal in words, digits leading or not: "4 thousand 3 hundred and 21".

    `whole` is False inside a fraction, where "and" opens no further one.
    """
    low, kinds, length = atoms.low, atoms.kind, len(atoms)
    total: Number = 0
    group: Number | None = None
    limit, scale, at, last = 10**18, 1, index, ""
    while at < length:
        here, joined = at, ""
        if at > index:
            if low[at] == "and":
                if whole and _fraction(atoms, at + 1) is not None:
                    break
                here, joined = at + 1, "and"
            elif low[at] == "-" and (atoms.glued(at) and atoms.glued(at + 1) or last == "tens"):
                here, joined = at + 1, "-"
            if here >= length:
                break
        word = low[here]
        if group is not None and group < 1000 and word.endswith("s"):
            word = word.removesuffix("s")  # five hundreds
        if word in WORDS.small or word in WORDS.tens:
            value = WORDS.small[word] if word in WORDS.small else WORDS.tens[word]
            if group is None:
                if at > index and (last != "scale" or value >= limit or value == 0):
                    break
                group = value
            elif last == "hundred" and 0 < value:
                if joined == "and" and _hundred_follows(atoms, here):
                    break
                group += value
            elif last == "tens" and 0 < value < 10 and joined != "and":
                group += value
            else:
                break
            last = "tens" if word in WORDS.tens else "small"
        elif word == "hundred" and joined != "and":
            if group is None:
                if at > index:
                    break
                group = 1
            if not 0 < group < 100 and last != "digits":
                break
            group = tidy(group * 100)
            last = "hundred"
            scale = 100 if total == 0 else scale
        elif word in WORDS.scales and joined != "and":
            factor = WORDS.scales[word]
            if group is None:
                if at > index and not (last == "scale" and word.startswith("crore")):
                    break
                total, group = (total * factor, None) if at > index else (factor, None)
            elif factor < limit:
                total += tidy(group * factor)
                group = None
            else:
                break
            limit, scale, last = factor, factor, "scale"
        elif word in WORDS.dozens:
            group = 1 if group is None else group
            tail = group % 100 or group
            last = "dozen" if tail == group and not total else "small"
            group = group - tail + tail * 12
            at, scale = here + 1, 12
            break
        elif kinds[here] == "number":
            figure = read_digits(atoms.text[here])
            if figure is None:
                break
            if at == index:
                group, last = figure.value, "digits"
            elif kinds[index] == "number" and _digits_continue(atoms, here, figure.value, last, joined):
                group = figure.value if group is None else group + figure.value
                last = "digits"
            else:
                break
        else:
            break
        at = here + 1
    if at == index:
        return None
    return _Cardinal(tidy(total + (group or 0)), at, scale, last)


def _hundred_follows(atoms: Atoms, at: int) -> bool:
    """See that "3 hundred and 2 hundred" are two numbers."""
    following = atoms.low[at + 1 : at + 3]
    return "hundred" in following


def _digits_continue(atoms: Atoms, at: int, value: Number, last: str, joined: str) -> bool:
    """Let digits go on a number that began with digits: "3 hundred and 21", "4 thousand 3 hundred"."""
    following = atoms.low[at + 1] if at + 1 < len(atoms) else ""
    if last == "hundred" and joined == "and":
        return isinstance(value, int) and 0 < value < 100 and following not in WORDS.scales
    return last == "scale" and not joined and following == "hundred" and 0 < value < 10


def _words(atoms: Atoms, index: int) -> Numeral | None:
    if atoms.low[index] in WORDS.dozens and index and atoms.low[index - 1] in ("'s", "’s"):
        return None  # a baker's dozen
    cardinal = _cardinal(atoms, index)
    return None if cardinal is None else _finished(atoms, index, cardinal)


def _finished(atoms: Atoms, index: int, cardinal: _Cardinal) -> Numeral:
    """Add what may follow a cardinal: a denominator, an ordinal ending, "point five", "and a half"."""
    low, at = atoms.low, cardinal.stop
    value = cardinal.value
    if (fraction := _divided(atoms, cardinal)) is not None:
        return Numeral(index, fraction[1], fraction[0], Form.FRACTION)
    if (ordinal := _ordinal_tail(atoms, cardinal)) is not None:
        return Numeral(index, ordinal[1], ordinal[0], Form.ORDINAL)
    if (decimal := _spoken_decimals(atoms, cardinal)) is not None:
        value, at, step, scale = decimal
        return Numeral(index, at, value, scale=scale, step=step)
    after = _past_hyphen(atoms, at)
    if after < len(atoms) and low[after] == "and":
        added = _fraction(atoms, _past_hyphen(atoms, after + 1))
        if added is not None:
            part, at = added
            return _with_part(atoms, index, cardinal, part, at)
    row = "dozen" if cardinal.last == "dozen" else ""
    if row:
        return Numeral(index, at, tidy(value / 12), Form.VAGUE, row, scale=12)
    return Numeral(index, at, value, scale=cardinal.scale, step=step_of(value))


def _with_part(atoms: Atoms, index: int, cardinal: _Cardinal, part: Number, at: int) -> Numeral:
    """Add a fraction: to the number itself, or to the million that was named or follows."""
    after = _past_hyphen(atoms, at)
    factor = WORDS.scales.get(atoms.low[after], 0) if after < len(atoms) else 0
    if factor and cardinal.scale == 1:
        value = tidy((cardinal.value + part) * factor)  # two and a half million
        return Numeral(index, after + 1, value, scale=factor, step=factor // 10)
    if factor:
        value = tidy(cardinal.value + part * factor)  # one billion and three quarters million
        return Numeral(index, after + 1, value, scale=cardinal.scale, step=factor // 10)
    lift = cardinal.scale if cardinal.last == "scale" else 1  # five billion and three quarters
    return Numeral(index, at, tidy(cardinal.value + part * lift), scale=cardinal.scale, step=0.01)


def _spoken_decimals(atoms: Atoms, cardinal: _Cardinal) -> tuple[Number, int, Number, int] | None:
    """Read "two hundred point zero three" and "one point five million"."""
    low, at = atoms.low, cardinal.stop
    if at + 1 >= len(atoms) or low[at] != "point":
        return None
    at += 1
    digits = ""
    while at < len(atoms) and len(digits) < 12:
        if low[at] in WORDS.tens:
            tail = _cardinal(atoms, at, whole=False)
            if tail is None:
                break
            digits += str(tail.value)
            at = tail.stop
        elif low[at] in WORDS.small:
            digits += str(WORDS.small[low[at]])
            at += 1
        else:
            break
    if not digits:
        return None
    scale = WORDS.scales.get(low[at], 1) if at < len(atoms) else 1
    value = float(f"{cardinal.value}.{digits}") if isinstance(cardinal.value, int) else cardinal.value
    return tidy(value * scale), at + (scale > 1), tidy(10.0 ** -len(digits) * scale), scale


# ----------------------------------------------------------------------------------------- fractions


def _fraction(atoms: Atoms, index: int) -> tuple[Number, int] | None:
    """Read a fraction at an atom: "a half", "three quarters", "fifty-four hundredths", "half"."""
    low = atoms.low
    if index >= len(atoms):
        return None
    word = low[index]
    if word in _ARTICLES:
        at = _past_hyphen(atoms, index + 1)
        if at < len(atoms) and low[at] in WORDS.denominators:
            return 1 / WORDS.denominators[low[at]], at + 1
        return None
    if word == "half":
        return 0.5, index + 1
    if word in WORDS.vulgar:
        return WORDS.vulgar[word], index + 1
    if word not in WORDS.small and word not in WORDS.tens:
        return None
    cardinal = _cardinal(atoms, index, whole=False)
    return None if cardinal is None else _divided(atoms, cardinal)


def _divided(atoms: Atoms, cardinal: _Cardinal) -> tuple[Number, int] | None:
    """Read the denominator after a cardinal: two | thirds, one | twenty-fifth, one hundred | thirty-fifths."""
    low, value = atoms.low, cardinal.value
    at = _past_hyphen(atoms, cardinal.stop)
    if at >= len(atoms) or cardinal.last == "digits" or not value:
        return None
    word = low[at]
    denominator = WORDS.denominators.get(word)
    plural = word.endswith("s") or word == "halves"
    if denominator is not None and (plural or value == 1):
        if cardinal.last == "tens" and denominator < 10 and word not in WORDS.parts:
            tens = value % 100
            if value > tens:
                return (value - tens) / (tens + denominator), at + 1
        return tidy(value / denominator), at + 1
    if cardinal.last == "tens" and denominator is not None:
        return None
    inner = _ordinal(atoms, at)
    if inner is not None and inner.value > 20 and (value == 1 or low[inner.stop - 1].endswith("s")):
        return value / inner.value, inner.stop
    return None


def _past_hyphen(atoms: Atoms, at: int) -> int:
    return at + 1 if at < len(atoms) and atoms.low[at] == "-" and atoms.glued(at) else at


# ------------------------------------------------------------------------------------------ ordinals


def _ordinal_tail(atoms: Atoms, cardinal: _Cardinal) -> tuple[Number, int] | None:
    """Read the end of a long ordinal: twenty- | first, one hundred and | fifth."""
    low, at = atoms.low, cardinal.stop
    linked = _past_hyphen(atoms, at)
    if linked < len(atoms) and low[linked] == "and" and cardinal.last in ("hundred", "scale"):
        linked += 1
    if linked >= len(atoms):
        return None
    number = WORDS.ordinals.get(low[linked].removesuffix("s"))
    if number is None:
        return None
    fits = (cardinal.last == "tens" and number < 10) or (cardinal.last in ("hundred", "scale") and number < 100)
    return (cardinal.value + number, linked + 1) if fits else None


def _ordinal(atoms: Atoms, index: int) -> _Cardinal | None:
    """Read a whole ordinal in words: "twenty-firsts", "one hundred and fifth"."""
    word = atoms.low[index]
    if word not in WORDS.small and word not in WORDS.tens:
        return None
    cardinal = _cardinal(atoms, index, whole=False)
    if cardinal is None:
        return None
    tail = _ordinal_tail(atoms, cardinal)
    return None if tail is None else _Cardinal(tail[0], tail[1], 1, "ordinal")


def _ordinal_word(atoms: Atoms, index: int) -> Numeral | None:
    return Numeral(index, index + 1, WORDS.ordinals[atoms.low[index]], Form.ORDINAL)


# ------------------------------------------------------------------------------- words of their own


def _article(atoms: Atoms, index: int) -> Numeral | None:
    """Read "a hundred", "a dozen", "a couple of hundred", "a few", "a third", "a half"."""
    at = _past_hyphen(atoms, index + 1)
    if at >= len(atoms):
        return None
    word = atoms.low[at]
    if word in _VAGUE or word == "handful":
        numeral = _vague(atoms, at)
    elif word in ("good", "full") and at + 1 < len(atoms) and atoms.low[at + 1] in WORDS.dozens:
        numeral = _words(atoms, at + 1)
    elif word in WORDS.scales or word in WORDS.dozens:
        numeral = _words(atoms, at)
    elif word in WORDS.denominators:
        numeral = _part(atoms, at) if word in ("half", "quarter") else None
        numeral = numeral or _a_part(atoms, at)
    else:
        return None
    if numeral is not None:
        numeral.first = index
    return numeral


def _a_part(atoms: Atoms, at: int) -> Numeral | None:
    """Read "a third of them" and "a fifth"; "a third man" is an ordinal."""
    following = atoms.low[at + 1] if at + 1 < len(atoms) else "."
    if following in _AFTER_A_PART or not following[0].isalnum():
        return Numeral(at, at + 1, 1 / WORDS.denominators[atoms.low[at]], Form.FRACTION)
    return None


_AFTER_A_PART: Final = frozenset(
    {"of", "more", "less", "fewer", "lower", "higher", "larger", "smaller", "had", "were", "have", "are", "said"}
)


def _part(atoms: Atoms, index: int) -> Numeral | None:
    """Read "half a million", "half of them", "a quarter million"; "the second half" is none."""
    low = atoms.low
    share = 1 / WORDS.denominators[low[index]]
    at = _past_hyphen(atoms, index + 1)
    article = at < len(atoms) and low[at] in _ARTICLES
    factor = _past_hyphen(atoms, at + 1) if article else at
    if factor < len(atoms) and low[factor] in WORDS.scales:
        scale = WORDS.scales[low[factor]]
        return Numeral(index, factor + 1, tidy(share * scale), scale=scale, step=tidy(share * scale))
    if factor < len(atoms) and low[factor] in WORDS.dozens and article | (low[index] == "half"):
        return Numeral(index, factor + 1, share, Form.VAGUE, "dozen", scale=12)
    following = low[at] if at < len(atoms) else "."
    before = low[index - 1] if index else ""
    if before in _BEFORE_NO_PART or low[index] not in ("half", "quarter"):
        return None
    if low[index] == "half" and (article or following in _AFTER_HALF or before in _HALF_AFTER):
        return Numeral(index, index + 1, share, Form.FRACTION)
    if low[index] == "quarter" and before == "a" and following == "of":
        return Numeral(index, index + 1, share, Form.FRACTION)
    if low[index] == "half" and before in _ARTICLES and not following[0].isalpha():
        return Numeral(index, index + 1, share, Form.FRACTION)
    return None


_BEFORE_NO_PART: Final = frozenset({"first", "second", "third", "fourth", "last", "final", "opening", "this", "each", "in", "other", "per", "eastern", "western", "northern", "southern", "upper", "lower", "top", "bottom", "front", "back", "latter", "better"})
_AFTER_HALF: Final = frozenset({"of", "the", "its", "their", "his", "her", "our", "all", "those", "these", "as", "that", "were", "are", "have"})
_HALF_AFTER: Final = frozenset({"than", "about", "nearly", "almost", "roughly", "least", "over", "around", "by"})


def _vague(atoms: Atoms, index: int) -> Numeral | None:
    """Read "several", "several dozen", "a couple of hundred", "a few thousand", "a handful of"."""
    low = atoms.low
    row = _VAGUE.get(low[index], "handful")
    before = low[index - 1] if index else ""
    if row in ("few", "handful", "couple") and before not in _ARTICLES:
        return None
    at = _past_hyphen(atoms, index + 1)
    if at + 1 < len(atoms) and low[at] == "of" and (low[at + 1] in WORDS.scales or low[at + 1] in WORDS.dozens):
        at += 1
    elif row == "handful" and not (at < len(atoms) and low[at] == "of"):
        return None
    if at < len(atoms) and (low[at] in WORDS.scales or low[at] in WORDS.dozens):
        following = _cardinal(atoms, at)
        if following is not None:
            return Numeral(index, following.stop, following.value, Form.VAGUE, row, scale=following.scale)
    return Numeral(index, index + 1, 1, Form.VAGUE, row)


_VAGUE: Final = {"several": "several", "few": "few", "couple": "couple"}


def _magnitude(atoms: Atoms, index: int) -> Numeral | None:
    """Read "dozens", "tens of thousands", "hundreds of millions", "scores of people"."""
    low = atoms.low
    row = WORDS.magnitudes[low[index]]
    at, scale = index + 1, 1
    while at + 1 < len(atoms) and low[at] == "of" and low[at + 1] in _PLURAL_SCALES and scale < 10**12:
        scale *= _PLURAL_SCALES[low[at + 1]]
        at += 2
    following = low[at] if at < len(atoms) else "."
    if row == "tens" and scale == 1 and following != "of":
        return None
    if row == "scores" and following not in _AFTER_SCORES:
        return None
    return Numeral(index, at, scale, Form.VAGUE, row, scale=scale)


_PLURAL_SCALES: Final = {word + "s": n for word, n in WORDS.scales.items() if not word.endswith("s")} | WORDS.scales
_AFTER_SCORES: Final = frozenset(
    {"of", "more", "were", "are", "have", "had", "killed", "dead", "wounded", "injured", "hurt", "missing", "arrested", "detained", "others"}
)


def _none(atoms: Atoms, index: int) -> Numeral | None:
    """Read "no one", "nobody", "none of them" and "no deaths"; "no longer" and "no more than" are none."""
    low = atoms.low
    word = low[index]
    following = low[index + 1] if index + 1 < len(atoms) else ""
    if word == "no":
        if following == "one":
            return Numeral(index, index + 2, 0, Form.ZERO, "none")
        noun = _past_adjectives(atoms, index + 1)
        if noun is None:
            return None
    return Numeral(index, index + 1, 0, Form.ZERO, "none")


def _past_adjectives(atoms: Atoms, at: int) -> int | None:
    """Return the plural noun that "no" counts, at most two words on: "no further casualties"."""
    for here in range(at, min(at + 3, len(atoms))):
        word = atoms.low[here]
        if atoms.kind[here] != "word" or word in _NOT_COUNTED:
            return None
        if (word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is"))) or word in _PLURALS:
            return here
    return None


_NOT_COUNTED: Final = frozenset({"longer", "more", "less", "fewer", "doubt", "matter", "other", "such", "way", "is", "was", "has", "does", "one", "one's"})
_PLURALS: Final = frozenset({"people", "children", "men", "women", "police", "casualty", "fatality", "survivor"})


def _fold(atoms: Atoms, index: int) -> Numeral | None:
    """Read "sixfold" as six times."""
    return Numeral(index, index + 1, _FOLDS[atoms.low[index]])


_FOLDS: Final = {word + "fold": n for word, n in (WORDS.small | WORDS.tens | WORDS.scales).items() if n > 1}


_BY_WORD: Final = (
    dict.fromkeys((*WORDS.small, *WORDS.tens), _words)
    | dict.fromkeys((*WORDS.scales, *WORDS.dozens), _words)
    | dict.fromkeys(WORDS.ordinals, _ordinal_word)
    | dict.fromkeys(WORDS.parts, _part)
    | dict.fromkeys(_FOLDS, _fold)
    | dict.fromkeys(_ARTICLES, _article)
    | dict.fromkeys(_VAGUE, _vague)
    | dict.fromkeys(WORDS.magnitudes, _magnitude)
    | dict.fromkeys(("no", "none", "nobody", "no-one"), _none)
)

NUMERAL_WORDS: Final = frozenset((*_BY_WORD, *WORDS.vulgar))
