from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.read.articles import read_article
from atodds.read.outlets import outlet_guess

if TYPE_CHECKING:
    from collections.abc import Callable

    from atodds.model.article import Article

SPEAKS_FOR = {
    "The minister said so in answer to a question from The National.": "The National",
    "He denied it in reply to a question put by The Strait on Monday.": "The Strait",
    "The owner did not respond to a Reuters request for comment.": "Reuters",
    "The owner ignored The Harbour Gazette’s request for comment.": "The Harbour Gazette",
    "The owner left a request for comment from the Guardian unanswered.": "Guardian",
    "The captain was drunk, two sailors told AFP.": "AFP",
    "“I saw it,” she told The Washington Post.": "The Washington Post",
    "“I saw it,” she told the Harbour Gazette. Her son told the Harbour Gazette the same.": "Harbour Gazette",
    "A diver told Sky News that the bell was gone.": "Sky News",
    "PORT NADIR (Reuters) - Twelve people died, a doctor told AFP.": "Reuters",
}

SPEAKS_FOR_NOBODY = [
    "The captain was drunk, The National reported.",
    "The captain was drunk, according to the Post.",
    "The captain told reporters that he was sober.",
    "The captain told Mara Ilves that he was sober.",
    "The captain told The Hague tribunal that he was sober.",
    "The captain told CNN one thing and told Sky News another.",
    "The owner did not respond to a request for comment.",
    "At the request of Tokarev, troops came.",
    "It was a question of time.",
]

COPYRIGHT = {
    "Copyright 2035 Strait Media Inc. All rights reserved. This material": "Strait Media Inc.",
    "© 2031 Lurdia Post Group.": "Lurdia Post Group",
    "Copyright (c) 2031 by the Harbour Gazette - All rights reserved.": "Harbour Gazette",
    "COPYRIGHT 2031 STRAIT MEDIA ALL RIGHTS RESERVED": "STRAIT MEDIA",
    "(© 2031 KPNR)": "KPNR",
    "© 2031 All rights reserved": "",
    "All rights reserved": "",
}


@pytest.mark.parametrize(("words", "outlet"), SPEAKS_FOR.items())
def test_a_report_gives_away_whom_it_was_written_for(words: str, outlet: str) -> None:
    assert outlet_guess([words], []) == outlet


@pytest.mark.parametrize("words", SPEAKS_FOR_NOBODY)
def test_naming_somebody_is_not_speaking_for_them(words: str) -> None:
    assert not outlet_guess([words], [])


@pytest.mark.parametrize(("words", "owner"), COPYRIGHT.items())
def test_a_copyright_line_names_the_publisher(words: str, owner: str) -> None:
    assert outlet_guess([], [words]) == owner


def test_what_the_row_says_needs_no_guess() -> None:
    article = read_article("A sailor told AFP that it was dark.", outlet="The Strait")

    assert (article.outlet, article.outlet_guess) == ("The Strait", "")


def test_the_second_story_of_a_page_does_not_speak_for_the_first(page: Callable[[str], Article]) -> None:
    assert page("two-ferries").outlet_guess == ""
    assert page("signed-stories").outlet_guess == "Reuters"


@given(st.lists(st.text(min_size=1)), st.lists(st.text(min_size=1)))
def test_any_page_gets_an_answer(body: list[str], boilerplate: list[str]) -> None:
    assert isinstance(outlet_guess(body, boilerplate), str)
