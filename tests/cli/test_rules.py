"""`atodds rules`, as people who write rules call it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atodds.cli.app import app
from atodds.rulebook.load import load_rulebook

RULE = """\
id: bridges
kind: quantity
question: How many bridges were destroyed?
find: {counts: [bridge], triggers: [destroy], unit: things}
tests:
  - articles:
      herald: The storm destroyed 14 bridges in the valley.
      courier: The storm destroyed 40 bridges in the valley.
    expect: {conflict: [herald, courier]}
  - text: The storm destroyed 14 bridges in the valley.
    claims: ["14"]
  - text: The storm destroyed 14 houses.
    claims: []
"""


def atodds(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(app, ["rules", *arguments], input=given)


@pytest.fixture
def rule_file(tmp_path: Path) -> Path:
    path = tmp_path / "bridges.yaml"
    path.write_text(RULE, encoding="utf-8")
    return path


def test_list_names_every_rule_and_what_it_asks() -> None:
    output = atodds("list").output

    for rule in load_rulebook().rules:
        assert rule.id in output
        assert rule.question in output


def test_show_prints_a_rule_as_a_page(rule_file: Path) -> None:
    output = atodds("show", str(rule_file)).output

    assert output.startswith("## bridges\n\nHow many bridges were destroyed?\n")
    assert "- `triggers`: destroy\n" in output
    assert "- The storm destroyed 14 houses.\n" in output


def test_tests_that_pass_take_one_line(rule_file: Path) -> None:
    result = atodds("test", str(rule_file))

    assert (result.exit_code, result.output) == (0, "3 passed in 1 rule\n")


def test_tests_that_differ_are_printed_with_their_line(rule_file: Path) -> None:
    """Only what differs: the 3 other tests are a number."""
    rule_file.write_text(
        RULE + "  - {text: The storm destroyed 15 bridges., claims: ['16']}\n", encoding="utf-8"
    )
    result = atodds("test", str(rule_file))

    assert result.exit_code == 1
    assert result.output == (
        f"{rule_file}:14: wrong: The storm destroyed 15 bridges.\n"
        "    expected  16\n"
        "    found     “15” 15\n"
        "\n"
        "3 passed, 1 wrong in 1 rule\n"
    )


def test_mutants_are_counted(rule_file: Path) -> None:
    result = atodds("test", "--mutate", str(rule_file))

    assert (result.exit_code, result.output) == (0, "3 passed in 1 rule\n2 of 2 changes noticed\n")


def test_a_folder_of_rules_can_be_tested(rule_file: Path) -> None:
    assert atodds("test", str(rule_file.parent)).output == "3 passed in 1 rule\n"


def test_lint_prints_remarks_with_their_line(rule_file: Path) -> None:
    rule_file.write_text(RULE.replace("[bridge]", "[bridges]"), encoding="utf-8")
    result = atodds("lint", str(rule_file))

    assert result.exit_code == 1
    assert result.output == (
        f'{rule_file}:4: inflected: "bridges" is a plural; "bridge" stands for both\n1 remark on 1 rule\n'
    )


def test_lint_of_a_sound_rule_is_silent(rule_file: Path) -> None:
    result = atodds("lint", str(rule_file))

    assert (result.exit_code, result.output) == (0, "0 remarks on 1 rule\n")


def test_schema_prints_the_json_schema() -> None:
    assert atodds("schema").output.startswith("{\n")


def test_schema_writes_the_documents(tmp_path: Path) -> None:
    result = atodds("schema", "--docs", str(tmp_path / "docs"))

    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "docs").iterdir()) == [
        "rule-reference.md",
        "rule.schema.json",
        "rules.md",
    ]


def test_from_a_sentence_to_a_tested_rule(tmp_path: Path) -> None:
    """The tutorial in three commands."""
    made = atodds("new", "Rebels destroyed 14 bridges in the valley.", "--into", str(tmp_path / "mine"))
    tested = atodds("test", str(tmp_path / "mine"))
    tried = atodds(
        "try", str(tmp_path / "mine" / "bridges-destroyed.yaml"), "The flood destroyed three bridges."
    )

    assert made.exit_code == 0
    assert tested.output == "3 passed in 1 rule\n"
    assert tried.output == "The flood destroyed three bridges.\n    found      “three” 3\n"


def test_new_overwrites_nothing(rule_file: Path) -> None:
    sentence = "Rebels destroyed 14 bridges in the valley."
    result = atodds("new", sentence, "--id", "bridges", "--into", str(rule_file.parent))

    assert result.exit_code == 2
    assert "is there already" in result.stderr
    assert rule_file.read_text(encoding="utf-8") == RULE


def test_new_can_print_only() -> None:
    assert atodds("new", "Rebels destroyed 14 bridges.", "--into", "-").output.startswith(
        "id: bridges-destroyed\n"
    )


def test_try_takes_a_text_a_file_or_standard_input(rule_file: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "The storm destroyed 14 bridges.\n\nIt was said that rain is expected.\n", encoding="utf-8"
    )
    expected = (
        "The storm destroyed 14 bridges.\n    found      “14” 14\n"
        "It was said that rain is expected.\n    silent     no word of the rule\n"
    )
    rule = str(rule_file)

    assert atodds("try", rule, str(article)).output.endswith(expected)
    assert atodds("try", rule, article.read_text(encoding="utf-8")).output == expected
    assert atodds("try", rule, "-", given=article.read_text(encoding="utf-8")).output == expected


@pytest.mark.parametrize("command", ["show", "test", "lint", "try"])
def test_an_unknown_rule_is_refused_with_the_nearest(command: str) -> None:
    arguments = ["kiled"] if command != "try" else ["kiled", "text"]
    result = atodds(command, *arguments)

    assert result.exit_code == 2
    assert (
        result.stderr == "atodds: error: there is no rule or rule file 'kiled' (did you mean \"killed\"?)\n"
    )


def test_a_broken_rule_file_is_told_with_its_place(rule_file: Path) -> None:
    rule_file.write_text(RULE.replace("counts:", "cuonts:"), encoding="utf-8")
    result = atodds("test", str(rule_file))

    assert result.exit_code == 2
    assert result.stderr.startswith(f'{rule_file}:4:8: error[unknown-key] "cuonts" is not a key of find')


@pytest.mark.parametrize("command", ["list", "show", "test", "lint", "schema", "new", "try"])
def test_every_command_has_help(command: str) -> None:
    result = atodds(command, "--help")

    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 4
