"""Tell figures that name something: "Flight 93", "555-0199", "221 Baker Street", "iPhone 12"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atodds.extract.grammar import grammar, stops
from atodds.extract.numbers.dates import counts_things
from atodds.extract.numbers.numeral import Form
from atodds.extract.numbers.role_words import role_words
from atodds.extract.numbers.words import number_words

if TYPE_CHECKING:
    from atodds.extract.numbers.atoms import Atoms
    from atodds.extract.numbers.figures import Figure

_DASHES: Final = frozenset("-\u2010\u2011\u2013")
_WINDOW: Final = 6  # atoms on either side that show whether a text is in title case


def is_label(atoms: Atoms, figure: Figure) -> bool:
    """Say whether a figure that is no date and has no unit names something instead of counting."""
    if figure.row is not None or figure.numeral.scale > 1 or not isinstance(figure.low, int):
        return False
    return (
        _is_number_name(atoms, figure)
        or (figure.numeral.form is Form.CARDINAL and _follows_name(atoms, figure))
        or _is_address(atoms, figure)
    )


def is_glued_label(atoms: Atoms, figure: Figure) -> bool:
    """Say whether signs tie the figure to others or to a word: "covid-19", "#5", "9/11", "ID.3"."""
    if not figure.numeral.digits:
        return False
    first, stop = figure.number_first, figure.numeral.stop
    digits = atoms.text[figure.numeral.first]
    if first and atoms.glued(first) and _tied_before(atoms, first):
        return True
    if digits[0] == "0" and digits.isdigit() and len(digits) > 2 and digits.strip("0"):
        return True  # 0800 056
    if atoms.word(stop) in ("/", "-") and atoms.glued(stop) and atoms.glued(stop + 1):
        after = atoms.text[stop + 1]
        if after == "for" or (after.istitle() and after.lower() in number_words().small):
            return True  # a 2-for-1 split, 7-Eleven
        if atoms.low[stop] == "/" and atoms.kind[stop + 1] == "number":
            return True  # 24/7
        if len(digits) == 3 and after.isupper() and len(after) > 3:
            return True  # 480-WITNESS
        if digits == "1" and len(after) == 3 and after[0] == "8":
            return True  # 1-800-...
    return _is_chained(atoms, first, stop) or _is_area_code(atoms, first, stop, digits)


def _tied_before(atoms: Atoms, first: int) -> bool:
    before = atoms.low[first - 1]
    if before in ("#", "@", "_", "№"):
        return True
    if not atoms.glued(first - 1):
        return False
    tied = atoms.word(first - 2)
    if before == "/":
        return atoms.kind[first - 2] == "number"
    if before == ".":
        return atoms.text[first - 2].isupper()  # ID.3
    return before in _DASHES and len(tied) > 1 and tied[0].isalpha() and tied not in role_words().prefixes


def _is_chained(atoms: Atoms, first: int, stop: int) -> bool:
    """See three figures in a row as in a date or telephone number: 2019-08-26, 202-555-0199."""
    chain = 1
    at = stop
    while chain < 3 and at + 1 < atoms.size and _ties(atoms, at) and atoms.kind[at + 1] == "number":
        chain += 1
        at += 2
    at = first - 1
    while chain < 3 and at > 0 and _ties(atoms, at) and atoms.kind[at - 1] == "number":
        chain += 1
        at -= 2
    return chain > 2


def _ties(atoms: Atoms, at: int) -> bool:
    return atoms.low[at] in ("-", "/", ".") and atoms.glued(at) and atoms.glued(at + 1)


def _is_area_code(atoms: Atoms, first: int, stop: int, digits: str) -> bool:
    """See "(202) 555-0199"."""
    enclosed = len(digits) == 3 and atoms.word(first - 1) == "(" and atoms.word(stop) == ")"
    return enclosed and stop + 1 < atoms.size and atoms.kind[stop + 1] == "number"


def _is_number_name(atoms: Atoms, figure: Figure) -> bool:
    """See "the 1400 block", "a 911 call", "Group of Seven" and, outside title case, "Kick Six"."""
    first, stop = figure.number_first, figure.numeral.stop
    if atoms.word(stop) == "block":
        return True
    if figure.low == 911 and not role_words().calls.isdisjoint((atoms.word(first - 1), atoms.word(stop))):
        return True
    text = atoms.text[first]
    if atoms.text[max(0, first - 2) : first] == ["Group", "of"]:
        return text[0].isupper() or figure.numeral.digits
    capital = text.isalpha() and text[0].isupper() and text[1:].islower() and stop - first == 1
    return capital and first > 0 and _is_name(atoms, first - 1)


def _follows_name(atoms: Atoms, figure: Figure) -> bool:
    numeral, words = figure.numeral, role_words()
    at = figure.number_first - 1
    word = atoms.word(at)
    if word == "." and atoms.word(at - 1) in words.abbreviated_labels:
        return True
    if not word or not (word[0].isalpha() or word == "&"):
        return False
    text = atoms.text[at]
    counts = counts_things(atoms, numeral.stop)
    if word in words.labels:
        capital = text[0].isupper() and not (text.isupper() and len(text) > 3)
        if (word in words.labels_with_capital or not numeral.digits) and not capital and word != "number":
            return False
        if numeral.digits and not numeral.plain:
            return False
        return not (counts and word in words.labels_unless_counting)
    if not (numeral.digits and numeral.plain) or numeral.stop - numeral.first > 1:
        return False
    if text[1:] != text[1:].lower() and not text.isupper() and "." not in text:
        return True  # iPhone 12
    if text.isupper() and text[0] in "KW" and len(text) in (3, 4) and not atoms.text[at - 1].isupper():
        return True  # WXYZ 12 News
    return not counts and _is_name(atoms, at)


def _is_name(atoms: Atoms, at: int) -> bool:
    """See a capitalised name at an atom, in a sentence that is not written in title case."""
    text, word = atoms.text[at], atoms.low[at]
    if not text[0].isupper() or len(text) < 2 or "." in text or (text.isupper() and len(text) > 5):
        return False
    words = grammar()
    if word in stops() or word in words.verbs or word in words.adverbs or word in words.months:
        return False
    before = atoms.text[at - 1] if at else "."
    if word.endswith(("s", "ed", "ing")) and len(word) > 3 and not before[0].isupper():
        return False
    if not before[0].isalnum() and before not in (",", "'s", "’s"):
        return False
    around = atoms.text[max(0, at - _WINDOW) : at + _WINDOW + 1]
    return any(near.islower() and len(near) > 3 and near not in stops() for near in around)


def _is_address(atoms: Atoms, figure: Figure) -> bool:
    """See "221 Baker Street" and "12th Avenue"."""
    ordinal = figure.numeral.form is Form.ORDINAL
    if not figure.numeral.digits and not ordinal:
        return False
    at = figure.numeral.stop
    for here in range(at, min(at + 4, atoms.size)):
        text = atoms.text[here]
        if not text[0].isupper() or (text.isupper() and len(text) > 4):
            return False
        if (here > at or ordinal) and atoms.low[here] in role_words().streets:
            return True
    return False
