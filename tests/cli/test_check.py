"""`atodds check` as a shell sees it: output, messages and exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from atodds.cli import main
from atodds.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CONFLICT = {
    "herald.txt": "The mine blast in Karvo killed 12 people on Monday, police said.\n",
    "courier.txt": "The mine blast in Karvo killed at least 40 people on Monday.\n",
}
AGREEMENT = {
    "herald.txt": "The mine blast in Karvo killed 12 people on Monday, police said.\n",
    "courier.txt": "On Monday 12 people were killed by a blast in the Karvo mine.\n",
}
SILENCE = {"herald.txt": "The mine in Karvo stays shut.\n", "courier.txt": "Nobody enters the Karvo mine.\n"}


@pytest.fixture
def dossier(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    def write(texts: dict[str, str]) -> Path:
        folder = tmp_path / "mine-blast"
        folder.mkdir(exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
        return folder

    return write


def atodds(*arguments: object, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments], env=env)


def test_a_conflict_is_printed_and_fails(dossier: Callable[[dict[str, str]], Path]) -> None:
    result = atodds("check", dossier(CONFLICT), "--select", "killed")

    assert result.exit_code == 1
    assert "killed  conflict   A  12           herald, citing police" in result.stdout
    assert result.stdout.endswith("2 articles, 1 rule: 1 conflict, 0 tensions, 0 agree, 0 single, 0 absent\n")
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("texts", "options", "code"),
    [
        (CONFLICT, [], 1),
        (CONFLICT, ["--fail-on", "note"], 1),
        (CONFLICT, ["--fail-on", "never"], 0),
        (AGREEMENT, [], 0),
        (AGREEMENT, ["--fail-on", "note"], 0),
        (SILENCE, [], 3),
        (SILENCE, ["--allow-empty"], 0),
        (SILENCE, ["--fail-on", "never"], 3),
        (CONFLICT, ["--select", "injured"], 3),
        (CONFLICT, ["--select", "kiled"], 2),
        (CONFLICT, ["--rules", "nowhere.yaml"], 2),
        (CONFLICT, ["--output", "pdf=x"], 2),
        (CONFLICT, ["--output", "json"], 2),
        (CONFLICT, ["--fail-on", "sometimes"], 2),
        (CONFLICT, ["--update-baseline"], 2),
        (CONFLICT, ["--baseline", "nowhere.json"], 2),
    ],
)
def test_the_exit_code_says_what_came_of_it(
    texts: dict[str, str], options: list[str], code: int, dossier: Callable[[dict[str, str]], Path]
) -> None:
    result = atodds("check", dossier(texts), *options)

    assert result.exit_code == code
    assert isinstance(result.exception, SystemExit | None)


def test_nothing_compared_says_why(dossier: Callable[[dict[str, str]], Path]) -> None:
    result = atodds("check", dossier(SILENCE))

    assert result.stderr == "nothing was compared: no rule finds a claim in 2 articles\n"


def test_a_tension_fails_from_warning_on(dossier: Callable[[dict[str, str]], Path]) -> None:
    folder = dossier({**CONFLICT, "herald.txt": "The mine blast in Karvo killed dozens of people.\n"})
    folder = dossier({"courier.txt": "The mine blast in Karvo killed at least 400 people on Monday.\n"})

    assert atodds("check", folder).exit_code == 0
    assert atodds("check", folder, "--fail-on", "warning").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--select", "kiled"],
            'atodds: error: --select: there is no rule "kiled" (did you mean "killed"?)\n',
        ),
        (["--output", "json"], "atodds: error: --output json: write FORMAT=FILE with one of table, "),
        (["--update-baseline"], "atodds: error: --update-baseline: say which file with --baseline FILE\n"),
        (["--baseline", "nowhere.json"], "atodds: error: nowhere.json: there is no such baseline; "),
        (["--output", "json=nowhere/x.json"], "atodds: error: cannot write nowhere/x.json: No such file"),
    ],
)
def test_a_mistake_is_one_line(
    arguments: list[str], message: str, dossier: Callable[[dict[str, str]], Path]
) -> None:
    result = atodds("check", dossier(CONFLICT), *arguments)

    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1


def test_a_wrong_rule_file_is_located(dossier: Callable[[dict[str, str]], Path], tmp_path: Path) -> None:
    rule = tmp_path / "killed.yaml"
    rule.write_text("id: killed\nkind: quantity\nquestoin: How many?\n", encoding="utf-8")

    result = atodds("check", dossier(CONFLICT), "--rules", rule)

    assert result.exit_code == 2
    assert f'{rule}:3:1: error[unknown-key] "questoin" is not a key of a rule' in result.stderr
    assert "Traceback" not in result.output


def test_a_path_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    result = atodds("check", tmp_path / "nowhere")

    assert result.exit_code == 2
    assert "nowhere" in result.stderr
    assert "Traceback" not in result.output


def test_one_file_that_cannot_be_read_is_told_and_the_rest_goes_on(
    dossier: Callable[[dict[str, str]], Path],
) -> None:
    folder = dossier({**CONFLICT, "empty.txt": ""})

    result = atodds("check", folder, "--select", "killed")

    assert result.exit_code == 1
    assert "empty.txt" in result.stderr
    assert result.stdout.endswith("; 1 input left out\n")


def test_a_file_asked_for_by_name_that_cannot_be_read_is_refused(
    dossier: Callable[[dict[str, str]], Path],
) -> None:
    folder = dossier({**AGREEMENT, "empty.txt": ""})

    whole = atodds("check", folder, "--select", "killed")
    named = atodds("check", *(folder / name for name in (*AGREEMENT, "empty.txt")), "--select", "killed")

    assert whole.exit_code == 0
    assert named.exit_code == 2


def test_other_formats_are_written_besides(dossier: Callable[[dict[str, str]], Path], tmp_path: Path) -> None:
    outputs = [f"--output={name}={tmp_path / name}" for name in ("json", "sarif", "markdown", "csv")]

    result = atodds("check", dossier(CONFLICT), "--select", "killed", *outputs)

    assert result.stdout.startswith("mine-blast\n")
    assert json.loads((tmp_path / "json").read_text(encoding="utf-8"))["findings"][0]["verdict"] == "conflict"
    assert '"ruleId": "killed"' in (tmp_path / "sarif").read_text(encoding="utf-8")
    assert "| killed |" in (tmp_path / "markdown").read_text(encoding="utf-8")
    assert (tmp_path / "csv").read_text(encoding="utf-8").startswith("event,rule,verdict")


def test_json_on_stdout_is_json_alone(dossier: Callable[[dict[str, str]], Path]) -> None:
    result = atodds("check", dossier(CONFLICT), "--format", "json")

    assert json.loads(result.stdout)["events"] == [
        {"id": "mine-blast", "articles": ["courier.txt", "herald.txt"]}
    ]


def test_the_order_of_paths_changes_no_byte(dossier: Callable[[dict[str, str]], Path]) -> None:
    folder = dossier(CONFLICT)
    files = [folder / name for name in CONFLICT]

    one = atodds("check", *files, "--format", "json")
    other = atodds("check", *reversed(files), "--format", "json")

    assert one.stdout == other.stdout


@pytest.mark.parametrize("form", ["json", "table"])
def test_the_number_of_processes_changes_no_byte(form: str, tmp_path: Path) -> None:
    """Not even where an input was left out, or a dossier has nothing to compare."""
    for number in range(7):
        folder = tmp_path / "all" / f"blast-{number}"
        folder.mkdir(parents=True)
        for name, text in (CONFLICT if number % 3 else SILENCE).items():
            (folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "all" / "blast-0" / "empty.txt").touch()

    alone = atodds("check", tmp_path / "all", "--format", form)
    shared = atodds("check", tmp_path / "all", "--format", form, "--jobs", 2)

    assert alone.stdout.count("conflict") > 4
    assert shared.stdout == alone.stdout
    assert shared.exit_code == alone.exit_code == 1


def test_a_baseline_lets_old_findings_stand_and_new_ones_count(
    dossier: Callable[[dict[str, str]], Path], tmp_path: Path
) -> None:
    folder, baseline = dossier(CONFLICT), tmp_path / "known.json"

    written = atodds("check", folder, "--baseline", baseline, "--update-baseline")
    again = atodds("check", folder, "--baseline", baseline)
    dossier({"courier.txt": "The mine blast in Karvo killed at least 50 people on Monday.\n"})
    changed = atodds("check", folder, "--baseline", baseline)

    assert written.exit_code == 0
    assert again.exit_code == 0
    assert again.stdout.endswith("; 1 accepted\n")
    assert "accepted: in the baseline" in again.stdout
    assert changed.exit_code == 1
    assert changed.stdout.endswith("; 1 unused acceptance\n")


def test_moved_text_keeps_its_place_in_the_baseline(
    dossier: Callable[[dict[str, str]], Path], tmp_path: Path
) -> None:
    folder, baseline = dossier(CONFLICT), tmp_path / "known.json"
    atodds("check", folder, "--baseline", baseline, "--update-baseline")

    dossier({"courier.txt": f"A new first paragraph.\n\n{CONFLICT['courier.txt']}"})

    assert atodds("check", folder, "--baseline", baseline).exit_code == 0


def test_updating_a_baseline_keeps_what_people_wrote(
    dossier: Callable[[dict[str, str]], Path], tmp_path: Path
) -> None:
    folder, baseline = dossier(CONFLICT), tmp_path / "known.json"
    atodds("check", folder, "--baseline", baseline, "--update-baseline")
    text = baseline.read_text(encoding="utf-8")
    baseline.write_text(text.replace('"reason": ""', '"reason": "two counts"'), encoding="utf-8")

    result = atodds("check", folder, "--baseline", baseline, "--update-baseline")

    assert "accepted: two counts" in result.stdout
    assert '"reason": "two counts"' in baseline.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "[]", '{"format": "other"}', '{"findings": [{"rule": 3}]}', "\x00"])
def test_a_file_that_is_no_baseline_is_refused(
    text: str, dossier: Callable[[dict[str, str]], Path], tmp_path: Path
) -> None:
    baseline = tmp_path / "known.json"
    baseline.write_text(text, encoding="utf-8")

    result = atodds("check", dossier(CONFLICT), "--baseline", baseline)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"atodds: error: {baseline}: is no baseline: ")


@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}])
def test_colors_where_they_are_wanted(env: dict[str, str], dossier: Callable[[dict[str, str]], Path]) -> None:
    assert "\x1b[1;31m" in atodds("check", dossier(CONFLICT), "--color", "always", env=env).stdout


@pytest.mark.parametrize("option", ["auto", "never"])
def test_no_colors_where_nobody_sees_them(option: str, dossier: Callable[[dict[str, str]], Path]) -> None:
    assert "\x1b" not in atodds("check", dossier(CONFLICT), "--color", option).stdout


def test_github_also_gets_a_job_summary(dossier: Callable[[dict[str, str]], Path], tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")

    result = atodds(
        "check", dossier(CONFLICT), "--format", "github", env={"GITHUB_STEP_SUMMARY": str(summary)}
    )

    assert result.stdout.startswith("::error ")
    assert summary.read_text(encoding="utf-8").startswith("before\n## Reports that disagree\n")


def test_explain_says_how_each_wording_was_read(dossier: Callable[[dict[str, str]], Path]) -> None:
    result = atodds("check", dossier(CONFLICT), "--select", "killed", "--explain")

    assert "courier, para 1: “at least 40” allows [40, inf)" in result.stdout


def test_as_a_process_it_ends_with_its_code(dossier: Callable[[dict[str, str]], Path]) -> None:
    """In plain ASCII surroundings too, where a dash or a quotation mark could break the output."""
    folder = dossier(
        {**CONFLICT, "ledger.txt": "“Twelve,” he said – the mine blast in Karvo killed 12 people.\n"}
    )
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-X", "utf8=0", "-m", "atodds", "check", str(folder)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
    )

    assert done.returncode == 1
    assert b"mine-blast" in done.stdout
    assert done.stderr == b""


@pytest.mark.parametrize("command", [[], ["check"], ["claims"]])
def test_help_teaches_by_example(command: list[str]) -> None:
    result = atodds(*command, "--help")

    assert result.exit_code == 0
    assert "atodds " in result.stdout.partition("Examples:")[2]


def test_the_version_is_that_of_the_package() -> None:
    assert atodds("--version").stdout == "atodds 0.1.0\n"


def test_a_mistake_in_atodds_itself_is_no_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1 says that articles disagree, and nothing else may say so."""

    def break_down(**_: object) -> None:
        raise ZeroDivisionError("a bug\nin two lines")

    monkeypatch.setattr("atodds.cli.app.app", break_down)

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 2
    error = capsys.readouterr().err
    assert error.startswith("atodds: internal error: ZeroDivisionError: a bug in two lines (")
    assert error.count("\n") == 1


def test_a_developer_sees_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(**_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("atodds.cli.app.app", break_down)
    monkeypatch.setenv("ATODDS_DEBUG", "1")

    with pytest.raises(ZeroDivisionError):
        main()
