"""Attribution: whom a sentence credits for what it states."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from atodds.extract.attribution import attribution_among
from atodds.extract.cues import find_cues
from atodds.extract.tokens import lex

if TYPE_CHECKING:
    from atodds.model.attribution import Attribution

CORPUS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "fixtures" / "corpus" / "quotes.yaml").read_text(encoding="utf-8")
)
SENTENCES = [
    pytest.param(text, meaning["source"], id=text)
    for meaning in CORPUS["attributions"]
    for text in meaning["wordings"]
]


def _credit(text: str, start: int, end: int, sentence: tuple[int, int]) -> Attribution | None:
    tokens = lex(text, *sentence)
    return attribution_among(text, tokens, find_cues(tokens), start, end)


@pytest.mark.parametrize(("sentence", "source"), SENTENCES)
def test_a_sentence_credits_whom_the_corpus_says(sentence: str, source: str) -> None:
    start = sentence.index("[")
    end = sentence.index("]") - 1
    text = sentence.replace("[", "").replace("]", "")

    found = _credit(text, start, end, (0, len(text)))

    assert (found.source.casefold() if found else "") == source.casefold()


def test_the_span_is_where_the_source_stands() -> None:
    text = "No. Kazan's water board said 12 wells were dry."

    found = _credit(text, 29, 31, (4, len(text)))

    assert found is not None
    assert text[slice(*found.span)] == found.source == "Kazan's water board"
    assert found.cue == "said"


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            [
                "police",
                "said",
                "12",
                "according",
                "to",
                ",",
                ".",
                "the",
                "Mara",
                "Holt",
                "citing",
                "was",
                "told",
                "that",
                "on",
                "Monday",
                "(",
                ")",
                '"',
                "reported",
                "by",
                "who",
                "as",
                "saying",
            ]
        ),
        max_size=25,
    ),
    st.integers(0, 60),
)
def test_any_sentence_may_be_asked(words: list[str], start: int) -> None:
    text = " ".join(words)
    start = min(start, len(text))

    found = _credit(text, start, min(start + 2, len(text)), (0, len(text)))

    assert found is None or " ".join(text[slice(*found.span)].split()) == found.source
