"""Both engines find the same literals at the same places, and so the same claims."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import atodds
from atodds.errors import AtoddsError
from atodds.extract.claims import claims_of
from atodds.extract.engines import VARIABLE, AhoCorasick, Hyperscan, engine
from atodds.extract.folding import folded
from atodds.extract.gate import gate_of

if TYPE_CHECKING:
    from collections.abc import Iterator

BOOK = atodds.load_rulebook()
TEXTS = (
    "Gunmen took 12 aid workers hostage in Orma on Monday; nine died, the army said.",
    "The toll rose to 40. Nearly 30 were. Ana Ruiz, 31, was among those killed.",
    "“We saw İzmir burn,” said Eva Söderberg. Fünf Tote? No one was hurt, and naïve men fled.",
    "Killed: 12\u200b people… 2\u00a0000 homes were swept away by the flood",
)
LETTERS = st.text(st.sampled_from("ab "), min_size=1, max_size=4).map(str.encode)


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    gate_of.cache_clear()
    yield
    gate_of.cache_clear()


@given(st.lists(LETTERS, min_size=1, max_size=8, unique=True), st.text(st.sampled_from("abAB é.İ")))
def test_both_engines_find_the_same(literals: list[bytes], text: str) -> None:
    """Overlapping ones too, and with words beyond ASCII around them."""
    pytest.importorskip("hyperscan")
    haystack = folded(text)
    expected = sorted(
        (number, at, at + len(literal))
        for number, literal in enumerate(literals)
        for at in range(len(haystack))
        if haystack.startswith(literal, at)
    )
    for make in (AhoCorasick, Hyperscan):
        found = make(literals).find(haystack)
        assert sorted(found) == expected
        assert [end for *_, end in found] == sorted(end for *_, end in found)


@pytest.mark.parametrize("text", TEXTS)
def test_both_engines_give_the_same_claims(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("hyperscan")
    article = atodds.read_article(text)
    monkeypatch.setenv(VARIABLE, "ahocorasick")
    claims = claims_of(article, BOOK)
    gate_of.cache_clear()
    monkeypatch.setenv(VARIABLE, "hyperscan")
    assert claims
    assert claims_of(article, BOOK) == claims


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "hyperscan")
    monkeypatch.setitem(sys.modules, "hyperscan", None)
    with pytest.raises(
        AtoddsError, match=r"^ATODDS_ENGINE=hyperscan needs an extra: pip install 'atodds\[hyperscan\]'"
    ):
        engine([b"a"])


def test_an_engine_that_is_none_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "grep")
    with pytest.raises(AtoddsError, match="there are ahocorasick and hyperscan"):
        engine([b"a"])
