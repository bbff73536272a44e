"""A folder of rules can bring word lists along."""

from pathlib import Path

import pytest

from atodds.errors import RulebookError
from atodds.rulebook.load import load_rulebook
from atodds.rulebook.rule import QuantityRule


@pytest.fixture
def folder(tmp_path: Path, rule_text: str) -> Path:
    """A folder with a rule that counts an own list and a shipped one."""
    text = rule_text.replace("[$people]", "[$crew, $police, cook]")
    (tmp_path / "detained.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "crew.yaml").write_text("words: [pilot, cook, no]\n", encoding="utf-8")
    return tmp_path


def test_an_own_list_stands_for_its_words(folder: Path) -> None:
    """Shipped lists stay as named, and no word comes twice."""
    rule = load_rulebook(folder).rule("detained")

    assert isinstance(rule, QuantityRule)
    assert rule.find.counts == ("pilot", "cook", "no", "$police")


def test_the_words_of_a_list_are_part_of_what_a_rule_means(folder: Path) -> None:
    before = load_rulebook(folder).fingerprint
    (folder / "lexicon" / "crew.yaml").write_text("words: [pilot]\n", encoding="utf-8")

    assert load_rulebook(folder).fingerprint != before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "words: [pilot, $nowhere]",
            r'crew.yaml:1:16: error\[unknown-list\] there is no shipped list "\$nowhere"',
        ),
        ("words: pilot", r"crew.yaml:1:8: error\[type\] a list of the lexicon has a key: words"),
        ("words: [pilot, []]", r"crew.yaml:1:8: error\[type\] a list of the lexicon has a key: words"),
        ("- pilot", r"crew.yaml:1:1: error\[type\] a list of the lexicon has a key: words"),
        ("words: [pilot", r"crew.yaml:1:14: error\[syntax\]"),
    ],
)
def test_a_broken_list_is_told_with_its_place(folder: Path, words: str, message: str) -> None:
    (folder / "lexicon" / "crew.yaml").write_text(words, encoding="utf-8")

    with pytest.raises(RulebookError, match=message):
        load_rulebook(folder)


def test_a_misspelt_own_list_is_told_with_the_nearest(folder: Path) -> None:
    file = folder / "detained.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("$crew", "$crow"), encoding="utf-8")

    with pytest.raises(RulebookError, match=r'there is no list "\$crow" \(did you mean "\$crew"\?\)'):
        load_rulebook(folder)
