"""Used ids are known in a few bytes each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from atodds.read.seen import Seen


@given(st.lists(st.tuples(st.text(max_size=3), st.integers(0, 2000)), max_size=3000))
def test_a_value_is_new_once(values: list[tuple[str, int]]) -> None:
    seen = Seen()
    known = set()

    for value in values:
        assert seen.add(value) == (value not in known)
        known.add(value)
    assert len(seen) == len(known)


def test_a_value_takes_at_most_17_bytes() -> None:
    seen = Seen()
    for number in range(200_000):
        assert seen.add(("event", number))
        assert len(seen) < 1000 or len(seen._places) * 8 <= 17.5 * len(seen)
    assert not any(seen.add(("event", number)) for number in range(200_000))


def test_a_hash_of_nothing_is_a_value_like_others() -> None:
    seen = Seen()

    assert [seen.add(value) for value in (0, 0, 2**61 - 1, -1, -1)] == [True, False, False, True, False]
