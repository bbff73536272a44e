"""Cut text into words, numbers and punctuation marks, each with its exact place."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Kind = Literal["word", "number", "punct"]

# Invisible characters that a page may carry between any two letters; they are passed over like spaces.
_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad"

# Codes glued to a sum; "PS" is a pound sign lost in conversion, "PS5" is none.
_CURRENCY = r"""(?: (?: USD|EUR|GBP|INR|JPY|CNY|RMB|CHF|AUD|CAD|NZD|SGD|HKD|KRW|BRL|ZAR|NGN|PKR|SEK|NOK|DKK
      |PLN|TRY|RUB|UAH|PHP|IDR|MYR|THB|VND|AED|SAR|KES|RM|Rs|Rp|Ksh|Tk|US|HK ) | PS (?= \d+ [.,] \d ) )"""

_TOKEN = re.compile(
    rf"""
    [\s{_INVISIBLE}]*+
    (?: (?P<plain> [A-Za-z]++ (?! [\w.'’‐‑\u0300-\u036f-] ) )                   # most words, for speed
      | (?P<number>
            # One run of digits and separators, cut up afterwards: grouping decides what "22,24,26" is.
            (?: \d{{1,3}} (?: [\u00a0\u2009\u202f] \d{{3}} )+ (?: [.,] \d+ )? (?! \d )  # unbreakable 10 000
              | \d{{1,3}} (?: ,? [ ] 000 )+ (?! \d )                              # 10 000 people, 230, 000
              | \d++ (?: [.,'’\u066b\u066c] \d++ )*+                             # 10,000  1.5  10'000
              | (?<! [\w.,] ) \. \d++                                             # .25
            )
            [¼-¾⅐-⅞]?                                                             # 1½
            (?: [^\W\d_] \w* )?                                                   # 22nd  10k  50mph  1e10
            (?: [-‐‑] (?= [^\W\d_] ) \w+ (?: [-‐‑] \w+ )* )?                      # 44-year-old, not 10-15
          | [¼-¾⅐-⅞]
        )
      | (?P<word>
            (?: [^\W\d_] \. ){{2,}}                                               # U.N.  p.m.
          | (?= [A-Z] ) {_CURRENCY} (?= \d )                                      # USD | 10m
          | [^\W\d_] [\w\u0300-\u036f]*+
            (?: (?: [-‐‑] (?= [^\W\d_] )                                         # co-pilot
                  | (?<= [A-Z\d] ) [-‐‑] (?= \d )                                  # COVID-19, not sub | - | 7
                  | ['’] (?! [sS] \b ) (?= [^\W_] )                               # didn't  O'Brien
                ) [\w\u0300-\u036f]+ )*
          | (?<= \w ) ['’] [sS] (?! \w )                                          # Kazakhstan | 's
        )
      | (?P<punct> \.{{2,}} | --+ | [^\s\w{_INVISIBLE}] | _+ )
      | \Z                                                                       # white space at the end
    )
    """,
    re.VERBOSE,
)

# What makes a run of digits and separators one number.
_ONE_NUMBER = re.compile(
    r"""
    (?: \d+ (?: \. \d+ )+                              # 1.5, 192.168.1.2, 10.01.2022
      | \d{1,3} (?: , \d{3} )+ (?: \. \d+ )?           # 1,674,200.5
      | \d{1,2} (?: , \d{2} )+ , \d{3} (?: \. \d+ )?   # 12,34,567.89 as in India
      | \d{1,3} (?: \. \d{3} )+ , \d+                  # 1.111,11 as on the continent
      | \d{1,3} (?: ['’] \d{3} )+ (?: \. \d+ )?        # 10'000 as in Switzerland
      | \d+ , \d{1,2}                                  # 1,5
      | \d{1,3} (?: \u066c \d{3} )* (?: \u066b \d+ )?  # Arabic separators
    )
    """,
    re.VERBOSE,
)
_SEPARATED = re.compile(r"\d[.,'’\u066b\u066c]\d")
_PIECE = re.compile(r"(?P<number>\d[^,'’\u066b\u066c]*)|(?P<punct>[,'’\u066b\u066c])")
_DIGITS = re.compile(r"[\d.,'’\u066b\u066c]*\d")


class Token(NamedTuple):
    """
    One word, number or mark: `start` and `end` are characters into the text it was cut from.

    A hyphenated compound is one token ("co-pilot", "44-year-old"), a number is one with its separators and
    what is glued to it ("10,000", "22nd", "50mph"), a possessive 's is its own.
    """

    start: int
    end: int
    text: str
    lower: str
    kind: Kind


def lex(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """
    Return the tokens of `text[start:end]`, offsets counting from the start of `text`.

    Takes time linear in the length of the piece and never raises. White space and invisible characters
    are left out; every other character belongs to exactly one token.
    """
    stop = len(text) if end is None else min(end, len(text))
    piece = text[start:stop]
    lowered = piece.lower()
    if len(lowered) != len(piece):  # a Turkish capital İ becomes two characters
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in piece)
    tokens: list[Token] = []
    add = tokens.append
    new = tuple.__new__
    for found in _TOKEN.finditer(text, start, stop):
        group = found.lastindex
        if group is None:
            break
        words, last = found[group], found.end()
        first = last - len(words)
        if group == _NUMBER and _SEPARATED.search(words):
            tokens += _pieces(first, words)
        else:
            # tuple.__new__ spares half of the cost of Token(...), and every word passes here
            add(new(Token, (first, last, words, lowered[first - start : last - start], _KINDS[group])))
    return tokens


# Of the groups of _TOKEN, which count from 1: plain, number, word, punct.
_KINDS: tuple[Kind, ...] = ("word", "word", "number", "word", "punct")
_NUMBER = 2


def _pieces(offset: int, words: str) -> list[Token]:
    """Cut a run such as "22,24,26" into its numbers; "10,000km" stays whole."""
    digits = _DIGITS.match(words)
    if digits is None or _ONE_NUMBER.fullmatch(words, 0, digits.end()):
        return [Token(offset, offset + len(words), words, words.lower(), "number")]
    return [
        Token(offset + found.start(), offset + found.end(), found.group(), found.group().lower(), kind)
        for found in _PIECE.finditer(words)
        for kind in (("number" if found.lastgroup == "number" else "punct"),)
    ]
