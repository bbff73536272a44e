"""docs/ci.md: every example is valid where it is meant to stand, and its commands do what it says."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from atodds.cli.app import app
from atodds.facts.file import read_facts
from atodds.facts.schema import Facts
from atodds.report.formats import REPORTS

DOCS = (Path(__file__).parents[1] / "docs" / "ci.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", DOCS, re.DOTALL))
REPORTS_FOLDER = {
    "reports/herald.txt": "The mine blast in Karvo killed 12 people on Monday, police said.\n",
    "reports/courier.txt": "On Monday 12 people were killed by a blast in the Karvo mine.\n",
}


def _commands(node: Any) -> list[str]:  # noqa: ANN401 - whatever YAML holds
    """Find every command of a CI file that runs atodds."""
    if isinstance(node, dict):
        return [command for value in node.values() for command in _commands(value)]
    if isinstance(node, list):
        return [command for value in node for command in _commands(value)]
    return [node] if isinstance(node, str) and node.startswith("atodds ") else []


@pytest.mark.parametrize(
    ("name", "schema"),
    [(".github/workflows/reports.yml", "vendor.github-workflows"), (".gitlab-ci.yml", "vendor.gitlab-ci")],
)
def test_an_example_fits_the_schema_of_its_server(name: str, schema: str, tmp_path: Path) -> None:
    file = tmp_path / "ci.yml"
    file.write_text(EXAMPLES[name], encoding="utf-8")

    done = subprocess.run(  # noqa: S603 - our own argument list
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "name", [".github/workflows/reports.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"]
)
def test_the_commands_of_an_example_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, text in REPORTS_FOLDER.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    commands = _commands(yaml.safe_load(EXAMPLES[name]))

    assert commands
    for command in commands:
        result = CliRunner().invoke(app, shlex.split(command)[1:])
        assert (result.exit_code, result.stderr) == (0, "")
        for output in re.findall(r"--output \w+=(\S+)", command):
            assert (tmp_path / output).read_text(encoding="utf-8")
            assert EXAMPLES[name].count(output) == 2, "what is written is used below"


def test_the_facts_file_can_be_read(tmp_path: Path) -> None:
    text = EXAMPLES["reports/mine-blast.facts.yaml"].replace(", ../my-rules", "")
    file = tmp_path / "mine-blast.facts.yaml"
    file.write_text(text, encoding="utf-8")

    assert [rule.id for rule in read_facts(file).rulebook.rules] == ["injured", "killed"]


def test_every_format_is_named() -> None:
    named = re.findall(r"`(\w+)`", DOCS.partition("## Reports")[2].partition("## GitHub")[0])

    assert set(REPORTS) <= set(named)


def test_every_option_of_the_plugin_is_named(pytestconfig: pytest.Config) -> None:
    options = [name for name in vars(pytestconfig.option) if name.startswith("atodds_")]

    assert len(options) == 3
    for name in options:
        assert f"--{name.replace('_', '-')}" in DOCS


def test_every_key_of_a_facts_file_is_shown() -> None:
    shown = set(yaml.safe_load(EXAMPLES["reports/mine-blast.facts.yaml"]))

    assert set(Facts.model_fields) - {"event"} == shown
