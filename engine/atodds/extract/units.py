"""What stands beside a figure: currencies, units of measure, and the noun it counts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from atodds.extract.grammar import grammar, stops
from atodds.model.quantity import Role
from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from atodds.extract.atoms import Atoms

_LONGEST_PHRASE: Final = 4
_LONGEST_NOUN_PHRASE: Final = 7
_AGE: Final = frozenset({"old", "olds"})


class Unit(NamedTuple):
    """A unit beside a figure: what it is called, what it makes of the figure, and the atom after it."""

    name: str
    role: Role
    stop: int


class _Units(NamedTuple):
    phrases: dict[tuple[str, ...], Role]  # lower case, up to four words
    first_words: frozenset[str]
    symbols: dict[str, Role]  # as written
    symbols_apart: frozenset[str]  # those that need not be glued to the figure
    before: frozenset[str]
    only_with_sign: frozenset[str]
    adjectives: frozenset[str]


@cache
def _units() -> _Units:
    table = load_table("units")
    phrases: dict[tuple[str, ...], Role] = {}
    for section, role in (
        ("measures", Role.MEASURE),
        ("time", Role.MEASURE),
        ("money_words", Role.MONEY),
        ("percent", Role.PERCENT),
    ):
        for phrase in table[section]:
            words = tuple(phrase.split())
            phrases[words] = role
            if role is not Role.PERCENT:
                phrases[*words[:-1], words[-1] + "s"] = role
    symbols = dict.fromkeys(table["symbols"], Role.MEASURE) | dict.fromkeys(table["money_symbols"], Role.MONEY)
    return _Units(
        phrases,
        frozenset(words[0] for words in phrases),
        symbols,
        frozenset(symbols) - frozenset(table["symbols_only_glued"]),
        frozenset(table["money_before"]),
        frozenset(table["money_only_with_sign"]),
        frozenset(table["money_adjectives"]),
    )


def money_before(atoms: Atoms, index: int) -> tuple[int, str]:
    """Return where the currency that stands before an atom begins, and its name; (index, "") if none."""
    units = _units()
    at = index - 1
    if at < 0 or atoms.text[at] not in units.before:
        if at > 0 and atoms.low[at] == "=" and atoms.text[at - 1] == "Y":
            return at - 1, "y="  # how old wire services wrote a yen sign
        if at > 0 and atoms.low[at] == "." and atoms.text[at - 1] == "Rs":
            return at - 1, "rs"
        return index, ""
    sign = not atoms.text[at].isalpha()
    if not sign and atoms.text[at] in units.only_with_sign and not atoms.glued(index):
        return index, ""
    name = atoms.low[at]
    if not sign and at and atoms.text[at - 1] == "$":
        return at - 1, f"{name}$"  # $US160
    if sign and at and atoms.text[at - 1] in units.before and atoms.text[at - 1].isalpha():
        at -= 1  # US $5
        name = atoms.low[at] + name
    elif sign and at and atoms.glued(at) and atoms.text[at - 1] in ("A", "C", "NZ", "S", "R", "T"):
        at -= 1
        name = atoms.low[at] + name
    return at, name


def unit_after(atoms: Atoms, index: int) -> Unit | None:
    """Return the unit that begins at an atom, a hyphen before it allowed: 5 km, 6.1-inch, 44-year-old."""
    length = len(atoms)
    at = index + 1 if index < length and atoms.low[index] == "-" and atoms.glued(index) else index
    if at >= length:
        return None
    units = _units()
    low = atoms.low
    if low[at] in units.first_words:
        for size in range(min(_LONGEST_PHRASE, length - at), 0, -1):
            role = units.phrases.get(tuple(low[at : at + size]))
            if role is not None:
                return _with_age(atoms, Unit(" ".join(low[at : at + size]), role, at + size))
    if (compound := _year_old(low[at])) is not None:
        return Unit(compound, Role.AGE, at + 1)
    symbol = atoms.text[at]
    apart = symbol in units.symbols_apart if len(symbol) > 1 else symbol in "°WVFKNJC"
    if apart and len(symbol) == 1 and low[at + 1 : at + 2] == ["."] and atoms.text[at + 2 : at + 3] > ["A"]:
        return None  # 3007 N. Main Street
    if symbol in units.symbols and (apart or atoms.glued(at)) and (at == index or symbol[0].isalpha()):
        return _with_rate(atoms, Unit(low[at], units.symbols[symbol], at + 1))
    if low[at] in units.adjectives:
        here = at + 1
        while here < min(at + 3, length) and low[here] in units.adjectives:
            here += 1
        if here < length and units.phrases.get((low[here],)) is Role.MONEY:
            return Unit(" ".join(low[at : here + 1]), Role.MONEY, here + 1)
    return None


def _with_age(atoms: Atoms, unit: Unit) -> Unit:
    """Turn "year" into an age where "old" follows: 44 | year - old, 44 years old, 44 years of age."""
    low, at = atoms.low, unit.stop
    if unit.name.removesuffix("s") not in ("year", "month", "week", "day"):
        return unit
    following = low[at : at + 2]
    if following[:1] == ["old"]:
        return Unit(f"{unit.name} old", Role.AGE, at + 1)
    if len(following) > 1 and following[0] == "-" and following[1] in _AGE:
        return Unit(f"{unit.name}-old", Role.AGE, at + 2)
    if following == ["of", "age"]:
        return Unit(f"{unit.name} of age", Role.AGE, at + 2)
    return unit


def _year_old(word: str) -> str | None:
    """Read a compound that stayed whole because its number stands apart: 400 million | year-old."""
    first, hyphen, last = word.partition("-")
    aged = hyphen and last in _AGE and first.removesuffix("s") in ("year", "month", "week", "day")
    return word if aged else None


def _with_rate(atoms: Atoms, unit: Unit) -> Unit:
    """Add "/h" to "km": 140 km/h, 10 kV/cm."""
    at = unit.stop
    if at + 1 < len(atoms) and atoms.low[at] == "/" and atoms.glued(at) and atoms.glued(at + 1):
        return Unit(f"{unit.name}/{atoms.low[at + 1]}", unit.role, at + 2)
    return unit


def counted_noun(atoms: Atoms, index: int, *, many: bool) -> tuple[str, int]:
    """
    Return the noun that a number before the atom counts, lower case, and the atom after it.

    ("", index) where none follows ("12 were killed"). A noun of a plural count ends in s or is a plural
    without one ("people"); the last such word of the phrase is taken.
    """
    low, kinds = atoms.low, atoms.kind
    at = index
    if at < len(atoms) and low[at] == "of":
        many = True  # one of the miners
        at += 1
        while at < len(atoms) and low[at] in grammar().determiners:
            at += 1
    while at < len(atoms) and low[at] in grammar().rest and low[at] != "others":
        at += 1  # 12 more people
    stop_words = stops()
    found, stop = "", index
    last, last_at = "", index
    for here in range(at, min(at + _LONGEST_NOUN_PHRASE, len(atoms))):
        word = low[here]
        if word in ("'s", "’s") and here > at:
            found = last = ""  # one of the town's miners
            continue
        if kinds[here] != "word" or word in stop_words:
            break
        if here > at and (word in grammar().verbs or word in grammar().adverbs) and (found or last):
            break
        if many and is_plural(word) and word != "others":
            if found and not _may_follow(found):
                break
            found, stop = word, here + 1
        elif found:
            break
        last, last_at = word, here + 1
    if found:
        return found, stop
    if not many and last and not last.endswith(("ed", "ing")):
        return last, last_at
    return "", index


def is_plural(word: str) -> bool:
    """Say whether a word looks like a noun in the plural."""
    return word in _PLURALS or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous", "'s"))
    )


_PLURALS: Final = frozenset(
    {"people", "men", "women", "children", "police", "personnel", "policemen", "policewomen", "gunmen", "fishermen", "staff",
     "servicemen", "servicewomen", "firemen", "militiamen", "tribesmen", "clergymen", "countrymen", "crew", "cattle", "sheep", "fish", "aircraft", "feet", "teeth", "mice", "lives", "youth", "troops", "headquarters", "series", "passersby", "workmen", "seamen", "crewmen", "guardsmen", "schoolchildren", "grandchildren", "infantrymen", "businessmen"}
)  # fmt: skip


def _may_follow(word: str) -> bool:
    """Let a further plural follow: "10 women protesters", "14 police officers"."""
    return word in ("police", "women", "men", "children", "sports", "youth", "people", "crew", "staff")
