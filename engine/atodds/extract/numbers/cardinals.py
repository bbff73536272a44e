"""Read a cardinal in words: "one hundred and sixty-four", "4 thousand 3 hundred and 21"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from atodds.extract.numbers.digits import read_digits, tidy
from atodds.extract.numbers.words import number_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from atodds.extract.numbers.atoms import Atoms
    from atodds.model.interval import Number

_LARGEST_SCALE: Final = 10**18


class Cardinal(NamedTuple):
    """Ends before atom `stop`; `last` is the kind of its last word, `scale` its last factor."""

    value: Number
    stop: int
    scale: int
    last: str


@dataclass(slots=True)
class _Sum:
    """
    A cardinal in the making: thousands and above in `total`, what is below in `group`.

    Each `add_...` takes one more word and says whether English allows it there; `joined` is the "and" or
    hyphen before it.
    """

    total: Number = 0
    group: Number | None = None
    limit: int = _LARGEST_SCALE
    scale: int = 1
    last: str = ""

    def add_small(self, value: int, joined: str, kind: str) -> bool:
        """Add one to ninety."""
        if self.group is None:
            if self.last and (self.last != "scale" or not 0 < value < self.limit):
                return False
            self.group = value
        elif not value or not (
            self.last == "hundred" or (self.last == "tens" and value < 10 and joined != "and")
        ):
            return False
        else:
            self.group += value
        self.last = kind
        return True

    def add_hundred(self) -> bool:
        """Multiply by a hundred what was last said: three hundred, nineteen hundred, 2.12 hundred."""
        if self.group is None:
            if self.last:
                return False
            self.group = 1
        if not self.group or (self.group >= 100 and self.last != "digits") or self.last == "hundred":
            return False
        self.group = tidy(self.group * 100)
        self.last = "hundred"
        if not self.total:
            self.scale = 100
        return True

    def add_scale(self, factor: int, word: str) -> bool:
        """Multiply by a thousand or more; scales fall from left to right, but for "one lakh crore"."""
        if self.group is None:
            if not self.last:
                self.total = factor
            elif self.last == "scale" and word.startswith("crore"):
                self.total *= factor
            else:
                return False
        elif factor < self.limit:
            self.total += tidy(self.group * factor)
            self.group = None
        else:
            return False
        self.limit = self.scale = factor
        self.last = "scale"
        return True

    def add_dozen(self) -> None:
        """Multiply by twelve what was last said: two dozen, three hundred and two dozen."""
        group = 1 if self.group is None else self.group
        tail = group % 100 or group
        self.last = "dozen" if tail == group and not self.total else "small"
        self.group = group - tail + tail * 12
        self.scale = 12

    def add_digits(self, value: Number) -> None:
        """Add a figure."""
        self.group = value if self.group is None else self.group + value
        self.last = "digits"


def read_cardinal(
    atoms: Atoms, index: int, part_begins: Callable[[Atoms, int], object] | None = None
) -> Cardinal | None:
    """
    Return the longest cardinal that begins at an atom, in words or in digits that go on in words.

    `part_begins(atoms, at)` tells where "and" opens a fraction and no further part of the number: "two
    hundred and fifty-four hundredths". Looks at a bounded number of atoms.
    """
    low, length = atoms.low, atoms.size
    words = number_words()
    so_far = _Sum()
    at = index
    while at < length:
        here, joined = at, ""
        if at > index:
            here, joined = _linked(atoms, at, so_far.last)
            if here >= length or (joined == "and" and part_begins is not None and part_begins(atoms, here)):
                break
        word = low[here]
        if so_far.group is not None and so_far.group < 1000 and word.endswith("s"):
            word = word.removesuffix("s")  # five hundreds
        if word in words.dozens and joined != "and":
            so_far.add_dozen()
            at = here + 1
            break
        if atoms.kind[here] == "number":
            if not _takes_digits(atoms, so_far, index, here, joined):
                break
        elif not _takes_word(atoms, so_far, here, word, joined):
            break
        at = here + 1
    if at == index:
        return None
    return Cardinal(tidy(so_far.total + (so_far.group or 0)), at, so_far.scale, so_far.last)


def _linked(atoms: Atoms, at: int, last: str) -> tuple[int, str]:
    """Return the atom after an "and" or hyphen that may join two words of one number, and what joins them."""
    if atoms.low[at] == "and":
        return at + 1, "and"
    if atoms.low[at] == "-" and ((atoms.glued(at) and atoms.glued(at + 1)) or last == "tens"):
        return at + 1, "-"
    return at, ""


def _takes_word(atoms: Atoms, so_far: _Sum, here: int, word: str, joined: str) -> bool:
    words = number_words()
    if word in words.small or word in words.tens:
        if joined == "and" and so_far.last == "hundred" and "hundred" in atoms.low[here + 1 : here + 3]:
            return False  # 3 hundred and 2 hundred
        if word in words.tens:
            return so_far.add_small(words.tens[word], joined, "tens")
        return so_far.add_small(words.small[word], joined, "small")
    if joined == "and":
        return False
    if word == "hundred":
        return so_far.add_hundred()
    return word in words.scales and so_far.add_scale(words.scales[word], word)


def _takes_digits(atoms: Atoms, so_far: _Sum, index: int, here: int, joined: str) -> bool:
    figure = read_digits(atoms.text[here])
    if figure is None:
        return False
    leads = atoms.kind[index] == "number" and _goes_on(atoms, here, figure.value, so_far, joined)
    if here > index and not leads:
        return False
    so_far.add_digits(figure.value)
    return True


def _goes_on(atoms: Atoms, at: int, value: Number, so_far: _Sum, joined: str) -> bool:
    """Let digits go on a number that began with digits: "3 hundred and 21", "4 thousand 3 hundred"."""
    following = atoms.low[at + 1] if at + 1 < atoms.size else ""
    if so_far.last == "hundred" and joined == "and":
        return isinstance(value, int) and 0 < value < 100 and following not in number_words().scales
    return so_far.last == "scale" and not joined and following == "hundred" and 0 < value < 10
