"""Progress shows on a terminal in a long run, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atodds.check import check
from atodds.cli import progress
from atodds.cli.progress import Meter
from atodds.read.articles import read_article

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def long_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_LONG", -1.0)


@pytest.mark.usefixtures("long_run")
def test_a_pipe_sees_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Meter(terminal=False) as meter:
        meter(1, 2)

    assert capsys.readouterr().err == ""


def test_a_short_run_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Meter(terminal=True) as meter:
        meter(1, 2)

    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("long_run")
def test_a_long_run_counts_its_articles(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("rich")

    with Meter(terminal=True) as meter:
        meter(3, 40)

    assert "3/40" in capsys.readouterr().err


@pytest.mark.usefixtures("long_run")
def test_without_rich_the_run_goes_on_in_silence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    nothing: Callable[[], None] = lambda: None  # noqa: E731 - stands for a failed import
    monkeypatch.setattr(progress, "_bar", nothing)

    with Meter(terminal=True) as meter:
        meter(3, 40)
        meter(4, 40)

    assert capsys.readouterr().err == ""


def test_a_check_tells_its_watcher_after_each_article() -> None:
    seen: list[tuple[int, int]] = []
    articles = [read_article("Two men died.", id=name, event="fire") for name in ("a", "b")]

    check(articles, watch=lambda done, total: seen.append((done, total)))

    assert seen == [(1, 2), (2, 2)]
