"""The gate lets through every sentence in which a rule would find something, and few others."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import atodds
from atodds.extract import listening
from atodds.extract.clause.claim import Place, Spot
from atodds.extract.clause.drafts import sentence_drafts
from atodds.extract.clause.frame import Frame
from atodds.extract.clause.inherit import elliptic
from atodds.extract.clause.numbered import counted_phrases
from atodds.extract.ear import ears_of
from atodds.extract.gate import gate_of
from atodds.extract.needs import FIGURES
from atodds.extract.sentences import pieces
from atodds.extract.triggers import trigger_index
from atodds.model.article import Article, Block, Section, Story
from atodds.rulebook.case import TextTest
from atodds.rulebook.load import load_rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
BOOK = atodds.load_rulebook()
OWN = """\
id: own
kind: choice
question: What was it?
find:
  categories:
    gas: ["/leak(ing|ed)? gas/", убит, naïveté]
    fire: [9/11, set on fire]
tests:
  - {text: The men smelled leaking gas., claims: [gas]}
  - {text: Nobody came., claims: []}
"""
WORDS = (
    *(
        "took",
        "taken",
        "hostage",
        "missing",
        "went",
        "go",
        "off",
        "killed",
        "Killed",
        "dead",
        "the",
        "those",
        "among",
    ),
    *(
        "were",
        "was",
        "included",
        "number",
        "of",
        "toll",
        "deaths",
        "fatal",
        "injuries",
        "rose",
        "to",
        "a",
        "an",
        "no",
    ),
    *(
        "another",
        "man",
        "woman",
        "Ana",
        "Ruiz",
        "12",
        "31",
        "1,800",
        "two",
        "dozens",
        "nobody",
        "half",
        "½",
        "٣",
        ",",
        "(",
    ),
    *(
        ")",
        ".",
        "and",
        "on",
        "Monday",
        "yesterday",
        "in",
        "May",
        "2019",
        "blast",
        "quake",
        "magnitude",
        "6.1-magnitude",
    ),
    *(
        "old",
        "31-year-old",
        "$5",
        "million",
        "deal",
        "worth",
        "deadline",
        "siege",
        "lasted",
        "weeks",
        "week-long",
    ),
    *(
        "president",
        "President",
        "gun",
        "shot",
        "with",
        "cause",
        "gas",
        "leak",
        "leaking",
        "9/11",
        "убит",
        "naïveté",
    ),
    *(
        "virus",
        "cases",
        "UN",
        "U.N.",
        "serve",
        "include",
        "İ",
        "K",
        "-",
        "’s",
        "their",
        "lives",
        "lost",
        "people",
    ),
)


def _sentences(text: str) -> Iterator[tuple[Spot, frozenset[int], bool]]:
    """Yield the sentences of one block with their open owners, and whether one may go on from the last."""
    block = Block(Section.BODY, 0, len(text), 1)
    article = Article("a", text, published=date(2031, 3, 7), stories=(Story(0, (block,)),))
    scan = gate_of(BOOK).scan(text)
    around = scan.all_owners if scan.is_cut(0, len(text)) else scan.owners(0, len(text))
    for start, end in pieces(text, 0, len(text)):
        owners = scan.owners(start, end)
        assert owners <= around
        spot = Spot(Frame(text, start, end, trigger_index(BOOK)), Place(article, article.stories[0], block))
        yield spot, frozenset(owners), scan.goes_on(start, end)


def _see_nothing_is_stopped(text: str) -> None:
    for spot, owners, goes_on in _sentences(text):
        if FIGURES not in owners:
            assert sentence_drafts(spot, []) == []
        if not goes_on:
            for nouns in {id(one.nouns): one.nouns for one in trigger_index(BOOK).asked.values()}.values():
                assert elliptic(spot.frame, counted_phrases(spot.frame, nouns, singles=False)) is None
        for owner, ear in enumerate(ears_of(BOOK)):
            if owner not in owners:
                assert listening._read(spot, ear) == []


def test_no_claim_of_the_fixtures_is_stopped() -> None:
    paths = sorted(ROOT.glob("fixtures/**/*.txt"))
    assert paths
    for path in paths[::5]:
        _see_nothing_is_stopped(path.read_text(encoding="utf-8", errors="replace"))


def test_no_claim_of_the_rules_own_examples_is_stopped() -> None:
    for rule in BOOK.rules:
        for case in rule.tests:
            if isinstance(case, TextTest):
                _see_nothing_is_stopped(case.text)


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_no_claim_of_any_words_is_stopped(text: str) -> None:
    _see_nothing_is_stopped(text)


def test_words_beyond_ascii_and_patterns_open(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    gate = gate_of(load_rulebook(tmp_path))
    for text in ("Он убит", "such naïveté", "on 9/11", "a preleaked gas", "they set it on fire"):
        assert gate.scan(text).owners(0, len(text)) == {0}, text
    assert gate.scan("set on paper").owners(0, 12) <= {0}


@pytest.mark.parametrize(
    "text",
    [
        "The minister, who took office last year, said that talks would go on.",
        "The court will hear the case of the dam in Monday's session.",
        "They killed time.",
        "On Monday the president said that talks would go on, and the mayor of the town left.",
        "The 40 diesel engines of the cargo line.",
        "Prices fell to 12 dollars.",
        "",
    ],
)
def test_ordinary_text_is_not_opened(text: str) -> None:
    assert gate_of(BOOK).scan(text).owners(0, len(text)) == frozenset()


@pytest.mark.parametrize(
    "text",
    ["Raiders took nine hostage.", "A woman died.", "The number was two.", "Ruiz Killed in crash", "12 dead"],
)
def test_what_may_count_somebody_is_opened(text: str) -> None:
    assert FIGURES in gate_of(BOOK).scan(text).owners(0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Ruiz left.",
        "He met president\n (Ana Ruiz).",
        "Ana Ruiz, the president, left.",
        "Ana Ruiz," + 60 * " " + "the" + 60 * " " + "president, left.",
    ],
)
def test_a_role_beside_a_name_is_opened(text: str) -> None:
    assert gate_of(BOOK).scan(text).owners(0, len(text))


def test_a_word_cut_out_of_a_line_without_spaces_is_read() -> None:
    text = "12" + "\u200b" * 3_998 + "people" * 700
    assert gate_of(BOOK).scan(text).is_cut(0, len(text))
