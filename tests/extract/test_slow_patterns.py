"""A pattern of a user's own that takes too long ends as one problem; all else is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import atodds
from atodds.extract import choices
from atodds.extract.claims import claims_of
from atodds.model.claim import Choice
from atodds.rulebook.load import load_rulebook

if TYPE_CHECKING:
    from pathlib import Path

    from atodds.model.finding import Problem
    from atodds.rulebook.book import Rulebook

SLOW = """\
id: slow
kind: choice
question: What was it?
find:
  categories:
    gas: ['/gas\\w*\\w*\\w*\\w*!/']
    fire: [wildfire]
tests:
  - {text: "They smelled gas!", claims: [gas]}
  - {text: Nobody came., claims: []}
"""
QUICK = SLOW.replace("id: slow", "id: quick").replace(r"/gas\w*\w*\w*\w*!/", "methane")
LONG = f"It was gas{'a' * 3_000}. The methane killed nine. More gas{'b' * 3_000} came with wildfire."


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rulebook:
    monkeypatch.setattr(choices, "PATIENCE", 0.05)
    (tmp_path / "slow.yaml").write_text(SLOW, encoding="utf-8")
    (tmp_path / "quick.yaml").write_text(QUICK, encoding="utf-8")
    return load_rulebook(tmp_path)


def test_one_problem_names_the_article_and_the_rule(book: Rulebook) -> None:
    problems: list[Problem] = []
    article = atodds.read_article(LONG, id="long")
    claims = claims_of(article, book, problems.append)
    assert [(one.rule, isinstance(one.value, Choice) and one.value.category) for one in claims] == [
        ("quick", "gas"),
        ("quick", "fire"),
    ]
    (problem,) = problems
    assert problem.message.startswith(
        "long: a pattern of the rule slow took longer than 0.05 s on one sentence"
    )


def test_a_run_goes_on_and_notes_it(book: Rulebook) -> None:
    articles = [
        atodds.read_article(LONG, id="long", event="e"),
        atodds.read_article("It was gas!", id="short", event="e"),
    ]
    run = atodds.check(articles, book)
    assert [problem.message.partition(":")[0] for problem in run.problems] == ["long"]
    assert [(claim.evidence.article, claim.rule) for claim in run.claims] == [
        ("long", "quick"),
        ("long", "quick"),
        ("short", "slow"),
    ]
