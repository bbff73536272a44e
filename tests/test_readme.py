"""The README: what it prints is what atodds prints, and what it shows in Python runs."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import atodds
from atodds.rulebook.book import Rulebook
from atodds.rulebook.validate import parse_rule
from atodds.ruletest import Outcome, run_tests

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SEEDS = ROOT / "seeds" / "kazakhstan-2022"
ARGUMENTS = ("seeds", "reports")  # paths, where a command stands
REFRESH = "ATODDS_REFRESH_README"

OUTPUT = re.compile(r"<!-- output: (?P<arguments>.+?) -->\n```text\n(?P<block>.*?)```", re.DOTALL)
SNIPPET = re.compile(r"```(?P<language>\w+)\n(?P<code>.*?)```", re.DOTALL)


def snippets(language: str) -> list[str]:
    found = SNIPPET.finditer(README.read_text(encoding="utf-8"))
    return [snippet["code"] for snippet in found if snippet["language"] == language]


def printed(arguments: str) -> str:
    """Return what `python -m atodds` prints, run in the checkout as a reader would, 100 columns wide."""
    done = subprocess.run(  # noqa: S603 - the arguments stand in our own README
        [sys.executable, "-m", "atodds", *shlex.split(arguments)],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip() + "\n"


def test_what_the_readme_says_it_prints_is_what_it_prints() -> None:
    """
    Every block after `<!-- output: ARGUMENTS -->` is the output of `atodds ARGUMENTS`.

    Run this test with ATODDS_REFRESH_README=1 in the environment to write the blocks anew.
    """
    text = README.read_text(encoding="utf-8")
    if os.environ.get(REFRESH):
        text = OUTPUT.sub(
            lambda found: f"<!-- output: {found['arguments']} -->\n```text\n{printed(found['arguments'])}```",
            text,
        )
        README.write_text(text, encoding="utf-8")

    blocks = list(OUTPUT.finditer(text))
    assert blocks
    for found in blocks:
        assert found["block"] == printed(found["arguments"])


def test_the_first_command_is_the_one_whose_output_is_shown() -> None:
    text = README.read_text(encoding="utf-8")
    shown = OUTPUT.search(text)

    assert shown
    assert f"bin/atodds {shown['arguments']}\n" in snippets("sh")[0]


@pytest.mark.parametrize("code", snippets("python"))
def test_the_python_of_the_readme_runs(
    code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It prints the messages of the findings, and the comments behind its expressions are true."""
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    exec(code, names)  # noqa: S102 - our own README

    messages = capsys.readouterr().out.splitlines()
    assert messages == [finding.message for finding in atodds.check(atodds.read_articles(SEEDS)).findings]
    commented = re.findall(r"^(atodds\..+?)\s+# (.+)$", code, re.MULTILINE)
    assert [word for _, word in commented] == ["164 or more", "meaning_changed"]
    values = [eval(expression, names) for expression, _ in commented]  # noqa: S307 - our own README
    assert [str(value) for value in values] == ["[164, inf)", "meaning_changed"]


def test_the_rule_of_the_readme_passes_its_own_tests() -> None:
    (source,) = (code for code in snippets("yaml") if code.startswith("id: "))
    rule = parse_rule("vaccinated.yaml", source)

    assert not isinstance(rule, list), [str(fault) for fault in rule]
    results = run_tests(rule, Rulebook((rule,)))
    assert [result.outcome for result in results] == [Outcome.PASSED] * len(rule.tests)


def test_every_command_of_the_readme_is_one() -> None:
    """`atodds VERB` in code, anywhere in the README, names a command that has a help page."""
    text = README.read_text(encoding="utf-8")
    code = [*snippets("sh"), *re.findall(r"`(atodds [^`\n]+)`", text)]
    calls = re.findall(r"(?:^|bin/)atodds ((?:[a-z]+ ?)+)", "\n".join(code), re.MULTILINE)
    commands = {" ".join(word for word in call.split() if word not in ARGUMENTS) for call in calls}

    assert {"check", "claims", "rules new", "rules test", "rules try"} <= commands
    for command in sorted(commands):
        assert "Usage:" in printed(f"{command} --help")


def test_the_files_it_points_to_exist() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8"))

    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
