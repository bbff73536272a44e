"""`atodds reconcile` as a shell sees it: what `atodds check` says, from a table."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atodds.cli.app import app

ROOT = Path(__file__).parents[2]


def atodds(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments])


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "mine-blast"
    folder.mkdir()
    (folder / "herald.txt").write_text("The mine blast in Karvo killed 12 people.\n", encoding="utf-8")
    (folder / "courier.txt").write_text(
        "The mine blast in Karvo killed at least 40 people.\n", encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize("form", ["json", "table", "sarif", "html"])
@pytest.mark.parametrize("folder", ["seeds/kazakhstan-2022", "fixtures/dossiers"])
def test_findings_are_those_of_check_byte_for_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, form: str
) -> None:
    monkeypatch.chdir(ROOT)
    table = tmp_path / "claims.parquet"

    assert atodds("claims", folder, "--output", f"parquet={table}").exit_code == 0
    expected, found = atodds("check", folder, "--format", form), atodds("reconcile", table, "--format", form)

    assert found.stdout == expected.stdout
    assert (found.exit_code, found.exception is None) == (expected.exit_code, expected.exception is None)


@pytest.mark.parametrize("form", ["jsonl", "csv", "markdown", "junit", "github", "gitlab"])
def test_a_report_needs_no_more_of_a_table_than_of_a_folder(tmp_path: Path, reports: Path, form: str) -> None:
    table = tmp_path / "claims.parquet"
    atodds("claims", reports, "--output", f"parquet={table}")

    expected, found = atodds("check", reports, "--format", form), atodds("reconcile", table, "--format", form)

    assert found.stdout == expected.stdout
    assert found.stdout


@pytest.mark.parametrize("folder", ["seeds/kazakhstan-2022", "fixtures/dossiers"])
def test_disagreements_alone_are_those_of_the_whole_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.chdir(ROOT)
    table = tmp_path / "claims.parquet"
    atodds("claims", folder, "--output", f"parquet={table}")

    whole, brief = (
        atodds("reconcile", table, "--format", "json", *more) for more in ((), ("--disagreements-only",))
    )
    disagreeing = [
        finding
        for finding in json.loads(whole.stdout)["findings"]
        if finding["verdict"] in {"conflict", "tension", "update"}
    ]

    assert json.loads(brief.stdout)["findings"] == disagreeing
    assert json.loads(brief.stdout)["in_brief"] is True
    assert brief.exit_code == whole.exit_code


def test_where_nothing_disagrees_the_brief_run_says_no_more(tmp_path: Path) -> None:
    (tmp_path / "herald.txt").write_text("The mine blast in Karvo killed 12 people.\n", encoding="utf-8")
    table = tmp_path / "claims.parquet"
    atodds("claims", tmp_path / "herald.txt", "--output", f"parquet={table}")

    brief = atodds("reconcile", table, "--disagreements-only")

    assert (brief.exit_code, brief.stderr) == (0, "")
    assert brief.stdout == "0 conflicts, 0 tensions among 0 articles, the others not counted\n"


def test_what_could_not_be_read_is_noted_as_in_check(tmp_path: Path, reports: Path) -> None:
    (reports / "empty.txt").touch()
    table = tmp_path / "claims.parquet"

    atodds("claims", reports, "--output", f"parquet={table}")
    run = json.loads(atodds("reconcile", table, "--format", "json").stdout)

    assert [problem["message"] for problem in run["problems"]] == ["is empty"]


def test_other_rules_than_those_of_the_table_are_refused(tmp_path: Path, reports: Path) -> None:
    table = tmp_path / "claims.parquet"
    atodds("claims", reports, "--output", f"parquet={table}", "--select", "killed")

    assert atodds("reconcile", table, "--select", "killed").exit_code == 1
    refused = atodds("reconcile", table)
    assert refused.exit_code == 2
    assert "was made by other rules" in refused.stderr
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["missing.parquet", "mine-blast/herald.txt"])
def test_what_is_no_table_is_refused_in_one_line(tmp_path: Path, reports: Path, name: str) -> None:
    assert reports.exists()
    refused = atodds("reconcile", tmp_path / name)

    assert refused.exit_code == 2
    assert refused.stderr.count("\n") == 1


def test_a_table_goes_on_where_it_was_and_says_what_it_skipped(tmp_path: Path, reports: Path) -> None:
    table = tmp_path / "claims.parquet"

    first = atodds("claims", reports, "--output", f"parquet={table}")
    (reports / "echo.txt").write_text("At least 15 people were killed.\n", encoding="utf-8")
    second = atodds("claims", reports, "--output", f"parquet={table}", "--jobs", 2)

    assert first.stdout == ""
    assert first.stderr == "2 claims of 2 articles: 2 read\n"
    assert second.stderr == (
        "3 claims of 3 articles: 1 read, 2 skipped, since their text and the rules are as they were\n"
    )


def test_json_lines_are_those_that_are_printed(tmp_path: Path, reports: Path) -> None:
    lines = tmp_path / "claims.jsonl"

    atodds("claims", reports, "--output", f"jsonl={lines}")

    assert lines.read_text(encoding="utf-8") == atodds("claims", reports, "--format", "jsonl").stdout


def test_a_cache_changes_nothing_but_what_is_read(
    tmp_path: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = atodds("check", reports, "--format", "json")
    cache = tmp_path / "cache"

    assert atodds("check", reports, "--format", "json", "--cache", cache, "--jobs", 2).stdout == plain.stdout

    def never(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("atodds.store.reading.claims_of", never)
    assert atodds("check", reports, "--format", "json", "--cache", cache).stdout == plain.stdout
    assert atodds("claims", reports, "--cache", cache).exit_code == 0
    assert (
        "2 skipped"
        in atodds("claims", reports, "--cache", cache, "--output", f"jsonl={tmp_path / 'a.jsonl'}").stderr
    )
    assert len(list(cache.iterdir())) == 1


@pytest.mark.parametrize("given", ["csv=a.csv", "parquet", "parquet=", "=a"])
def test_an_output_that_makes_no_sense_is_refused(reports: Path, given: str) -> None:
    refused = atodds("claims", reports, "--output", given)

    assert refused.exit_code == 2
    assert f"--output {given}: write FORMAT=FILE with one of parquet, jsonl" in refused.stderr


def test_a_table_without_its_extra_is_one_line_that_names_it(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    for command in (
        ("claims", reports, "--output", f"parquet={tmp_path / 'c'}"),
        ("reconcile", tmp_path / "c"),
    ):
        refused = atodds(*command)
        assert refused.exit_code == 2
        assert "atodds[parquet]" in refused.stderr


def test_an_interrupt_says_how_to_go_on(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("atodds.store.reading.claims_of", interrupt)
    result = atodds("claims", reports, "--output", f"jsonl={tmp_path / 'a.jsonl'}")

    assert result.exit_code == 130
    assert result.stderr == "interrupted; the same command goes on where this one stopped\n"
