"""The script of docs/scale.md runs from archives to findings, and goes on where it was interrupted."""

from __future__ import annotations

import gzip
import runpy
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.compare.pile.conftest import HAPPENINGS
from tests.read.test_warc import answer, record

if TYPE_CHECKING:
    import pytest
    from pyspark.sql import SparkSession

SCRIPT = Path(__file__).parents[2] / "docs" / "cc_news.py"
STRETCH = "2024-05-09"


def step(monkeypatch: pytest.MonkeyPatch, *words: object) -> None:
    monkeypatch.setattr(sys, "argv", ["cc_news.py", *map(str, words)])
    runpy.run_path(str(SCRIPT), run_name="__main__")


def page(outlet: int, happening: str, day: str) -> bytes:
    head = f'<head><meta property="article:published_time" content="{day}"></head>'
    html = f"<html>{head}<body><article><p>{HAPPENINGS[happening][outlet]}</p></article></body></html>"
    return record("response", answer(html.encode()), f"https://outlet-{outlet}.example/{happening}/{day}")


def test_archives_become_findings_of_events_that_are_found_or_given_and_no_slice_is_read_again(
    spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [page(outlet, happening, "2024-05-13") for happening in HAPPENINGS for outlet in range(4)]
    pages.append(page(0, "ferry", "2024-06-13"))
    for number in range(3):
        (tmp_path / f"{number}.warc.gz").write_bytes(gzip.compress(b"".join(pages[number::3])))
    names, out = tmp_path / "warc.paths", tmp_path / "run"
    names.write_text("0.warc.gz 1.warc.gz 2.warc.gz", encoding="utf-8")
    archives = ("--archives", names, "--slice", 2, "--root", f"{tmp_path.as_uri()}/")

    step(monkeypatch, "articles", "--out", out, *archives)
    (tmp_path / "0.warc.gz").unlink()
    step(monkeypatch, "articles", "--out", out, *archives)
    step(monkeypatch, "claims", "--out", out)
    step(monkeypatch, "findings", "--out", out, "--days", 7)

    read = spark.read.parquet(str(out / "articles")).collect()
    events = {row.article: row.event for row in spark.read.parquet(str(out / "events")).collect()}
    found = spark.read.parquet(str(out / "findings")).collect()
    assert [(row.id, row.problem) for row in read if row.problem] == []
    assert events == {
        row.id: f"{STRETCH}#https://outlet-0.example/{row.id.split('/')[3]}/2024-05-13"
        if row.id.endswith("-05-13")
        else "2024-06-13"
        for row in read
    }
    assert {(row.dossier, row.event.split("/")[3]) for row in found if row.verdict == "conflict"} >= {
        (STRETCH, "ferry"),
        (STRETCH, "granary"),
    }

    for table in ("events", "findings"):
        shutil.rmtree(out / table)
    named = [(row.id, "ferry") for row in read if "/ferry/" in row.id]
    spark.createDataFrame(named, "id string, event string").write.parquet(str(tmp_path / "named"))
    step(monkeypatch, "findings", "--out", out, "--events", tmp_path / "named")

    found = spark.read.parquet(str(out / "findings")).collect()
    assert {(row.dossier, row.event) for row in found} == {("ferry", "ferry")}
