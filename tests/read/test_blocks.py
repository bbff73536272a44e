from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from atodds.read.blocks import paragraphs


def words_of(text: str) -> list[str]:
    return [words for _, _, words in paragraphs(text)]


def test_each_line_is_a_paragraph_where_lines_are_not_wrapped() -> None:
    text = (
        "Ferry runs aground\n"
        "A ferry with 212 people on board ran onto rocks off Port Nadir, and dozens were hurt when it "
        "turned on its side an hour later, the coast guard said.\n"
        "The captain is being questioned."
    )

    assert words_of(text) == text.split("\n")


def test_wrapped_lines_run_on_and_a_blank_line_or_an_indent_ends_a_paragraph() -> None:
    text = (
        "Divers of the coast guard have found the bell of the ferry Anemone, which\n"
        "sank off Port Nadir last week after it had run onto rocks in a storm that\n"
        "came from the south.\n"
        "\n"
        "The wreck itself is to stay where it is, since to lift it would cost more\n"
        "than the town spends on its schools.\n"
        "   A fund for the families of the victims has been set up by the owner and\n"
        "the union of the crew."
    )

    assert [words.split()[0] for words in words_of(text)] == ["Divers", "The", "A"]


def test_a_heading_above_a_wrapped_paragraph_stands_alone() -> None:
    text = (
        "Bell of the ferry found\n"
        "Divers of the coast guard have found the bell of the ferry Anemone, which\n"
        "sank off Port Nadir last week after it had run onto rocks in a storm that\n"
        "came from the south."
    )

    assert [words.split()[0] for words in words_of(text)] == ["Bell", "Divers"]


def test_teletype_lines_in_capitals_run_on_though_one_is_broken_early() -> None:
    text = (
        "PORT NADIR, 2 MAR 91 (RADIO STRAIT) -- [INTERVIEW WITH THE\n"
        "MASTER OF THE HARBOUR, MARA ILVES] [TEXT] THE FERRY ANEMONE RAN AGROUND\n"
        "EARLY TODAY WITH 212 PEOPLE ON BOARD, AND DOZENS HAVE BEEN TAKEN TO THE\n"
        "HOSPITALS OF THE TOWN."
    )

    assert len(words_of(text)) == 1


def test_one_sentence_a_line_is_not_wrapped_text() -> None:
    text = "Twelve people are missing.\nSixty were hurt, most of them lightly.\nThe search goes on at dawn."

    assert words_of(text) == text.split("\n")


def test_short_lines_of_a_list_are_not_joined() -> None:
    text = "The dead\nMara Ilves, 34\nJon Holl, 51\nIlse Marren, 29\nPeer Lund, 47"

    assert words_of(text) == text.split("\n")


def test_every_way_to_end_a_line_ends_a_paragraph() -> None:
    text = "One ship.\r\nTwo ships.\rThree ships.\u2028Four ships.\u2029Five ships.\fSix ships."

    assert words_of(text) == [
        "One ship.",
        "Two ships.",
        "Three ships.",
        "Four ships.",
        "Five ships.",
        "Six ships.",
    ]


def test_offsets_point_into_the_text_as_it_is() -> None:
    text = "\n\n  One ship. \r\n\t\r\n\u00a0Two ships.\n"

    assert [text[start:end] for start, end, _ in paragraphs(text)] == ["One ship.", "Two ships."]


# Lines of a few lengths and cases, with every kind of gap, so that wrapped and unwrapped texts both come up.
TEXTS = (
    st.lists(
        st.sampled_from(
            [
                "the quick brown fox jumps over the lazy dog and then runs away from it all",
                "THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG AND THEN RUNS AWAY FROM IT ALL",
                "A heading",
                "A sentence that ends.",
                "   indented line of some length that goes on for a while and then stops here",
                "x" * 130,
                "",
                " ",
                "\0",
            ]
        ),
        max_size=30,
    ).flatmap(
        lambda lines: st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"]).map(lambda gap: gap.join(lines))
    )
    | st.text()
)


@given(TEXTS)
def test_paragraphs_are_in_order_apart_and_cover_all_that_is_no_space(text: str) -> None:
    found = paragraphs(text)

    end = 0
    for start, stop, words in found:
        assert end <= start < stop <= len(text)
        assert words == text[start:stop]
        assert not text[end:start].strip()
        end = stop
    assert not text[end:].strip()


@given(TEXTS)
def test_no_paragraph_begins_or_ends_with_space(text: str) -> None:
    assert all(words == words.strip() for _, _, words in paragraphs(text))
