"""Word lists and tables of the lexicon."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from atodds.errors import RulebookError
from atodds.rulebook import lexicon
from atodds.rulebook.lexicon import expand, list_names, load_table, word_list
from atodds.rulebook.places import rules_root


@pytest.fixture
def own_lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A lexicon of three files; the caches are emptied around the test."""
    folder = tmp_path / "lexicon"
    folder.mkdir()
    (folder / "populations.yaml").write_text(
        "populations:\n  people: {words: [person, man]}\n  crew: {within: people, words: [pilot, man]}\n"
        "  pilots: {within: crew, words: [pilot, captain]}\n",
        encoding="utf-8",
    )
    (folder / "storms.yaml").write_text("words: [hurricane, no, 08]\n", encoding="utf-8")
    (folder / "table.yaml").write_text(
        "rows: [1, 1.5, '1', true, no, 08, null, 2022-01-05]\n", encoding="utf-8"
    )
    monkeypatch.setattr(lexicon, "rules_root", lambda: tmp_path)
    caches = (load_table, word_list, list_names, lexicon.has_list)
    for cached in caches:
        cached.cache_clear()
    yield tmp_path
    for cached in caches:
        cached.cache_clear()


@pytest.mark.usefixtures("own_lexicon")
def test_a_population_takes_in_what_lies_within_it() -> None:
    assert word_list("people") == ("person", "man", "pilot", "captain")
    assert word_list("crew") == ("pilot", "man", "captain")
    assert word_list("pilots") == ("pilot", "captain")


@pytest.mark.usefixtures("own_lexicon")
def test_a_file_with_words_is_a_list() -> None:
    """And one without is none."""
    assert list_names() == ("crew", "people", "pilots", "storms")
    assert word_list("storms") == ("hurricane", "no", "08")


@pytest.mark.usefixtures("own_lexicon")
@pytest.mark.parametrize("name", ["table", "nowhere", "", "../lexicon/storms", "people "])
def test_an_unknown_list_is_an_error(name: str) -> None:
    with pytest.raises(KeyError):
        word_list(name)


@pytest.mark.usefixtures("own_lexicon")
def test_lists_are_put_in_their_place() -> None:
    assert expand(["woman", "$crew", "pilot"]) == ("woman", "pilot", "man", "captain")


@pytest.mark.usefixtures("own_lexicon")
def test_only_numbers_and_constants_are_more_than_text() -> None:
    assert load_table("table")["rows"] == [1, 1.5, "1", True, "no", "08", None, "2022-01-05"]


def test_a_broken_table_is_told_with_its_place(own_lexicon: Path) -> None:
    (own_lexicon / "lexicon" / "broken.yaml").write_text("a: 1\na: 2\n", encoding="utf-8")

    with pytest.raises(RulebookError, match=r"broken.yaml:2:1: error\[duplicate-key\]"):
        load_table("broken")
    with pytest.raises(RulebookError, match=r"error\[unreadable\]"):
        load_table("nowhere")


def test_every_shipped_lexicon_file_can_be_read() -> None:
    for path in (rules_root() / "lexicon").glob("*.yaml"):
        assert load_table(path.stem), path
