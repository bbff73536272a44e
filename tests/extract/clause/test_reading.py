"""Readings: what a rule asks of a sentence besides a trigger, and how sentences in capitals are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.conftest import in_short, of_paragraphs

from atodds.extract.claims import figures

if TYPE_CHECKING:
    from tests.extract.conftest import Tells

    from atodds.rulebook.book import Rulebook


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("The UN has 900 staff deployed abroad.", ["un-personnel 900"]),
        ("The U.N. has 900 staff deployed abroad.", ["un-personnel 900"]),
        ("The United Nations has 900 staff deployed abroad.", ["un-personnel 900"]),
        ("The firm has 900 staff deployed abroad.", []),
        ("The firm, undone by debt, has 900 staff deployed abroad.", []),
    ],
)
def test_a_rule_with_a_context_wants_its_words_in_the_sentence(
    tells: Tells, sentence: str, claims: list[str]
) -> None:
    assert tells(sentence, rule="un-personnel") == claims


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "TWELVE FARMERS WERE KILLED AND 30 WERE WOUNDED NEAR THE RIVER, THE ARMY SAID.",
            ["killed 12", "injured 30"],
        ),
        ("AT LEAST 12 FARMERS WERE KILLED IN THE TOWN OF ORMA.", ["killed >= 12"]),
        ("GUERRILLAS KILLED A SERGEANT AND TWO PRIVATES.", ["killed 1 part", "killed 2 part", "killed 3"]),
        ("THE ARMY DENIED THAT 12 FARMERS WERE KILLED.", ["killed 12 (denied)"]),
        ("Twelve Farmers Killed, 30 Hurt in Valley Landslide", ["killed 12", "injured 30"]),
    ],
)
def test_wire_copy_in_capitals_reads_like_any_other(tells: Tells, sentence: str, claims: list[str]) -> None:
    assert tells(sentence) == claims


def test_one_sentence_answers_several_rules(tells: Tells) -> None:
    sentence = (
        "Twelve hikers died, 30 were hurt, two are missing and the guide's three helpers were arrested."
    )

    assert sorted(tells(sentence)) == ["detained 3", "injured 30", "killed 12", "missing 2"]


def test_the_order_of_rules_is_irrelevant(book: Rulebook) -> None:
    """A rule finds the same whatever stands beside it, and in whatever order."""
    text = (
        "Sixteen people were shot, one fatally, and 44 were arrested; two others are missing.",
        "The UN, which has 900 peacekeepers deployed there, moved 300 families.",
    )
    article = of_paragraphs("", text, None)
    reverse = type(book)(tuple(reversed(book.rules)))

    found = [[in_short(claim) for claim in figures(article, rules)] for rules in (book, reverse)]
    assert sorted(found[0]) == sorted(found[1])
    assert len(found[0]) > 4
