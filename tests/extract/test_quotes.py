"""Quotations: what is quoted in a text, and who is said to have said it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import atodds
from atodds.extract.quote_marks import find_marked
from atodds.extract.quotes import find_quotes

if TYPE_CHECKING:
    from atodds.model.quote import Quote

CORPUS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "fixtures" / "corpus" / "quotes.yaml").read_text(encoding="utf-8")
)


def wordings(name: str) -> list[Any]:
    return [
        pytest.param(text, meaning, id=text[:70]) for meaning in CORPUS[name] for text in meaning["wordings"]
    ]


def only(text: str) -> Quote:
    found = find_quotes(text)
    assert len(found) == 1, f"not one quotation in {text!r} but {[quote.text for quote in found]}"
    return found[0]


def bare(words: str) -> str:
    return words.rstrip(".,!? ").casefold()


@pytest.mark.parametrize(("text", "meaning"), wordings("quotations"))
def test_a_quotation_is_found_with_its_speaker(text: str, meaning: dict[str, Any]) -> None:
    quote = only(text)

    assert bare(quote.text) == bare(meaning["text"])
    if not text.startswith(">"):
        assert quote.speaker.removesuffix(" (@maraholt)") == meaning["speaker"]
    assert all(text[start:end] for start, end in quote.parts)


@pytest.mark.parametrize(("text", "meaning"), wordings("fragments"))
def test_words_quoted_inside_indirect_speech_are_a_fragment(text: str, meaning: dict[str, Any]) -> None:
    quote = only(text)

    assert (quote.text.rstrip(","), quote.speaker, quote.fragment) == (
        meaning["text"],
        meaning["speaker"],
        True,
    )


@pytest.mark.parametrize("text", CORPUS["nobody"])
def test_marks_that_quote_nobody_yield_nothing(text: str) -> None:
    assert find_quotes(text) == []


def test_the_api_offers_quotes() -> None:
    assert atodds.quotes('"We will rebuild the mill," said Mara Holt.')[0].speaker == "Mara Holt"


def test_a_quotation_runs_over_paragraphs_that_repeat_the_mark() -> None:
    text = "“We lost the barn.\n\n“We lost the house.\n\n“We will rebuild,” said Mara Holt."

    assert only(text).text == "We lost the barn.\n\n“We lost the house.\n\n“We will rebuild,"


def test_a_lost_mark_does_not_swallow_the_next_quotation() -> None:
    text = 'Holt said "the barn is gone and left.\n\n"We will rebuild," said Tom Reyes.'

    assert [(quote.text, quote.speaker) for quote in find_quotes(text)] == [("We will rebuild,", "Tom Reyes")]


def test_a_quotation_inside_a_quotation_keeps_both_speakers() -> None:
    text = "“The guard said, ‘Give me the keys to the gate,’ and ran,” said Mara Holt."

    found = [(quote.text, quote.speaker) for quote in find_quotes(text)]

    assert found == [
        ("The guard said, ‘Give me the keys to the gate,’ and ran,", "Mara Holt"),
        ("Give me the keys to the gate,", "The guard"),
    ]


def test_a_surname_is_given_in_full_and_a_pronoun_resolved() -> None:
    text = (
        "Council leader Ida Brandt said the ramp was closed.\n\n"
        "“We checked every cable,” Ms. Brandt said.\n\n"
        "She added: “The ramp will open in June.”"
    )

    speakers = [quote.speaker for quote in find_quotes(text)]

    assert speakers == ["Ida Brandt", "She (Ida Brandt)"]


def test_a_role_is_resolved_inside_the_story() -> None:
    text = (
        "“We checked every cable,” said council spokesman Ole Brandt.\n\n"
        "“The ramp will open in June,” the spokesman added."
    )

    assert find_quotes(text)[1].speaker == "the spokesman (council spokesman Ole Brandt)"


def test_a_paragraph_without_a_credit_goes_on_with_its_speaker() -> None:
    text = "“We checked every cable,” said Ole Brandt.\n\n“The ramp will open in June, as was planned.”"

    assert [quote.speaker for quote in find_quotes(text)] == ["Ole Brandt", "Ole Brandt"]


def test_told_by_somebody_is_said_by_somebody() -> None:
    text = "The guards, who were told to “close the gate” by the mayor, went home."

    assert only(text).speaker == "the mayor"


def test_two_speakers_of_one_paragraph_are_told_apart() -> None:
    text = "“The ramp is shut,” said Ole Brandt. “It should never have opened,” said Mara Holt."

    assert [quote.speaker for quote in find_quotes(text)] == ["Ole Brandt", "Mara Holt"]


@pytest.mark.parametrize(
    "text",
    [
        '"' * 20_000,
        "“" * 20_000,
        "“word " * 4_000,
        '"word ' * 4_000,
        'word" ' * 4_000,
        "“word\n\n" * 3_000,
        "‘word’s " * 3_000,
        'He said " and left. ' * 1_000,
        "“" * 8_000 + "”" * 8_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_unbalanced_marks_invent_no_quotation(text: str) -> None:
    assert find_quotes(text) == []


SOUP = st.lists(
    st.sampled_from(
        [
            '"',
            "“",
            "”",
            "'",
            "‘",
            "’",
            "«",
            "»",
            " ",
            " said ",
            "Holt",
            "he",
            ".",
            ",",
            "\n",
            "\n\n",
            "—",
            "(",
            ")",
            ">",
        ]
    ),
    max_size=60,
).map("".join)


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=200), SOUP))
def test_parts_are_exact_stretches_of_the_text(text: str) -> None:
    for quote in find_quotes(text):
        assert quote.text == " ".join(text[start:end] for start, end in quote.parts)
        assert quote.span == (quote.parts[0][0], quote.parts[-1][1])
        assert 0 <= quote.span[0] < quote.span[1] <= len(text)


@settings(max_examples=150)
@given(SOUP)
def test_pairs_of_marks_never_overlap(text: str) -> None:
    pairs = find_marked(text)

    assert all(one.closed <= other.opened for one, other in pairwise(pairs))
    assert all(pair.opened < pair.start < pair.end < pair.closed for pair in pairs)


def test_a_separate_story_does_not_change_the_quotations_before_it() -> None:
    first = "“We checked every cable,” said council spokesman Ole Brandt."
    second = "\n\nElsewhere, Tom Reyes lost a barn."

    assert find_quotes(first + second) == find_quotes(first)
