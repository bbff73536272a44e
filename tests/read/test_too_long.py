"""What is too long to be a report is told and passed over; it is not read into the memory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from atodds.errors import InputError
from atodds.read import articles, encoding, rows, tables
from atodds.read.articles import read_articles

if TYPE_CHECKING:
    from pathlib import Path

    from atodds.model.finding import Problem

MOST = 1_000


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (articles, encoding, rows, tables):
        monkeypatch.setattr(module, "LONGEST", MOST)


def row(name: str, text: str) -> str:
    return json.dumps({"id": name, "text": text})


@pytest.mark.parametrize("length", [MOST, 3 * MOST, 20 * MOST])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_long_line_is_left_out_and_the_next_keeps_its_number(tmp_path: Path, length: int, end: str) -> None:
    file = tmp_path / "articles.jsonl"
    lines = [row("a", "Twelve died."), row("b", "x" * length), "{", row("c", "Thirteen died.")]
    file.write_bytes(end.join(lines).encode())
    told: list[Problem] = []

    read = list(read_articles(file, on_problem=told.append))

    assert [article.id for article in read] == ["a", "c"]
    assert told[0].message == "line 2: has more than 10 million characters, more than any report; left out"
    assert told[1].message.startswith("line 3: is no JSON object")


def test_a_row_with_a_long_text_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "articles.parquet"
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pa.table({"id": ["a", "b"], "text": ["x" * (MOST + 1), "Twelve died."]}), file)
    told: list[Problem] = []

    assert [article.id for article in read_articles(file, on_problem=told.append)] == ["b"]
    assert [problem.message.partition(": ")[0] for problem in told] == ["row 1"]


@pytest.mark.parametrize("name", ["long.txt", "long.html"])
@pytest.mark.parametrize("length", [MOST + 1, 10 * MOST])
def test_a_long_file_is_one_line(tmp_path: Path, name: str, length: int) -> None:
    file = tmp_path / name
    file.write_text("x" * length, encoding="utf-8")

    with pytest.raises(InputError, match=r"long\.\w+: has more than 10 million characters"):
        list(read_articles(file))
