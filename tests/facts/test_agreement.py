"""`assert_agrees`, called as a function."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atodds.facts.agreement import assert_agrees
from atodds.read.articles import read_article
from atodds.rulebook.load import load_rulebook

if TYPE_CHECKING:
    from pathlib import Path

TWELVE = "The mine blast in Karvo killed 12 people on Monday, police said."
DOZEN = "On Monday 12 people were killed by a blast in the Karvo mine."
FORTY = "The mine blast in Karvo killed at least 40 people on Monday."


def test_articles_may_be_texts_paths_or_articles(tmp_path: Path) -> None:
    for name, text in (("herald.txt", TWELVE), ("courier.txt", DOZEN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    articles = [read_article(TWELVE, id="1", event="e"), read_article(DOZEN, id="2", event="e")]

    runs = [
        assert_agrees({"Herald": TWELVE, "Courier": DOZEN}),
        assert_agrees(tmp_path),
        assert_agrees([tmp_path / "herald.txt", tmp_path / "courier.txt"]),
        assert_agrees(articles, load_rulebook().select(["killed"])),
    ]

    assert [len(run.dossiers[0].articles) for run in runs] == [2, 2, 2, 2]


def test_a_disagreement_raises_with_the_table() -> None:
    with pytest.raises(
        AssertionError, match=r"(?s)the articles disagree.*killed +conflict.*B +at least 40 +Courier"
    ):
        assert_agrees({"Herald": TWELVE, "Courier": FORTY})


def test_what_counts_as_a_disagreement_can_be_chosen() -> None:
    assert_agrees({"Herald": TWELVE, "Courier": FORTY}, fail_on=["tension"])


def test_nothing_compared_raises_unless_allowed() -> None:
    with pytest.raises(AssertionError, match="nothing was compared"):
        assert_agrees({"Herald": TWELVE})

    assert_agrees({"Herald": TWELVE}, allow_empty=True)
