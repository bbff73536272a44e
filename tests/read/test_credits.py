from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.read.credits import ends_in_credit

CAPTIONS = [
    "The ferry Anemone off Port Nadir on March 2, 2031 Ilse MARREN AFP",
    "A market hall in Lurdia, 14 May 2034. EPA/JON HOLL",
    "Divers at the pier on Monday. REUTERS/Ilse Marren",
    "Divers at the pier, March 3, 2031 AFP / Ilse MARREN",
    "The wreck on its side.  LUR. TV via AP",
    "Divers at the pier. Ilse Marren/Getty Images",
    "Divers at the pier (Photo: Jon Holl)",
    "Divers at the pier. [Courtesy of the coast guard]",
    "The wreck on Monday. (Harbour TV)",
    "Jon Holl (Ilse Marren/The Strait)",
    "Watch the divers go down. (Published Monday, March 3, 2031)",
]

REPORT = [
    "A doctor told AFP.",
    "Dozens hurt, says AFP",
    "The figures came from the ministry (which has been wrong before).",
    "Twelve people are missing (three of them children)",
    "Nobody was hurt. (Reuters)",
    "“I saw it,” he said",
    "Who gave the order?",
]


@pytest.mark.parametrize("words", CAPTIONS)
def test_a_caption_ends_in_its_credit(words: str) -> None:
    assert ends_in_credit(words)


@pytest.mark.parametrize("words", REPORT)
def test_a_sentence_of_a_report_does_not(words: str) -> None:
    assert not ends_in_credit(words)


@given(st.text(min_size=1))
def test_any_words_get_an_answer(words: str) -> None:
    assert ends_in_credit(words) in (True, False)
