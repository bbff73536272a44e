"""Remarks on rules that load and yet are hardly meant so."""

from pathlib import Path

import pytest

from atodds.rulebook.book import Rulebook
from atodds.rulebook.lint import lint
from atodds.rulebook.load import load_rulebook
from atodds.rulebook.validate import parse_rule


def remarks(text: str, rule_id: str = "detained") -> list[tuple[str, str]]:
    rule = parse_rule(f"{rule_id}.yaml", text)
    assert not isinstance(rule, list), rule
    return [(remark.code, remark.text) for remark in lint(Rulebook((rule,))) if remark.code != "thin-tests"]


def test_a_sound_rule_has_no_remark(rule_text: str) -> None:
    assert remarks(rule_text) == []


@pytest.mark.parametrize(
    ("before", "after", "code", "text"),
    [
        ("detain,", "killed,", "inflected", '"killed" is an inflected form; "kill" stands for all of them'),
        ("detain,", "fled,", "inflected", '"fled" is an inflected form; "flee" stands for all of them'),
        ("[$people]", "[prisoners]", "inflected", '"prisoners" is a plural; "prisoner" stands for both'),
        ("detain,", "detain/arrest,", "never-fires", '"detain/arrest" is looked for with its "/"'),
        ("detain,", "detain, Detain,", "covered-twice", '"Detain" is covered by "detain"'),
        ("detain,", "detain, detain,", "covered-twice", '"detain" stands twice'),
        ("[$people]", "[$people, soldier]", "covered-twice", '"soldier" is in $people already'),
        ("[$people]", "[$people, $police]", "covered-twice", '"$police" is in $people already'),
        ("tests:", "  unless: [detain]\ntests:", "never-fires", '"detain" never fires: unless has it too'),
    ],
)
def test_remarks(rule_text: str, before: str, after: str, code: str, text: str) -> None:
    assert remarks(rule_text.replace(before, after, 1)) == [(code, text)]


@pytest.mark.parametrize("verb", ["wound", "found", "feed", "embed", "bring", "hurt", "speed", "process"])
def test_an_infinitive_is_no_inflected_form(rule_text: str, verb: str) -> None:
    assert remarks(rule_text.replace("detain,", f"{verb},", 1)) == []


def test_rules_that_show_one_side_only_are_told(rule_text: str) -> None:
    """A rule of which nobody has seen two articles disagree."""
    rule = parse_rule("detained.yaml", rule_text)
    assert not isinstance(rule, list)

    assert [remark.text for remark in lint(Rulebook((rule,)))] == ["no test shows two articles that disagree"]


def test_two_rules_with_a_verb_in_common_are_told(tmp_path: Path, rule_text: str) -> None:
    """One figure would answer two questions."""
    for name in ("detained", "jailed"):
        text = rule_text.replace("id: detained", f"id: {name}").replace("take into custody", f"{name} x")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    shared = [remark for remark in lint(load_rulebook(tmp_path)) if remark.code == "shared"]

    assert [(remark.rule, remark.text) for remark in shared] == [
        ("jailed", '"detain" fires for detained too')
    ]
