"""Tell whether two credited speakers are one: names, roles, bodies and sex."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from atodds.rulebook.persons import Person, are_forms, read_person

_SAME_SURNAME = 84  # percent of letters that two spellings of one surname share
_SAME_GIVEN = 62  # ... and of one given name: Alexander and Aleksandr, Kassym-Jomart and Kassym-Shomart


def same_speaker(a: str, b: str) -> bool | None:
    """
    Say whether two speakers, as worded, are one: True, False, or None where the words do not tell.

    "Mr Dale" is "spokesman Jim Dale"; a spokeswoman is not, nor is the president; "the ministry" may be
    anybody in it. A name guessed for a pronoun can show that two are one, never that they are not. Accents,
    titles and spelling variants of a name make no difference, nor does the order of the two; never raises.
    """
    one, other = sorted((a, b))
    return _same_speaker(one, other)


@lru_cache(maxsize=65_536)
def _same_speaker(a: str, b: str) -> bool | None:
    one, other = read_person(a), read_person(b)
    if " and " in a + b:
        return _same_several(a, b)
    if one.sex and other.sex and one.sex != other.sex and _are_persons(one, other):
        return None if one.guessed or other.guessed else False
    if one.names and other.names:
        same = _same_name(one, other)
        return None if same is False and (one.guessed or other.guessed) else same
    if one.role and other.role:
        if one.role != other.role:
            roles = {one.role, other.role}
            return False if "spokesperson" in roles and "official" not in roles else None
        return _same_office(one, other)
    if one.names or other.names or one.role or other.role or not one.body or not other.body:
        return None
    return _overlap(one.body, other.body) or None


def _same_several(a: str, b: str) -> bool | None:
    """Compare "Lee and Dale" with "Dale and Lee", or with one of them."""
    sides = [[read_person(part).names[-1:] for part in words.split(" and ")] for words in (a, b)]
    one, other = ({names for names in side if names} for side in sides)
    if one == other and one:
        return True
    return None if one & other or not one or not other or len(one) + len(other) < 3 else False


def same_name(a: str, b: str) -> bool | None:
    """Say whether two names, as spelled, are one person's; None where either names nobody."""
    one, other = read_person(a), read_person(b)
    return _same_name(one, other) if one.names and other.names else None


def _are_persons(one: Person, other: Person) -> bool:
    return all(person.role or person.names for person in (one, other))


def _same_name(one: Person, other: Person) -> bool:
    if one.sex and other.sex and one.sex != other.sex:
        return False
    if sorted(one.names) == sorted(other.names):
        return True
    if fuzz.ratio(one.names[-1], other.names[-1]) < _SAME_SURNAME:
        return False
    given_a, given_b = one.names[:-1], other.names[:-1]
    return not given_a or not given_b or _same_given(given_a[0], given_b[0])


def _same_given(one: str, other: str) -> bool:
    """Compare given names: equal, an initial, a short form, or another spelling."""
    if min(len(one), len(other)) <= 2:
        return one[0] == other[0]
    return (
        are_forms(one, other)
        or one.startswith(other)
        or other.startswith(one)
        or fuzz.ratio(one, other) >= _SAME_GIVEN
    )


def _same_office(one: Person, other: Person) -> bool | None:
    """Compare two holders of one role: the same body's spokesman, or somebody else's."""
    if one.names or other.names:
        return False if one.body and other.body and not _overlap(one.body, other.body) else None
    if not one.body or not other.body:
        return None
    return _overlap(one.body, other.body)


def _overlap(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two bodies may be one: they share a word, or one is the other's initials."""
    if set(one) & set(other):
        return True
    pairs = ((one, other), (other, one))
    return any(len(a) == 1 and a[0].replace(".", "") == "".join(word[0] for word in b) for a, b in pairs)
