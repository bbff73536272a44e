"""The script of docs/scale.md runs from archives to findings, and goes on where it was interrupted."""

from __future__ import annotations

import gzip
import runpy
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.read.test_warc import answer, record

if TYPE_CHECKING:
    import pytest
    from pyspark.sql import SparkSession

SCRIPT = Path(__file__).parents[2] / "docs" / "cc_news.py"
PAGES = {
    "herald": "Police said 12 people were killed when the mine of Karvo burned on Monday.",
    "courier": "At least 40 people were killed when the mine of Karvo burned on Monday, miners said.",
    "echo": "The mine of Karvo burned on Monday. Twelve people were killed, police said.",
}
REST = "<p>The owners of the mine did not answer questions. It was opened again in spring.</p>"


def step(monkeypatch: pytest.MonkeyPatch, *words: object) -> None:
    monkeypatch.setattr(sys, "argv", ["cc_news.py", *map(str, words)])
    runpy.run_path(str(SCRIPT), run_name="__main__")


def test_archives_become_findings_and_a_slice_that_is_there_is_not_read_again(
    spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for outlet, text in PAGES.items():
        page = f"<html><body><article><p>{text}</p>{REST}</article></body></html>".encode()
        raw = record("response", answer(page), f"https://{outlet}.example/mine")
        (tmp_path / f"{outlet}.warc.gz").write_bytes(gzip.compress(raw))
    names, out = tmp_path / "warc.paths", tmp_path / "run"
    names.write_text("".join(f"{outlet}.warc.gz\n" for outlet in PAGES), encoding="utf-8")
    archives = (
        "articles",
        "--archives",
        names,
        "--slice",
        2,
        "--out",
        out,
        "--root",
        f"{tmp_path.as_uri()}/",
    )

    step(monkeypatch, *archives)
    (tmp_path / "herald.warc.gz").unlink()
    step(monkeypatch, *archives)
    step(monkeypatch, "claims", "--out", out)
    events = [(f"https://{outlet}.example/mine", "mine") for outlet in PAGES]
    spark.createDataFrame(events, "id string, event string").write.parquet(str(tmp_path / "events"))
    step(monkeypatch, "findings", "--out", out, "--events", tmp_path / "events")

    articles = spark.read.parquet(str(out / "articles")).collect()
    found = spark.read.parquet(str(out / "findings")).collect()
    assert {(row.id, row.problem) for row in articles} == {(name, None) for name, _ in events}
    assert [(row.rule, row.verdict, row.event) for row in found] == [("killed", "conflict", "mine")]
