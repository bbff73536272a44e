from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.read.wordings import Furniture, is_plain, label_of

LABELS = {
    Furniture.BOILERPLATE: [
        "20",
        "1,204 shares",
        "1.2K",
        "TT",
        "[Advertisement]",
        "SHARE",
        "3 min read",
        "Copyright 2031 Strait Media Inc. All rights reserved.",
        "© 2031 The Strait",
        "(© 2031 The Strait)",
        "(Reporting by Ilse Marren; Editing by Jon Holl)",
        "Powered by automated translation",
        "source site-12",
        "Follow us on Twitter",
        ">>Download our app",
    ],
    Furniture.RELATED: [
        "Related:",
        "READ MORE: Captain to be charged",
        "• See also: Divers find the bell",
        "Most read",
    ],
    Furniture.CAPTION: ["FILE PHOTO: The ferry Anemone in 2029", "Photo: Jon Holl", "Image caption The pier"],
    Furniture.PUBLISHED: ["Published 3 March 2031", "POSTED: Sunday"],
    Furniture.UPDATED: ["Updated: March 4, 2031", "Last updated at 7 pm"],
    Furniture.COMMENTS: ["Reader Comments", "Leave a reply"],
}

REPORT = [
    "Shares in the ferry's owner fell by 12 percent.",
    "Follow-up dives found 4 more victims.",
    "Copyright law was at stake, the court said.",
    "By Monday, 40 people had been found.",
    "Read by 2,000 people at the square, the names took an hour.",
    "Related costs came to 3 million.",
    "Seeking cover, 9 people hid in a cellar.",
    "Photographs showed 3 boats.",
    "12 people are missing",
    "Publishedly, nobody knows.",
    "Twelve people died.",
]


@pytest.mark.parametrize(
    ("furniture", "words"), [(kind, words) for kind, rows in LABELS.items() for words in rows]
)
def test_a_line_of_furniture_says_what_it_is(furniture: Furniture, words: str) -> None:
    label = label_of(words)

    assert label is not None
    assert label.furniture is furniture


@pytest.mark.parametrize("words", REPORT)
def test_a_sentence_of_a_report_has_no_label(words: str) -> None:
    assert label_of(words) is None


@pytest.mark.parametrize(
    ("words", "alone"), [("Related:", True), ("RELATED", True), ("Related: The bell", False)]
)
def test_a_label_alone_is_told_from_one_with_a_heading_behind_it(words: str, alone: bool) -> None:  # noqa: FBT001
    label = label_of(words)

    assert label is not None
    assert label.alone is alone


@given(
    st.sampled_from([words for rows in LABELS.values() for words in rows] + REPORT),
    st.sampled_from(["", ".", " And it was said twice, more than once and for all.", ' "Quite."']),
)
def test_a_plain_sentence_has_no_label(words: str, ending: str) -> None:
    assert not (is_plain(words + ending) and label_of(words + ending))
