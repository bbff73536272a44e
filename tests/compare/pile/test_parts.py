"""A pile falls into a dossier for each event."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

import atodds
from atodds.check import event_choices
from atodds.compare.pile.mixture import is_pile
from atodds.compare.pile.parts import called, parts_of
from atodds.model.article import Dossier
from atodds.model.finding import Verdict
from atodds.read.articles import read_article
from atodds.report.names import names_of

if TYPE_CHECKING:
    from tests.compare.conftest import Says

    from atodds.model.article import Article

KEYS = st.tuples(st.text("a#1", min_size=1, max_size=5), st.integers(0, 3))


def test_each_event_of_a_pile_is_compared_by_itself(pile: list[Article]) -> None:
    run = atodds.check(pile)

    assert [dossier.id for dossier in run.dossiers] == sorted(
        f"archive#0-{event}" for event in ("circus", "ferry", "glacier", "granary", "tannery", "tunnel")
    )
    assert {len(dossier.articles) for dossier in run.dossiers} == {4}
    disagreed = {found.event for found in run.findings if found.verdict is Verdict.CONFLICT}
    assert "archive#0-ferry" in disagreed


def test_a_pile_is_compared_as_if_somebody_had_named_the_events(pile: list[Article]) -> None:
    named = [replace(article, event=f"archive#0-{article.id.partition('-')[2]}") for article in pile]

    assert atodds.check(pile).findings == atodds.check(named).findings


def test_the_order_of_articles_does_not_matter(pile: list[Article]) -> None:
    assert atodds.check(pile[::-1]) == atodds.check(pile)


def test_reports_put_together_on_one_thing_are_no_pile(pile: list[Article]) -> None:
    ferry = [replace(pile[4 + n % 4], id=f"ferry{n}") for n in range(24)]

    assert not is_pile([(article, story) for article in ferry for story in article.stories])
    assert [dossier.id for dossier in atodds.check(ferry).dossiers] == ["archive"]


def test_a_few_articles_are_no_pile_whatever_they_are_about(pile: list[Article]) -> None:
    few = pile[::2]

    assert not is_pile([(article, story) for article in few for story in article.stories])


def test_an_article_with_stories_about_two_events_is_in_both(pile: list[Article], says: Says) -> None:
    ferry, tunnel = pile[4], pile[20]
    text = f"{ferry.text}\n{tunnel.text}"
    cut = len(ferry.text)
    (one,) = read_article(ferry.text, id="page").stories
    (two,) = read_article(tunnel.text, id="page").stories
    moved = replace(
        two,
        index=1,
        blocks=tuple(replace(b, start=b.start + cut + 1, end=b.end + cut + 1) for b in two.blocks),
    )
    page = replace(ferry, id="page", text=text, stories=(one, moved))
    dossier = Dossier("archive", (*pile, page))
    claims = [says("page", "12"), says("page", "7", story=1)]

    parts = {part.id: (part, own) for part, own in parts_of(dossier, claims)}

    for event, index in (("archive#0-ferry", 0), ("archive#0-tunnel", 1)):
        part, own = parts[event]
        (its_page,) = (article for article in part.articles if article.id == "page")
        assert [story.index for story in its_page.stories] == [index]
        assert [claim.evidence.story for claim in own] == [index]


def test_an_article_without_a_text_is_an_event_of_its_own(pile: list[Article]) -> None:
    empty = replace(pile[0], id="empty", text="", stories=())

    parts = [part for part, _ in parts_of(Dossier("archive", (*pile, empty)), [])]

    assert [article.id for part in parts if part.id == "archive#empty" for article in part.articles] == [
        "empty"
    ]


def test_each_story_of_a_pile_says_why_it_is_where_it_is(pile: list[Article]) -> None:
    lone = read_article(
        "A kite festival on the Cape of Dun drew nobody because of fog, 3 people were hurt.",
        id="kites",
        event="archive",
    )
    choices = {choice.article: str(choice) for choice in event_choices(atodds.check([*pile, lone]))}

    assert choices["1-circus"].startswith("1-circus is about archive#0-circus, as 0-circus is (together: ")
    assert "elephant" in choices["1-circus"]
    assert choices["2-circus"].endswith("1 day apart)")
    assert choices["kites"].startswith("kites is about archive#kites")


@given(KEYS, KEYS)
def test_no_two_events_of_a_pile_have_one_name(one: tuple[str, int], two: tuple[str, int]) -> None:
    assert (called("pile", one) == called("pile", two)) is (one == two)


def test_reports_name_the_articles_of_a_found_event_by_their_outlets(pile: list[Article]) -> None:
    outlets = ("Herald", "Courier", "Echo", "Gazette")
    run = atodds.check([replace(one, outlet=outlets[int(one.id[0])]) for one in pile])

    assert names_of(run)["archive#0-ferry"]["2-ferry"] == "Echo"
