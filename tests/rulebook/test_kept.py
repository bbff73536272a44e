"""What is kept of rule and lexicon files: believed while they and atodds are the same, and never needed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from atodds.rulebook import fingerprint, kept
from atodds.rulebook.codec import rule_from_json, rule_to_json
from atodds.rulebook.fingerprint import engine_fingerprint
from atodds.rulebook.kept import VARIABLE
from atodds.rulebook.load import load_rulebook
from atodds.rulebook.places import rules_root
from atodds.rulebook.validate import parse_rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

POSIX = hasattr(os, "geteuid")


class Maker:
    """Makes a value and counts how often it was asked to."""

    def __init__(self, value: object = None) -> None:
        self.value = {"a": [1, 2.5, "x", None, True]} if value is None else value
        self.asked = 0

    def __call__(self) -> object:
        self.asked += 1
        return self.value


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "source.yaml"
    file.write_text("a: 1\n", encoding="utf-8")
    return file


def ask(source: Path, make: Maker) -> object:
    kept._folder.cache_clear()
    return kept.kept([source], make)


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    kept._folder.cache_clear()
    engine_fingerprint.cache_clear()


@pytest.mark.usefixtures("folder")
def test_what_was_made_is_made_once(source: Path) -> None:
    make = Maker()

    assert ask(source, make) == ask(source, make) == make.value
    assert make.asked == 1


@pytest.mark.usefixtures("folder")
def test_a_file_that_changed_is_made_anew(source: Path) -> None:
    make = Maker()
    ask(source, make)
    about = source.stat()
    source.write_text("a: 2\n", encoding="utf-8")
    os.utime(source, ns=(about.st_atime_ns, about.st_mtime_ns))
    ask(source, make)

    assert make.asked == 2


@pytest.mark.usefixtures("folder")
def test_nothing_is_believed_that_another_atodds_made(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker()
    ask(source, make)
    monkeypatch.setattr(kept, "engine_fingerprint", lambda: "another")
    ask(source, make)

    assert make.asked == 2


@pytest.mark.parametrize("damage", [lambda raw: raw[: len(raw) // 2], lambda _: b"\xff" * 80, lambda _: b""])
def test_a_damaged_file_is_made_anew(folder: Path, source: Path, damage: Callable[[bytes], bytes]) -> None:
    make = Maker()
    ask(source, make)
    (file,) = folder.glob("*.json")
    file.write_bytes(damage(file.read_bytes()))

    assert ask(source, make) == make.value
    assert make.asked == 2


def test_what_json_would_change_is_not_kept(folder: Path, source: Path) -> None:
    make = Maker({1: "one"})

    assert ask(source, make) == ask(source, make) == {1: "one"}
    assert not list(folder.glob("*.json"))


def test_an_empty_variable_has_nothing_kept(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own"))
    make = Maker()
    ask(source, make)
    ask(source, make)

    assert make.asked == 2
    assert not (tmp_path / "own").exists()


def test_a_folder_that_cannot_be_made_costs_time_only(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file" / "kept"))

    assert ask(source, Maker()) == Maker().value


@pytest.mark.skipif(not POSIX, reason="Windows has other rights")
def test_a_folder_that_others_can_write_to_is_not_used(folder: Path, source: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)
    make = Maker()
    ask(source, make)
    ask(source, make)

    assert make.asked == 2
    assert not list(folder.iterdir())


def test_the_oldest_files_go(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 2)
    for number in range(4):
        file = tmp_path / f"{number}.yaml"
        file.touch()
        ask(file, Maker())

    assert len(list(folder.iterdir())) == 2


def test_every_shipped_rule_comes_back_equal() -> None:
    for file in rules_root().glob("*.yaml"):
        rule = parse_rule(str(file), file.read_text(encoding="utf-8"))
        assert not isinstance(rule, list)

        assert rule_from_json(rule_to_json(rule)) == rule


@pytest.mark.usefixtures("folder")
def test_a_rulebook_that_is_kept_is_the_one_that_was_read() -> None:
    kept._folder.cache_clear()
    first, second = load_rulebook(), load_rulebook()

    assert first.rules == second.rules
    assert first.fingerprint == second.fingerprint
    assert first.files == second.files


@pytest.mark.usefixtures("folder")
def test_a_list_that_changed_has_the_rules_read_again(tmp_path: Path) -> None:
    kept._folder.cache_clear()
    rules = tmp_path / "rules"
    (rules / "lexicon").mkdir(parents=True)
    words = rules / "lexicon" / "bees.yaml"
    text = (rules_root() / "killed.yaml").read_text(encoding="utf-8")
    (rules / "killed.yaml").write_text(text.replace("counts: [", "counts: [$bees, "), encoding="utf-8")
    found = []
    for word in ("drone", "queen"):
        words.write_text(f"words: [{word}]\n", encoding="utf-8")
        found.append(vars(load_rulebook(rules).rules[0].find)["counts"][0])

    assert found == ["drone", "queen"]


def test_the_fingerprint_changes_with_any_file_of_the_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "inner").mkdir()
    for name in ("one.py", "inner/two.py"):
        (tmp_path / name).write_text("x = 1\n", encoding="utf-8")
    monkeypatch.setattr(fingerprint, "PACKAGE", tmp_path)
    seen = set()
    for name in ("", "one.py", "inner/two.py", "inner/new.py"):
        if name:
            (tmp_path / name).write_text(f"x = '{name}'\n", encoding="utf-8")
        engine_fingerprint.cache_clear()
        seen.add(engine_fingerprint())
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "one.pyc").touch()
    engine_fingerprint.cache_clear()
    seen.add(engine_fingerprint())

    assert len(seen) == 4
