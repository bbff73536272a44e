"""Parquet tables: the same columns as JSON lines, the same words for what is wrong."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from atodds.errors import InputError
from atodds.read.articles import read_articles

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Twelve people died."


def table(folder: Path, **columns: list[Any]) -> Path:
    path = folder / "strait.parquet"
    pq.write_table(pa.table(columns), path)
    return path


def test_every_column_of_a_row_is_read(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        ID=[7, 8],
        Text=[TEXT, TEXT],
        outlet=["The Strait", None],
        published=[datetime(2031, 3, 2, 23, tzinfo=UTC), None],
        event=["ferry", None],
        author=[{"name": "of no concern"}, None],
    )

    one, two = read_articles(path)

    assert (one.id, one.text, one.outlet, one.published, one.event) == (
        "7",
        TEXT,
        "The Strait",
        date(2031, 3, 2),
        "ferry",
    )
    assert (two.id, two.outlet, two.published, two.event) == ("8", "", None, "strait")


def test_bad_rows_are_told_by_their_number_and_the_others_go_on(tmp_path: Path) -> None:
    path = table(tmp_path, text=[TEXT] * 300 + [None, TEXT], id=[str(n) for n in range(301)] + ["0"])
    told: list[str] = []

    articles = list(read_articles(path, on_problem=lambda problem: told.append(problem.message)))

    assert len(articles) == 300
    assert told == ["row 301: has no text; the row is left out", "id '0' is used twice in strait; left out"]


def test_a_table_without_text_or_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match='has no column "text"; its columns are body, id'):
        list(read_articles(table(tmp_path, body=["x"], id=["y"]), on_problem=lambda _: None))
    with pytest.raises(InputError, match="holds no rows"):
        list(read_articles(table(tmp_path, text=[]), on_problem=lambda _: None))


@pytest.mark.parametrize("raw", [b"", b"PAR1", b"no table at all", b"PAR1" + b"\0" * 40 + b"PAR1"])
def test_what_is_no_parquet_is_one_line(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "strait.parquet"
    path.write_bytes(raw)

    with pytest.raises(InputError, match="cannot be read as Parquet") as refused:
        list(read_articles(path, on_problem=lambda _: None))
    assert "\n" not in str(refused.value)
