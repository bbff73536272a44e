"""The ledger: what was kept is there after a kill, and a key changes with all that claims depend on."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING

import pytest

from atodds.errors import AtoddsError
from atodds.read.articles import read_article
from atodds.store import ledger
from atodds.store.ledger import Ledger, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from atodds.rulebook.book import Rulebook


@pytest.mark.parametrize(
    "change",
    [{"id": "b"}, {"text": "x"}, {"title": "T"}, {"outlet": "Herald"}, {"published": date(2031, 1, 1)}],
    ids=str,
)
def test_a_key_changes_with_what_claims_depend_on(rulebook: Rulebook, change: dict[str, object]) -> None:
    article = read_article("Twelve died.", id="a")

    assert key_of(article, rulebook) != key_of(dataclasses.replace(article, **change), rulebook)  # type: ignore[arg-type]


def test_a_key_changes_with_captions_and_rules(rulebook: Rulebook) -> None:
    text = "Twelve died.\nThe mine, where four died"
    plain, captioned = read_article(text), read_article(text, captions=["The mine, where four died"])

    assert key_of(plain, rulebook) != key_of(captioned, rulebook)
    assert key_of(plain, rulebook) != key_of(plain, rulebook.select(["killed"]))


def test_a_key_changes_with_the_engine(rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    article = read_article("Twelve died.", id="a")
    before = key_of(article, rulebook)
    monkeypatch.setattr(ledger, "engine_fingerprint", lambda: "another")

    assert key_of(article, rulebook) != before


def test_a_key_does_not_change_with_file_and_dossier(rulebook: Rulebook) -> None:
    one = read_article("Twelve died.", id="a", event="x", path="x/a")

    assert key_of(one, rulebook) == key_of(dataclasses.replace(one, event="y", path="y/a"), rulebook)


def test_what_was_kept_is_there_for_the_next_run_and_what_was_asked_is_not(tmp_path: Path) -> None:
    with Ledger(tmp_path / "new" / "ledger") as ledger:
        ledger.keep([("k1", "[]"), ("k2", '["x"]')])
        ledger.ask([("e", "k2"), ("e", "lost"), ("f", "k1")])

        assert list(ledger.asked()) == [("e", "k2", '["x"]'), ("f", "k1", "[]")]

    with Ledger(tmp_path / "new" / "ledger") as ledger:
        assert (ledger.holds("k1"), ledger.holds("k3")) == (True, False)
        assert (ledger.claims("k2"), ledger.claims("k3")) == ('["x"]', "[]")
        assert list(ledger.asked()) == []


def test_a_batch_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[str, str]]:
        yield "k1", "[]"
        raise KeyboardInterrupt

    with Ledger(tmp_path / "ledger") as ledger:
        with pytest.raises(KeyboardInterrupt):
            ledger.keep(broken())

        assert not ledger.holds("k1")


def test_a_file_that_is_no_ledger_is_put_aside_and_told(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    words = "no database at all, but long enough to be looked at " * 10
    path.write_text(words, encoding="utf-8")
    told: list[str] = []

    with Ledger(path, told.append) as opened:
        assert not opened.holds("k1")
    assert told == [
        f"{path}: is damaged, and was put aside as ledger.damaged; what it held is read again",
    ]
    assert (tmp_path / "ledger.damaged").read_text(encoding="utf-8") == words


def test_a_ledger_that_was_cut_is_put_aside_and_told(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    with Ledger(path) as opened:
        opened.keep((f"k{number}", "[]" * 400) for number in range(200))
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2])
    told: list[str] = []

    with Ledger(path, told.append) as opened:
        assert not any(opened.holds(f"k{number}") for number in range(200))
    assert len(told) == 1


def test_claims_that_changed_on_the_disk_are_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    with Ledger(path) as opened:
        opened.keep([("k1", '["the claims of one article"]'), ("k2", "[]")])
    raw = path.read_bytes()
    path.write_bytes(raw.replace(b"the claims of one", b"the claims of two"))

    with Ledger(path) as opened:
        opened.ask([("e", "k1"), ("e", "k2")])

        assert (opened.holds("k1"), opened.holds("k2")) == (False, True)
        assert list(opened.asked()) == [("e", "k2", "[]")]


def test_a_page_that_changed_is_put_aside_and_told(tmp_path: Path) -> None:
    """Only the header is looked at when a ledger is opened; a page shows its damage when it is read."""
    path = tmp_path / "ledger"
    with Ledger(path) as opened:
        opened.keep((f"k{number}", "[]" * 400) for number in range(200))
    raw = path.read_bytes()
    path.write_bytes(raw[:8192] + b"\x07" * (len(raw) - 8192))

    with Ledger(path) as opened, pytest.raises(AtoddsError, match=r"put aside as ledger\.damaged; run the"):
        assert [opened.holds(f"k{number}") for number in range(200)]
    assert not path.exists()


def test_articles_whose_reading_failed_are_told(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger") as opened:
        opened.keep([("k1", "[]")])
        opened.ask([("e", "k3"), ("e", "k1"), ("e", "k2"), ("f", "k3")])

        assert opened.lost() == ["k2", "k3"]
