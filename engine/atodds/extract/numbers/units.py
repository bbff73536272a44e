"""Find the unit of a figure: the currency before it, the unit of measure or money after it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from atodds.model.quantity import Role
from atodds.rulebook.lexicon import load_table

if TYPE_CHECKING:
    from atodds.extract.numbers.atoms import Atoms

_LONGEST_PHRASE: Final = 4
_DOLLAR_PREFIXES: Final = frozenset({"A", "C", "NZ", "S", "R", "T"})
_LONE_CAPITALS: Final = "°WVFKNJC"
_AGED: Final = frozenset({"old", "olds"})
_AGE_UNITS: Final = frozenset({"year", "month", "week", "day"})


_SECTIONS: Final = {
    "measures": Role.MEASURE,
    "time": Role.MEASURE,
    "money_words": Role.MONEY,
    "percent": Role.PERCENT,
}


class Unit(NamedTuple):
    """A unit beside a figure: what it is called, what it makes of the figure, and the atom after it."""

    name: str
    role: Role
    stop: int


@dataclass(frozen=True, slots=True)
class _Units:
    phrases: dict[tuple[str, ...], Role]  # lower case, up to four words
    first_words: frozenset[str]
    symbols: dict[str, Role]  # as written
    only_glued: frozenset[str]
    before: frozenset[str]
    only_with_sign: frozenset[str]
    adjectives: frozenset[str]


@cache
def _units() -> _Units:
    table = load_table("units")
    phrases: dict[tuple[str, ...], Role] = {}
    for section, role in _SECTIONS.items():
        for phrase in table[section]:
            words = tuple(phrase.split())
            phrases[words] = role
            if role is not Role.PERCENT:
                phrases[*words[:-1], words[-1] + "s"] = role
    return _Units(
        phrases,
        frozenset(words[0] for words in phrases),
        dict.fromkeys(table["symbols"], Role.MEASURE) | dict.fromkeys(table["money_symbols"], Role.MONEY),
        frozenset(table["symbols_only_glued"]),
        frozenset(table["money_before"]),
        frozenset(table["money_only_with_sign"]),
        frozenset(table["money_adjectives"]),
    )


def money_before(atoms: Atoms, index: int) -> tuple[int, str]:
    """Return where the currency that stands before an atom begins, and its name; (index, "") if none."""
    units = _units()
    at = index - 1
    if at < 0:
        return index, ""
    text, before = atoms.text[at], atoms.text[at - 1] if at else ""
    if text not in units.before:
        if (text, before) in (("=", "Y"), (".", "Rs")):
            return at - 1, f"{before}{text}".lower()  # Y=5,000, as old wires wrote a yen sign; Rs. 300
        return index, ""
    name = text.lower()
    if text.isalpha():
        if text in units.only_with_sign and not atoms.glued(index):
            return index, ""
        return (at - 1, f"{name}$") if before == "$" else (at, name)  # $US160
    if before.isalpha() and (before in units.before or (before in _DOLLAR_PREFIXES and atoms.glued(at))):
        return at - 1, before.lower() + name  # US $5
    return at, name


def unit_after(atoms: Atoms, index: int) -> Unit | None:
    """Return the unit that begins at an atom, a hyphen before it allowed: 5 km, 6.1-inch, 44-year-old."""
    at = index + 1 if index < atoms.size and atoms.low[index] == "-" and atoms.glued(index) else index
    if at >= atoms.size:
        return None
    units, low = _units(), atoms.low
    if low[at] in units.first_words:
        for size in range(min(_LONGEST_PHRASE, atoms.size - at), 0, -1):
            role = units.phrases.get(tuple(low[at : at + size]))
            if role is not None:
                return _with_age(atoms, Unit(" ".join(low[at : at + size]), role, at + size))
    compound, _, end = low[at].partition("-")
    if end in _AGED and compound.removesuffix("s") in _AGE_UNITS:
        return Unit(low[at], Role.AGE, at + 1)  # 400 million | year-old
    if (at == index or atoms.text[at][0].isalpha()) and _is_symbol(atoms, at):
        return _with_rate(atoms, Unit(low[at], units.symbols[atoms.text[at]], at + 1))
    return _named_money(atoms, at)


def _is_symbol(atoms: Atoms, at: int) -> bool:
    """Tell "50km", "5 W" and "30 ft" from "one in three" and "3007 N. Main Street"."""
    symbol = atoms.text[at]
    if symbol not in _units().symbols:
        return False
    if atoms.glued(at):
        return True
    if len(symbol) > 1:
        return symbol not in _units().only_glued
    initial = atoms.low[at + 1 : at + 2] == ["."] and atoms.text[at + 2 : at + 3] > ["A"]
    return symbol in _LONE_CAPITALS and not initial


def _named_money(atoms: Atoms, at: int) -> Unit | None:
    """Read "5 Hong Kong dollars"."""
    units, here = _units(), at
    while here < min(at + 3, atoms.size) and atoms.low[here] in units.adjectives:
        here += 1
    if here == at or here >= atoms.size or units.phrases.get((atoms.low[here],)) is not Role.MONEY:
        return None
    return Unit(" ".join(atoms.low[at : here + 1]), Role.MONEY, here + 1)


def _with_age(atoms: Atoms, unit: Unit) -> Unit:
    """Turn "year" into an age where "old" follows: 44 | year - old, 44 years old, 44 years of age."""
    if unit.name.removesuffix("s") not in _AGE_UNITS:
        return unit
    following = atoms.low[unit.stop : unit.stop + 2]
    if following[:1] == ["old"]:
        return Unit(f"{unit.name} old", Role.AGE, unit.stop + 1)
    if following[:1] == ["-"] and following[-1] in _AGED:
        return Unit(f"{unit.name}-old", Role.AGE, unit.stop + 2)
    if following == ["of", "age"]:
        return Unit(f"{unit.name} of age", Role.AGE, unit.stop + 2)
    return unit


def _with_rate(atoms: Atoms, unit: Unit) -> Unit:
    """Add "/h" to "km": 140 km/h, 10 kV/cm."""
    at = unit.stop
    if at + 1 < atoms.size and atoms.low[at] == "/" and atoms.glued(at) and atoms.glued(at + 1):
        return Unit(f"{unit.name}/{atoms.low[at + 1]}", unit.role, at + 2)
    return unit
