"""`atodds claims` as a shell sees it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

from atodds.cli.app import app

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "The mine blast in Karvo killed 12 people on Monday, police said. Nobody denied that 30 were injured.\n"
)


def atodds(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments])


def test_claims_of_one_file(tmp_path: Path) -> None:
    file = tmp_path / "herald.txt"
    file.write_text(TEXT, encoding="utf-8")

    result = atodds("claims", file, "--select", "killed", "--format", "jsonl")
    (claim,) = map(json.loads, result.stdout.splitlines())

    assert result.exit_code == 0
    assert claim["article"] == "herald.txt"
    assert claim["value"] == {"low": 12, "high": 12, "low_open": False, "high_open": False}
    assert claim["words"] in TEXT[claim["start"] : claim["end"]]
    assert claim["source"] == "police"


def test_claims_as_csv(tmp_path: Path) -> None:
    file = tmp_path / "herald.txt"
    file.write_text(TEXT, encoding="utf-8")

    rows = list(csv.DictReader(io.StringIO(atodds("claims", file, "--format", "csv").stdout)))

    assert "killed" in {row["rule"] for row in rows}


def test_claims_as_a_table(tmp_path: Path) -> None:
    file = tmp_path / "herald.txt"
    file.write_text(TEXT, encoding="utf-8")

    result = atodds("claims", file, "--select", "killed")

    assert result.stdout.startswith("herald.txt\n\nplace")


def test_no_claim_is_no_failure(tmp_path: Path) -> None:
    file = tmp_path / "herald.txt"
    file.write_text("Nothing happened.\n", encoding="utf-8")

    result = atodds("claims", file)

    assert result.exit_code == 0
    assert result.stdout == "no claims found\n"


def test_nothing_to_read_is_refused(tmp_path: Path) -> None:
    result = atodds("claims", tmp_path)

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.output
