"""The JSON Schema says what the loader says, and the generated documents are fresh."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from atodds.rulebook.documents import documents
from atodds.rulebook.lexicon import core_value
from atodds.rulebook.load import load_rulebook
from atodds.rulebook.places import rules_root
from atodds.rulebook.schema import rule_schema
from atodds.rulebook.tree import parse

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted(rules_root().glob("*.yaml"))


def as_an_editor_reads_it(text: str) -> Any:  # noqa: ANN401 - JSON
    """Return a rule file's value by YAML 1.2, as the YAML language server does."""
    tree = parse("rule.yaml", text, core_value)
    assert not isinstance(tree, list)
    return tree.value


def complaints(text: str) -> list[str]:
    return [
        error.message
        for error in Draft202012Validator(rule_schema()).iter_errors(as_an_editor_reads_it(text))
    ]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(rule_schema())


@pytest.mark.parametrize("file", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_rule_is_valid(file: Path) -> None:
    assert complaints(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_rule_names_the_schema(file: Path) -> None:
    """Editors complete and check the file by it."""
    first = file.read_text(encoding="utf-8").splitlines()[0]

    assert first == "# yaml-language-server: $schema=../docs/rule.schema.json"
    assert (file.parent / "../docs/rule.schema.json").resolve() == ROOT / "docs" / "rule.schema.json"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("kind: quantity", "kind: quantities"),
        ("triggers:", "trigers:"),
        ("triggers: [detain, take into custody]", "triggers: detain"),
        ("find:", "severity: fatal\nfind:"),
        ("question: How many people were detained?\n", ""),
        ("    claims: []", "    claim: []"),
        ("tests:", "compare: {grows: 1}\ntests:"),
        ("tests:", "compare: {severities: {cut: note}}\ntests:"),
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(rule_text: str, before: str, after: str) -> None:
    assert complaints(rule_text) == []
    assert complaints(rule_text.replace(before, after)) != []


@pytest.mark.parametrize("name", ["rule.schema.json", "rule-reference.md", "rules.md"])
def test_generated_documents_are_fresh(name: str) -> None:
    """If not: atodds rules schema --docs docs."""
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == documents()[name]


def test_the_reference_names_every_key() -> None:
    reference = documents()["rule-reference.md"]

    for model in rule_schema()["$defs"].values():
        for key in model.get("properties", ()):
            assert f"| `{key}` |" in reference


def test_the_index_shows_every_rule_and_test() -> None:
    index = documents()["rules.md"]

    for rule in load_rulebook().rules:
        assert f"## {rule.id}\n\n{rule.question}" in index
