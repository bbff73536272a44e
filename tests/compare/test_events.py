"""Stories set apart by the happening they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.compare.events import choose_events
from atodds.compare.profiles import dates_in, names_in, profile_of
from atodds.model.article import Dossier
from atodds.rulebook.newswords import content_words

if TYPE_CHECKING:
    from datetime import date

    from tests.compare.conftest import Prints, Says

STATION = (
    "A bomb in a suitcase killed 14 travellers in the main station of Merin on Monday morning, the interior "
    "minister said. The blast tore the roof off platform 3 and threw a kiosk onto the rails. Trains to Ostra "
    "were stopped, and the railway police searched every carriage for further luggage."
)
STATION_TOO = (
    "Fourteen people were killed in the main station of Merin on Monday when a suitcase bomb exploded on "
    "platform 3, the interior minister said. The kiosk beside the rails burnt out. No train left for Ostra "
    "until noon, while railway police opened the luggage of commuters."
)
MARKET = (
    "Four fishmongers were killed by a car that exploded at the fish market of Salta Roja, a port 700 "
    "kilometres from the capital, on Monday afternoon. Stalls caught fire, and the harbour was closed to "
    "trawlers. Mayor Lucia Brandt called the owner of the car a smuggler."
)


def events(prints: Prints, says: Says, **texts: str | tuple[str, ...]) -> dict[tuple[str, int], str]:
    articles = [prints(name, *([text] if isinstance(text, str) else text)) for name, text in texts.items()]
    claims = [
        says(article.id, "14", story=story.index, sentence=article.words_of(story.blocks[0])[:80])
        for article in articles
        for story in article.stories
    ]
    return dict(choose_events(Dossier("merin", tuple(articles)), claims).by_story)


def test_reports_of_one_happening_are_one_event(prints: Prints, says: Says) -> None:
    assert set(events(prints, says, herald=STATION, courier=STATION_TOO).values()) == {"merin"}


def test_another_bombing_of_the_same_day_is_another_event(prints: Prints, says: Says) -> None:
    found = events(prints, says, herald=STATION, courier=STATION_TOO, echo=MARKET)

    assert found == {("herald", 0): "merin", ("courier", 0): "merin", ("echo", 0): "merin#2"}


def test_the_second_story_of_a_page_may_be_another_event(prints: Prints, says: Says) -> None:
    found = events(prints, says, herald=(STATION, MARKET), courier=STATION_TOO)

    assert found == {("herald", 0): "merin", ("herald", 1): "merin#2", ("courier", 0): "merin"}


def test_two_single_sentences_need_share_nothing_to_be_one_event(prints: Prints, says: Says) -> None:
    found = events(
        prints,
        says,
        herald="Nearly 800 people were held, the ministry said.",
        courier="Close to 1,000 have been arrested.",
    )

    assert set(found.values()) == {"merin"}


def test_a_story_without_a_claim_stays_with_the_main_event(prints: Prints, says: Says) -> None:
    dossier = Dossier(
        "merin", (prints("herald", STATION), prints("courier", STATION_TOO), prints("echo", MARKET))
    )

    chosen = choose_events(dossier, [says("herald", "14"), says("courier", "14")])

    assert chosen.by_story["echo", 0] == "merin"


def test_each_choice_says_why(prints: Prints, says: Says) -> None:
    articles = (prints("courier", STATION_TOO), prints("echo", MARKET), prints("herald", STATION))
    claims = [says("herald", "14"), says("courier", "14"), says("echo", "4", counted="fishmongers")]

    choices = [str(choice) for choice in choose_events(Dossier("merin", articles), claims).choices]

    assert choices == [
        (
            "courier is about merin, as herald is (together: Merin, Ostra, bomb, interior, kiosk, "
            "luggage, 14 killed)"
        ),
        "echo is about merin#2, not what courier is about (together: exploded; apart: other names)",
        (
            "herald is about merin, as courier is (together: Merin, Ostra, bomb, interior, kiosk, "
            "luggage, 14 killed)"
        ),
    ]


def test_the_order_of_articles_and_claims_changes_no_event(prints: Prints, says: Says) -> None:
    names = {"herald": STATION, "courier": STATION_TOO, "echo": MARKET}

    there = events(prints, says, **names)
    back = events(prints, says, **dict(reversed(names.items())))

    assert there == back


def test_a_hundred_unrelated_stories_are_not_one_event(prints: Prints, says: Says) -> None:
    """Above sixty stories not every pair is held against each other, and the result must be the same."""
    towns = [
        f"{a}{b}ston" for a in ("Wal", "Bur", "Ken", "Har", "Dal", "Mor", "Pen") for b in "abcdefghijklmn"
    ]
    stories = {
        town.lower(): MARKET.replace("Salta Roja", town).replace("fish", town.lower()) for town in towns
    }
    pair = {"herald": STATION, "courier": STATION_TOO}

    found = events(prints, says, **stories, **pair)

    assert found["herald", 0] == found["courier", 0] != found["walaston", 0]


@given(st.lists(st.text(max_size=80), max_size=5))
def test_any_text_has_a_profile(prints: Prints, texts: list[str]) -> None:
    article = prints("herald", *texts)

    assert [profile_of(article, story).article for story in article.stories] == ["herald"] * max(
        1, len(texts)
    )


def test_content_words_are_what_a_report_is_about() -> None:
    text = "The raids killed dozens of people in several villages, officials said; barrels were dropped."

    assert list(content_words(text)) == [
        ("raid", "raids"),
        ("villag", "villages"),
        ("barrel", "barrels"),
        ("dropp", "dropped"),
    ]


def test_the_first_word_of_a_sentence_is_a_name_only_if_it_is_one_elsewhere() -> None:
    assert names_in("Shells fell on Merin. Merin burnt. Salta Roja is quiet.") == names_in(
        "to Merin, to Salta Roja"
    )


@pytest.mark.parametrize(
    "written",
    ["12 July 2016", "July 12, 2016", "12th July 2016", "2016-07-12", "12.07.2016", "Tues. Jul 12 2016"],
)
def test_a_date_is_read_however_it_is_written(written: str) -> None:
    days: list[date] = sorted(dates_in(f"Posted {written} by desk"))

    assert [day.isoformat() for day in days] == ["2016-07-12"]


@pytest.mark.parametrize("written", ["31.06.2016", "Flat 12 2016", "July 2016", "32 July 2016", "2016"])
def test_what_is_no_date_is_read_as_none(written: str) -> None:
    assert dates_in(written) == frozenset()
