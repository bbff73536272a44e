"""Events found among sketches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atodds.compare.pile.grouping import events_of
from atodds.compare.pile.sketch import sketch_of

if TYPE_CHECKING:
    from tests.compare.pile.conftest import Sketches

    from atodds.compare.pile.sketch import Sketch
    from atodds.model.article import Article

WORDS = [
    "ash",
    "bell",
    "cask",
    "dune",
    "elm",
    "forge",
    "gorse",
    "hull",
    "inn",
    "jetty",
    "Kolm",
    "Lurd",
    "Merin",
    "Nadir",
    "Ostra",
    "Pelm",
]


def of(sketches: list[Sketch], window: int = 365) -> dict[str, str]:
    return {key[0]: leader[0] for key, leader in events_of(sketches, window=window).items()}


def noise(sketches: Sketches, count: int = 30) -> list[Sketch]:
    """Stories that have nothing in common, as most of an archive have not."""
    return [sketches(f"noise{n}", " ".join(f"w{n}x{m}" for m in range(12)), n % 7) for n in range(count)]


def test_reports_of_each_event_are_found_among_those_of_others(pile: list[Article]) -> None:
    found = of([sketch_of(article, story) for article in pile for story in article.stories])

    assert found == {article.id: f"0-{article.id.partition('-')[2]}" for article in pile}


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_the_order_of_stories_changes_no_event(sketches: Sketches, data: st.DataObject) -> None:
    written = data.draw(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), max_size=14))
    days = data.draw(
        st.lists(st.one_of(st.none(), st.integers(0, 9)), min_size=len(written), max_size=len(written))
    )
    stories = [
        sketches(f"a{n}", " ".join(dict.fromkeys(words)), day)
        for n, (words, day) in enumerate(zip(written, days, strict=True))
    ]
    shuffled = data.draw(st.permutations(stories))

    assert events_of(shuffled) == events_of(stories)


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=9), max_size=14))
@settings(max_examples=40, deadline=None)
def test_every_story_has_an_event_and_its_first_story_leads_it(
    sketches: Sketches, written: list[list[str]]
) -> None:
    stories = [sketches(f"a{n:02}", " ".join(words) or "ash", n % 5) for n, words in enumerate(written)]

    events = events_of(stories)

    assert events.keys() == {story.key for story in stories}
    days = {story.key: (story.published, story.key) for story in stories}
    assert all(events[leader] == leader for leader in events.values())
    assert all(str(days[leader]) <= str(days[key]) for key, leader in events.items())


def test_a_story_that_is_a_little_like_two_events_does_not_join_them(sketches: Sketches) -> None:
    """Single linkage would: the round-up shares half its words with each."""
    fire = [sketches(f"fire{n}", f"Merin cask forge ember hose f{n}") for n in range(12)]
    flood = [sketches(f"flood{n}", f"Ostra dyke weir barge silt g{n}") for n in range(12)]
    round_up = sketches("round-up", "Merin cask forge Ostra dyke weir")

    found = of([*fire, *flood, round_up, *noise(sketches)])

    assert len({found[one.article] for one in fire}) == 1
    assert len({found[one.article] for one in flood}) == 1
    assert found["fire0"] != found["flood0"]


def test_a_wire_text_printed_by_a_hundred_does_not_hide_who_wrote_his_own(sketches: Sketches) -> None:
    wire = [
        sketches(f"wire{n:03}", "Merin cask forge ember hose ladder alarm roof smoke") for n in range(100)
    ]
    own = sketches("own", "Merin cask forge ember hose bucket chain")

    found = of([*wire, own, *noise(sketches)])

    assert found["own"] == found["wire000"] == found["wire099"]


@pytest.mark.parametrize(("days", "together"), [(30, True), (31, False)])
def test_stories_further_apart_than_the_window_are_not_held_against_each_other(
    sketches: Sketches, days: int, *, together: bool
) -> None:
    words = "Merin cask forge ember hose ladder alarm roof smoke"

    found = of(
        [sketches("one", words), sketches("two", words, days), *noise(sketches)],
        window=30,
    )

    assert (found["one"] == found["two"]) is together


def test_later_reports_change_no_name(pile: list[Article]) -> None:
    stories = [sketch_of(article, story) for article in pile for story in article.stories]
    first = [story for story in stories if not story.article.startswith("3-")]

    before, after = of(first), of(stories)

    assert before.items() <= after.items()


def test_no_stories_have_no_events() -> None:
    assert events_of([]) == {}
