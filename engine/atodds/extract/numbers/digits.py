"""Read a run of ASCII digits with separators: what number it writes, if it writes one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from atodds.model.interval import Number

_LONGEST = 24  # a longer run is no number that a report states, but a key, a hash or an attack

_SHAPES = re.compile(
    r"""
    (?P<western> \d{1,3} (?: , \d{3} )+ (?: \. \d+ )? )
  | (?P<indian> \d{1,2} (?: , \d{2} )+ , \d{3} (?: \. \d+ )? )
  | (?P<dotted> [1-9] \d{0,2} \.000 | \d{1,3} (?: \. \d{3} ){2,} )  # 10.000, 1.250.000, not 1.250
  | (?P<decimal> \d* \. \d+ )
  | (?P<continental> \d{1,3} (?: \. \d{3} )+ , \d+ )
  | (?P<comma> \d+ , \d{1,2} )
  | (?P<spaced> \d{1,3} (?: [\u00a0\u2009\u202f ] \d{3} )+ (?: [.,] \d+ )? )  # 10 000
  | (?P<torn> \d{1,3} (?: , [ ] \d{3} )+ )                              # 230, 000 in scraped text
  | (?P<swiss> \d{1,3} (?: ['’] \d{3} )+ (?: \. \d+ )? )
  | (?P<arabic> \d{1,3} (?: \u066c \d{3} )* (?: \u066b \d+ )? )
    """,
    re.VERBOSE,
)
_NOT_DIGITS = re.compile(r"\D+")


class Digits(NamedTuple):
    """The number that digits write; `places` counts its decimals, `plain` digits have no separator."""

    value: Number
    places: int
    plain: bool


def read_digits(digits: str) -> Digits | None:
    """Return the number, or None for what is none ("192.168.1.2", "1,23,4") or has more than 24 digits."""
    if digits.isdecimal():
        return Digits(int(digits), 0, plain=True) if len(digits) <= _LONGEST else None
    if len(digits) > 2 * _LONGEST:
        return None
    found = _SHAPES.fullmatch(digits.rstrip(" \u00a0\u2009\u202f"))
    if found is None:
        return None
    shape = found.lastgroup
    words = found.group()
    tail = ""
    if shape in ("comma", "continental"):
        words, _, tail = words.rpartition(",")
    elif shape == "arabic":
        words, _, tail = words.partition("\u066b")
    elif shape == "spaced" and "," in words:
        words, _, tail = words.partition(",")
    elif shape != "dotted":
        words, _, tail = words.partition(".")
    whole = _NOT_DIGITS.sub("", words) or "0"
    if len(whole) + len(tail) > _LONGEST:
        return None
    if not tail:
        return Digits(int(whole), 0, plain=False)
    return Digits(float(f"{whole}.{tail}"), len(tail), plain=False)


def tidy(value: Number) -> Number:
    """Return a whole float as an int and shave off the dust of binary arithmetic: 0.1 * 3 is 0.3."""
    if isinstance(value, int):
        return value
    rounded = float(f"{value:.12g}")
    return int(rounded) if rounded.is_integer() and abs(rounded) < 1e15 else rounded
