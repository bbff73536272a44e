"""The filter: it never closes on claims that disagree, and claims are gathered in any order and nesting."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import atodds
from atodds.compare.filter import Bounds, Spread, may_disagree, spread_of
from atodds.compare.reconcile import reconcile
from atodds.model.article import Dossier
from atodds.model.claim import Choice, Claim, DateValue, Name, Part
from atodds.model.finding import Verdict
from atodds.rulebook.book import Rulebook
from atodds.rulebook.load import load_rulebook
from atodds.rulebook.rule import (
    ChoiceRule,
    DateRule,
    Kind,
    NameRule,
    QuantityCompare,
    QuantityFind,
    QuantityRule,
    Rule,
    Unit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tests.compare.conftest import Prints, Says

DISAGREE = (Verdict.CONFLICT, Verdict.TENSION, Verdict.UPDATE)
DOSSIERS = sorted((Path(__file__).parents[2] / "fixtures" / "dossiers").glob("*/articles*"))
BOOK = load_rulebook()

matters = st.tuples(st.sampled_from(["figures", "parts"]), st.sampled_from(["people", "children"]))
bounds = st.builds(Bounds, st.integers(-3, 9), st.integers(-3, 9), st.integers(0, 3))
spreads = st.builds(
    Spread, st.dictionaries(matters, bounds, max_size=3), st.frozensets(st.sampled_from("abc"), max_size=2)
)

values = st.one_of(
    st.integers(0, 12).map(str),
    st.integers(0, 12).map(">= {}".format),
    st.builds(lambda low, width: f"[{low}, {low + width}]", st.integers(0, 12), st.integers(1, 6)),
)
PLACES = {
    "The flood drowned them in their beds.": "",
    "In Merin alone so many were lost, the mayor said.": "Merin",
    "Across Orland so many have died since Monday.": "Orland",
}
told = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        values,
        st.sampled_from(["people", "children", "soldiers"]),
        st.sampled_from([Part.TOTAL, Part.TOTAL, Part.PART, Part.PART, Part.BACKGROUND]),
        st.sampled_from(list(PLACES)),
        st.sampled_from(["", "", "short for a hedged figure"]),
    ),
    max_size=6,
)
units = st.sampled_from([Unit.PEOPLE, Unit.THINGS, Unit.MONEY, Unit.AGE, Unit.PERCENT])


def figure_rule(unit: Unit, *, tolerance: float = 0) -> QuantityRule:
    find = QuantityFind(counts=("$people",), triggers=("kill",), unit=unit)
    compare = QuantityCompare(grows=True, tolerance=tolerance)
    return QuantityRule(id="killed", kind=Kind.QUANTITY, question="How many?", find=find, compare=compare)


def disagreements(rule: Rule, claims: Sequence[Claim], prints: Prints) -> list[str]:
    articles = tuple(prints(name) for name in sorted({claim.article for claim in claims}))
    _, findings, _ = reconcile(Dossier("flood", articles), claims, Rulebook((rule,)))
    return [found.message for found in findings if found.verdict in DISAGREE]


@given(spreads, spreads, spreads)
def test_spreads_are_joined_in_any_order_and_nesting(one: Spread, two: Spread, three: Spread) -> None:
    assert one.joined(two) == two.joined(one)
    assert one.joined(two).joined(three) == one.joined(two.joined(three))
    assert one.joined(Spread()) == one


@given(spreads, spreads)
def test_more_claims_never_close_a_filter(one: Spread, two: Spread) -> None:
    assume(one.may_disagree)

    assert one.joined(two).may_disagree


@given(told, units, st.sampled_from([0, 20]))
def test_figures_disagree_only_behind_an_open_filter(
    says: Says,
    prints: Prints,
    told: list[tuple[str, str, str, Part, str, str]],
    unit: Unit,
    tolerance: float,
) -> None:
    rule = figure_rule(unit, tolerance=tolerance)
    claims = [
        says(
            name,
            value,
            counted=counted,
            part=part,
            sentence=sentence,
            place=PLACES[sentence],
            asserted=not reason,
            reason=reason,
            start=100 * index,
        )
        for index, (name, value, counted, part, sentence, reason) in enumerate(told)
    ]

    found = disagreements(rule, claims, prints)

    assert may_disagree(rule, claims) or not found


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.one_of(st.none(), st.dates()), st.dates()), max_size=5),
    st.integers(0, 2),
)
def test_days_disagree_only_behind_an_open_filter(
    says: Says, prints: Prints, told: list[tuple[str, date | None, date]], tolerance: int
) -> None:
    rule = BOOK.rule("event-date")
    assert isinstance(rule, DateRule)
    rule = replace(rule, id="killed", compare=replace(rule.compare, tolerance=tolerance))
    claims = [
        valued(says, name, index, DateValue("then", min(first or last, last), last))
        for index, (name, first, last) in enumerate(told)
    ]

    found = disagreements(rule, claims, prints)

    assert may_disagree(rule, claims) or not found


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["fire", "blast", "flood"])), max_size=5))
def test_categories_disagree_only_behind_an_open_filter(
    says: Says, prints: Prints, told: list[tuple[str, str]]
) -> None:
    rule = BOOK.rule("cause")
    assert isinstance(rule, ChoiceRule)
    rule = replace(rule, id="killed")
    claims = [valued(says, name, index, Choice(word, word)) for index, (name, word) in enumerate(told)]

    found = disagreements(rule, claims, prints)

    assert may_disagree(rule, claims) or not found


@given(
    told=st.lists(
        st.tuples(
            st.sampled_from("abc"), st.sampled_from(["Ann Lee", "Anne Lee", "Lee", "the mayor", "Mr Orr"])
        ),
        max_size=5,
    ),
    several=st.booleans(),
)
def test_names_disagree_only_behind_an_open_filter(
    says: Says, prints: Prints, told: list[tuple[str, str]], *, several: bool
) -> None:
    rule = BOOK.rule("person-names")
    assert isinstance(rule, NameRule)
    rule = replace(rule, id="killed", compare=replace(rule.compare, several=several))
    claims = [valued(says, name, index, Name(word, word)) for index, (name, word) in enumerate(told)]

    found = disagreements(rule, claims, prints)

    assert may_disagree(rule, claims) or not found


@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: path.parent.name)
def test_dossiers_disagree_only_behind_an_open_filter(path: Path) -> None:
    run = atodds.check(atodds.read_articles(path), BOOK)

    closed = [
        (found.rule, found.event)
        for found in run.findings
        if found.verdict in DISAGREE
        and not may_disagree(
            BOOK.rule(found.rule),
            [claim for claim in run.claims if (claim.rule, claim.event) == (found.rule, found.event)],
        )
    ]

    assert closed == []


@pytest.mark.parametrize(
    ("told", "opens"),
    [
        ([("a", "12", "people"), ("b", "12", "people")], False),
        ([("a", "12", "people"), ("b", ">= 10", "people")], False),
        ([("a", "12", "people"), ("b", ">= 13", "people")], True),
        ([("a", "31", "people"), ("b", "9", "children")], False),
        ([("a", "31", "people"), ("b", "9", "civilians")], True),
    ],
)
def test_what_opens_the_filter(says: Says, told: list[tuple[str, str, str]], *, opens: bool) -> None:
    claims = [says(name, value, counted=counted) for name, value, counted in told]

    assert may_disagree(figure_rule(Unit.PEOPLE), claims) is opens


def test_parts_open_the_filter_when_they_may_exceed_their_whole(says: Says) -> None:
    def opens(*figures: str) -> bool:
        parts = [
            says("a", one, counted=counted, part=Part.PART)
            for one, counted in zip(figures, ("children", "women"), strict=True)
        ]
        return may_disagree(figure_rule(Unit.PEOPLE), [says("a", "10"), *parts])

    assert not opens("3", "4")
    assert opens("6", "5")


def test_a_town_that_may_exceed_its_country_opens_the_filter(says: Says) -> None:
    town = says("a", "40", counted="soldiers", place="Merin", sentence="In Merin alone 40 soldiers died.")
    country = says("b", "31", place="Orland", sentence="Across Orland 31 people died.")

    assert may_disagree(figure_rule(Unit.PEOPLE), [town, country])
    assert not may_disagree(figure_rule(Unit.PEOPLE), [says("a", "40", counted="soldiers"), country])


def test_a_headline_that_was_set_aside_opens_the_filter(says: Says) -> None:
    short = says("a", "5", asserted=False, reason="short for at least 5")

    assert may_disagree(figure_rule(Unit.PEOPLE), [short, says("b", "7")])


def test_claims_that_nothing_is_compared_with_spread_nothing(says: Says) -> None:
    rule = figure_rule(Unit.PEOPLE)
    aside = [says("a", "3", asserted=False, reason="feared"), says("a", "3", part=Part.BACKGROUND)]

    assert reduce(Spread.joined, (spread_of(rule, claim) for claim in aside)) == Spread()


def valued(says: Says, article: str, index: int, value: DateValue | Choice | Name) -> Claim:
    return replace(
        says(article, "1", start=100 * index, sentence=f"It was {value.words} {index}."), value=value
    )
