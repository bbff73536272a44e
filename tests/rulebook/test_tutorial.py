"""The tutorial for rule authors does what it says: its files are written, its commands run."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from atodds.cli.app import app

TUTORIAL = Path(__file__).resolve().parents[2] / "docs" / "writing-rules.md"
BLOCK = re.compile(r"^```(console|yaml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_tutorial_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each yaml block is the file its first line names; each console block is one command and its output."""
    monkeypatch.chdir(tmp_path)
    commands = 0
    for kind, text in BLOCK.findall(TUTORIAL.read_text(encoding="utf-8")):
        first, _, rest = text.partition("\n")
        if kind == "yaml":
            file = tmp_path / first.removeprefix("# ")
            file.parent.mkdir(exist_ok=True)
            file.write_text(rest, encoding="utf-8")
            continue
        program, *arguments = shlex.split(first.removeprefix("$ "))
        assert program == "atodds"
        assert CliRunner().invoke(app, arguments).output == rest
        commands += 1

    assert commands == 8


def test_the_drafted_rule_is_the_one_that_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tutorial shows the draft without the comment at its end."""
    monkeypatch.chdir(tmp_path)
    blocks = BLOCK.findall(TUTORIAL.read_text(encoding="utf-8"))
    command = next(text.partition("\n")[0] for kind, text in blocks if kind == "console")
    shown = next(text.partition("\n")[2] for kind, text in blocks if kind == "yaml")
    CliRunner().invoke(app, shlex.split(command.removeprefix("$ atodds ")))

    assert (tmp_path / "my-rules" / "schools-closed.yaml").read_text(encoding="utf-8").startswith(shown)
