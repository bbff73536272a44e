"""Sentences: where one ends and the next begins."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.extract.sentences import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Ortega met Gen. Ruiz.",
        "The U.N. envoy left.",
        "It was Jan. 3 when the U.S. Army came.",
        "They hid at No. 5 for days.",
        "George W. Bush spoke to J. R. Moss.",
        "Prices rose 1.5 percent.",
        "It began at 5 p.m. on Friday.",
        '"Stop!" he said.',
        "“Who is there?” asked the guard.",
        "He waited ... and waited.",
        "Acme Inc. and Moss Co. merged.",
        "They came from St. Louis, vs. all odds.",
        "Twelve men\nwere lost\nat sea.",
        "IT WAS GEN. RUIZ WHO CAME ON DEC. 3 TO LIMA.",
        "LIMA, 3 JAN 90 -- [TEXT] TWELVE MEN WERE LOST.",
        "1. Introduction of the rules",
        "See atodds.example.com for more.",
        "The plan (see fig. 2) failed.",
        "She holds a Ph.D. in law.",
        "Visit the D.C. office.",
        "It began at 5 p.m. Friday.",
        "It began at 5 p.m. EST in Lima.",
        "U.N. Under Secretary General Ana Ruiz came.",
        "THE U.S. AUTHORITIES LEFT.",
        "A. To stop the fighting",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Twelve men were lost.", "The sea was calm."),
        ("He was 44.", "She was 31."),
        ("It happened on Jan. 3.", "Nobody saw it."),
        ("They left the U.S.", "The army stayed."),
        ("It began at 5 p.m.", "The police came late."),
        ("She said no.", "He left."),
        ("It began at 5 p.m.", "Officers came late."),
        ("It ends here.", "B. To stop the fighting"),
        ("“We lost him.”", "The widow wept."),
        ("Is it over?", "Nobody knows."),
        ("Dozens drowned...", "But not all."),
        ("(They all left.)", "The town was empty."),
        ("THE BLAST KILLED TWO.", "THE REBELS DENIED IT."),
        ("He works for Acme Inc.", "The firm is small."),
        ("It cost $3.", "12 bought it."),
        ("Three died.", "“It was quick,” he said."),
        ("That was plan B.", "The next one failed."),
        ("多い！", "Who knows?"),
    ],
)
def test_two_sentences_are_told_apart(first: str, second: str) -> None:
    assert sentences(f"{first} {second}") == [first, second]


def test_a_blank_line_ends_a_sentence_and_a_single_line_break_does_not() -> None:
    assert sentences("A headline without a stop\n\nThe first\nsentence") == [
        "A headline without a stop",
        "The first\nsentence",
    ]


def test_a_lost_space_is_no_lost_sentence() -> None:
    assert sentences("Two were killed.The army denied it.") == ["Two were killed.", "The army denied it."]


def test_items_of_a_list_are_sentences() -> None:
    assert sentences("Lost at sea:\n• Two bakers\n• A nurse") == ["Lost at sea:", "• Two bakers", "• A nurse"]


def test_a_piece_is_split_with_offsets_into_the_whole() -> None:
    text = "One came. Two came. Three came."

    assert split(text, 10, 19) == [(10, 19)]


PARAGRAPHS = st.lists(
    st.lists(
        st.sampled_from([*re.findall(r"\S+", "He left. U.S. The no. 5 “Stop!” he p.m. Jan. ... A."), "\n"]),
        max_size=8,
    ).map(" ".join),
    max_size=5,
)


@given(PARAGRAPHS)
def test_splitting_a_piece_at_a_paragraph_break_equals_splitting_the_whole(paragraphs: list[str]) -> None:
    whole = "\n\n".join(paragraphs)
    pieces = []
    offset = 0
    for paragraph in paragraphs:
        pieces += [(start + offset, end + offset) for start, end in split(paragraph)]
        offset += len(paragraph) + 2

    assert split(whole) == pieces
    assert split(whole, 0, len(whole)) == pieces


@given(st.text())
def test_sentences_hold_every_character_that_is_no_space(text: str) -> None:
    covered = {at for start, end in split(text) for at in range(start, end)}

    assert all(at in covered or char.isspace() for at, char in enumerate(text))


@given(st.text(alphabet="Aa.!?\"' \n\t5“”)"))
def test_sentences_are_in_order_trimmed_and_apart(text: str) -> None:
    spans = split(text)

    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
