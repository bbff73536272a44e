"""Utterances: printings of the same words found across articles."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from atodds.compare.utterances import Utterance, find_utterances
from atodds.extract.quotes import find_quotes
from atodds.model.quote import Quote

ARTICLES = {
    "herald": (
        "“We have told the harbour office of our worry, and they assured us that the matter had been "
        "settled,” "
        "council spokesman Ole Brandt said.\n\n"
        "He added: “Badges are to be worn by guards only when they carry out their set tasks on the bridge.”"
    ),
    "courier": (
        "Council spokesman Ole Brandt said the matter “had been settled”.\n\n"
        "“Badges are to be worn by guards only when they carry out their set tasks,” Mr Brandt said."
    ),
    "echo": "“We have told the harbour office of our worries,” said a council spokeswoman.",
    "wire": (
        "“Badges may not be worn by the bridge guards while they perform their set duties. We have informed "
        "the harbour office of our concern, and they guaranteed us that the problem has been "
        "solved,” said Ole Brandt."
    ),
    "post": "“Our football team has lost every game since the spring,” said Tom Reyes.",
}


def quotes_of(names: list[str]) -> list[tuple[str, Quote]]:
    return [(name, quote) for name in names for quote in find_quotes(ARTICLES[name])]


def about(word: str) -> Utterance:
    found = [
        utterance
        for utterance in find_utterances(quotes_of(list(ARTICLES)))
        if any(word in printing.text for printing in utterance.printings)
    ]
    assert len(found) == 1
    return found[0]


def test_an_utterance_is_found_in_all_its_wordings() -> None:
    assert about("worry").articles == ("courier", "echo", "herald", "wire")
    assert about("Badges").articles == ("courier", "herald", "wire")


def test_a_quotation_of_two_utterances_gives_each_its_own_sentence() -> None:
    texts = [printing.text for printing in about("Badges").printings if printing.article == "wire"]

    assert texts == ["Badges may not be worn by the bridge guards while they perform their set duties"]


def test_a_fragment_joins_the_quotation_it_is_a_piece_of() -> None:
    assert "had been settled" in [printing.text for printing in about("worry").printings]


def test_a_spokesman_and_a_spokeswoman_are_two_speakers() -> None:
    assert about("worry").speakers_differ
    assert not about("Badges").speakers_differ


def test_a_quotation_that_nobody_else_has_stands_alone() -> None:
    assert about("football").articles == ("post",)


def test_every_quotation_is_in_a_group() -> None:
    quotes = quotes_of(list(ARTICLES))

    grouped = {(p.article, p.quote) for utterance in find_utterances(quotes) for p in utterance.printings}

    assert grouped == set(quotes)


def test_no_quotations_make_no_groups() -> None:
    assert find_utterances([]) == []


@settings(max_examples=30)
@given(st.permutations(quotes_of(list(ARTICLES))))
def test_the_order_of_the_quotations_makes_no_difference(quotes: list[tuple[str, Quote]]) -> None:
    assert find_utterances(quotes) == find_utterances(quotes_of(list(ARTICLES)))


def test_many_copies_of_one_quotation_are_one_utterance() -> None:
    quotes = [(f"a{number}", find_quotes(ARTICLES["herald"])[0]) for number in range(300)]

    utterances = find_utterances(quotes)

    assert [len(utterance.printings) for utterance in utterances] == [300]


@settings(max_examples=50)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.text(max_size=40)), max_size=6))
def test_any_quotations_can_be_grouped(texts: list[tuple[str, str]]) -> None:
    quotes = [(article, Quote(text, (0, len(text)))) for article, text in texts]

    grouped = [p for utterance in find_utterances(quotes) for p in utterance.printings]

    assert {(p.article, p.quote) for p in grouped} == set(quotes)
