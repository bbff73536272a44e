from __future__ import annotations

import os
from pathlib import Path
from random import Random
from typing import IO, TYPE_CHECKING, Any

import pytest

from atodds.errors import InputError
from atodds.read.articles import read_articles

if TYPE_CHECKING:
    from atodds.model.finding import Problem


def tree(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            '{"text": "A row."}\n' if name.endswith("jsonl") else f"Text of {name}.\n", encoding="utf-8"
        )
    return root


def read(*paths: Path | str) -> tuple[list[tuple[str, str]], list[str]]:
    """Return (event, id) of each article in order, and the problems told, without the folder."""
    problems: list[Problem] = []
    articles = list(read_articles(paths, on_problem=problems.append))
    return [(article.event, article.id) for article in articles], [
        f"{Path(problem.path).name}: {problem.message}" for problem in problems
    ]


def test_a_folder_of_files_is_one_dossier(tmp_path: Path) -> None:
    folder = tree(tmp_path / "ferry", "b.txt", "a.md", "c", "d.text")

    assert read(folder)[0] == [("ferry", "a.md"), ("ferry", "b.txt"), ("ferry", "c"), ("ferry", "d.text")]


def test_each_subfolder_is_a_dossier(tmp_path: Path) -> None:
    folder = tree(
        tmp_path / "all", "ferry/a.txt", "market/a.txt", "2031/storm/a.txt", "loose.txt", "rows.jsonl"
    )

    assert read(folder)[0] == [
        ("2031/storm", "2031/storm/a.txt"),
        ("all", "loose.txt"),
        ("ferry", "ferry/a.txt"),
        ("market", "market/a.txt"),
        ("rows", "rows.jsonl:1"),
    ]


def test_files_named_directly_are_one_dossier(tmp_path: Path) -> None:
    tree(tmp_path / "ferry", "a.txt", "north/a.txt", "odd.story")

    assert read(*(tmp_path / "ferry" / name for name in ("a.txt", "north/a.txt", "odd.story")))[0] == [
        ("ferry", "a.txt"),
        ("ferry", "north/a.txt"),
        ("ferry", "odd.story"),
    ]


def test_a_path_may_be_a_string_or_lie_in_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tree(tmp_path / "ferry", "a.txt"))

    assert read(".")[0] == read("a.txt")[0] == [("ferry", "a.txt")]


def test_what_lies_beside_articles_is_passed_over_in_silence(tmp_path: Path) -> None:
    folder = tree(
        tmp_path / "ferry",
        "a.txt",
        "ferry.facts.yaml",
        "killed.yml",
        "README.md",
        "LICENSE",
        "conftest.py",
        "pyproject.toml",
        ".hidden.txt",
        ".git/config",
        "__pycache__/a.txt",
        "a.txt~",
    )

    assert read(folder) == ([("ferry", "a.txt")], [])


@pytest.mark.usefixtures("without_extras")
def test_what_might_be_an_article_is_never_passed_over_in_silence(tmp_path: Path) -> None:
    folder = tree(
        tmp_path / "ferry", "a.txt", "b.html", "c.parquet", "d.warc.gz", "e.json", "f.png", "g.docx", "k.rss"
    )
    (folder / "h.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    (folder / "i.txt").write_bytes(b"")
    (folder / "j.txt").write_bytes(b" \r\n")

    assert read(folder) == (
        [("ferry", "a.txt")],
        [
            "b.html: .html files need the extra atodds[html]",
            "c.parquet: .parquet files need the extra atodds[parquet]",
            "d.warc.gz: .warc.gz files need the extra atodds[warc]",
            "e.json: is JSON as a whole; write one object a line and call the file .jsonl",
            "f.png: .png files are not read from a folder; name the file to have it read as text",
            "g.docx: .docx files are not read from a folder; name the file to have it read as text",
            "k.rss: .rss files need the extra atodds[feed]",
            "h.txt: is a PNG picture, not text",
            "i.txt: is empty",
            "j.txt: is empty",
        ],
    )


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    folder = tree(tmp_path / "ferry", "a.txt", "b/c.txt")
    (folder / "latest.txt").symlink_to(folder / "a.txt")

    assert read(folder, folder / "a.txt", folder / "b" / "c.txt", str(folder))[0] == [
        ("b", "b/c.txt"),
        ("ferry", "a.txt"),
    ]


def test_dossiers_of_one_name_in_two_places_stay_apart(tmp_path: Path) -> None:
    tree(tmp_path, "2031/ferry/a.txt", "2032/ferry/a.txt")
    first, second = tmp_path / "2031" / "ferry", tmp_path / "2032" / "ferry"

    assert read(second, first)[0] == [(first.as_posix(), "a.txt"), (second.as_posix(), "a.txt")]


def test_the_order_of_paths_does_not_matter(tmp_path: Path) -> None:
    names = ["x/a.txt", "x/b.txt", "y/a.txt", "rows.jsonl", "c.txt"]
    tree(tmp_path, *names, "missing-not.txt")
    paths = [tmp_path / "x", tmp_path / "y", *(tmp_path / name for name in names), tmp_path / "missing.txt"]
    expected = read(*paths)

    for seed in range(6):
        Random(seed).shuffle(paths)  # noqa: S311 - an order, no secret

        assert read(*paths) == expected


def test_links_that_lead_nowhere_or_in_a_circle_do_no_harm(tmp_path: Path) -> None:
    folder = tree(tmp_path / "ferry", "a.txt")
    (folder / "gone.txt").symlink_to(folder / "nothing.txt")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "up").symlink_to(tmp_path)

    articles, problems = read(folder)

    assert articles == [("ferry", "a.txt")]
    assert problems[0] == "gone.txt: is a link to nothing"
    assert problems[1].startswith("self.txt: cannot be opened: ")


