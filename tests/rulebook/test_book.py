"""A rulebook does not depend on the order or place its rules were read in."""

from pathlib import Path

import pytest

from atodds.rulebook.book import Rulebook
from atodds.rulebook.load import load_rulebook


def write(folder: Path, *texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for text in texts:
        (folder / f"{text.split()[1]}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_rules_are_found_by_id(tmp_path: Path, rule_text: str) -> None:
    book = load_rulebook(write(tmp_path, rule_text))

    assert book.rule("detained").question == "How many people were detained?"
    assert book.file("detained") == str(tmp_path / "detained.yaml")
    with pytest.raises(KeyError):
        book.rule("killed")


def test_a_selection_keeps_the_order_of_the_book(tmp_path: Path, rule_text: str) -> None:
    texts = [rule_text.replace("id: detained", f"id: {name}") for name in ("a", "b", "c")]
    book = load_rulebook(write(tmp_path, *texts))
    selection = book.select(["c", "a"])

    assert [rule.id for rule in selection.rules] == ["a", "c"]
    assert selection.file("c") == str(tmp_path / "c.yaml")
    with pytest.raises(KeyError):
        book.select(["d"])


def test_a_rulebook_made_in_memory_has_no_files(tmp_path: Path, rule_text: str) -> None:
    rules = load_rulebook(write(tmp_path, rule_text)).rules

    assert Rulebook(rules).file("detained") == ""
    assert Rulebook(rules).select(["detained"]).files == ()


def test_the_fingerprint_tells_what_rules_mean(tmp_path: Path, rule_text: str) -> None:
    """Another place, layout or question changes nothing; another word does."""
    first = load_rulebook(write(tmp_path / "a", rule_text)).fingerprint
    moved = rule_text.replace("[detain, take", "[\n    detain, take").replace("How many people", "How many")
    changed = rule_text.replace("detain,", "jail,")

    assert load_rulebook(write(tmp_path / "b", moved)).fingerprint == first
    assert load_rulebook(write(tmp_path / "c", changed)).fingerprint != first