def test_a_linked_folder_is_a_dossier_too(tmp_path: Path) -> None:
    elsewhere = tree(tmp_path / "elsewhere", "a.txt")
    folder = tree(tmp_path / "all", "b.txt")
    (folder / "ferry").symlink_to(elsewhere)

    assert read(folder)[0] == [("all", "b.txt"), ("ferry", "ferry/a.txt")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    folder = tree(tmp_path / "ferry", "a.txt")
    os.mkfifo(folder / "pipe.txt")

    assert read(folder) == ([("ferry", "a.txt")], ["pipe.txt: is no regular file"])


def test_a_file_that_may_not_be_read_is_told_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may read everything, so the refusal is played."""
    folder = tree(tmp_path / "ferry", "a.txt", "b.txt")
    unlocked = Path.open

    def locked(path: Path, mode: str = "r") -> IO[Any]:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return unlocked(path, mode)

    monkeypatch.setattr(Path, "open", locked)

    assert read(folder) == ([("ferry", "b.txt")], ["a.txt: cannot be read: Permission denied"])


def test_a_name_that_is_no_utf8_can_still_be_printed(tmp_path: Path) -> None:
    folder = tree(tmp_path / "ferry", "a.txt")
    raw = os.fsencode(folder) + b"/f\xe4hre.txt"
    try:
        Path(os.fsdecode(raw)).write_text("Twelve died.", encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes no such name")

    assert read(folder)[0] == [("ferry", "a.txt"), ("ferry", "f\ufffdhre.txt")]


@pytest.mark.usefixtures("without_extras")
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.txt", "missing.txt: no such file or folder"),
        ("empty.txt", "empty.txt: is empty"),
        ("picture.txt", "picture.txt: is a PNG picture, not text"),
        ("page.html", "page.html: .html files need the extra atodds[html]"),
        ("hollow", "hollow: no article found (.txt, .md, .html, .jsonl, .csv, .parquet, .warc, .rss)"),
        ("ferry.facts.yaml", "ferry.facts.yaml: is no article by its name; rename it to have it read"),
        ("README.md", "README.md: is no article by its name; rename it to have it read"),
        ("nul\0.txt", "nul\\x00.txt: cannot be opened: no path holds a NUL character"),
    ],
)
def test_nothing_to_read_is_one_line_that_names_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, message: str
) -> None:
    monkeypatch.chdir(tree(tmp_path, "page.html", "ferry.facts.yaml", "README.md"))
    Path("empty.txt").touch()
    Path("picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    Path("hollow").mkdir()

    with pytest.raises(InputError) as refused:
        read(name)

    assert str(refused.value) == message


def test_no_path_at_all_is_refused() -> None:
    with pytest.raises(InputError, match="no path: no article found"):
        read()


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.txt", ["a.txt", "b[1].txt"]),
        ("**/*.txt", ["a.txt", "b[1].txt", "north/c.txt"]),
        ("n*", ["c.txt"]),
        ("b[1].txt", ["b[1].txt"]),
    ],
)
def test_a_pattern_stands_for_the_files_like_it(tmp_path: Path, pattern: str, names: list[str]) -> None:
    folder = tree(tmp_path / "ferry", "a.txt", "b[1].txt", "north/c.txt", "notes.yaml")

    articles, _ = read(folder / pattern)

    assert [name for _, name in articles] == names


def test_a_pattern_for_nothing_is_told(tmp_path: Path) -> None:
    folder = tree(tmp_path / "ferry", "a.txt")

    assert read(folder / "a.txt", folder / "*.md") == (
        [("ferry", "a.txt")],
        ["*.md: no file or folder has a name like this"],
    )
