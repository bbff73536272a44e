"""The tests inside rule files end as passed, missing, noisy or wrong, and say what differs."""

import pytest

from atodds.rulebook.book import Rulebook
from atodds.rulebook.load import load_rulebook
from atodds.rulebook.rule import Rule
from atodds.rulebook.validate import parse_rule
from atodds.ruletest import CaseResult, Outcome, run_tests

RULE = """\
id: killed
kind: quantity
question: How many people were killed?
find:
  counts: [$people]
  triggers: [kill]
tests:
  - text: The fire killed nobody.
    claims: ["0"]
  - text: The fire spread.
    claims: []
"""


def rule_with(test: str) -> Rule:
    """Return the rule with one more test."""
    rule = parse_rule("killed.yaml", RULE + test)
    assert not isinstance(rule, list), "\n".join(map(str, rule))
    return rule


def result_of(test: str) -> CaseResult:
    rule = rule_with(test)
    *_, last = run_tests(rule, Rulebook((rule,)))
    assert last.index == 2
    return last


def text_test(text: str, *claims: str) -> str:
    return f"  - text: {text}\n    claims: {list(claims)}\n"


@pytest.mark.parametrize(
    ("text", "claims", "outcome", "missing", "noisy"),
    [
        ("The fire killed 12 people.", ["12"], Outcome.PASSED, (), ()),
        ("The fire killed at least 12 people.", [">= 12"], Outcome.PASSED, (), ()),
        ("The fire killed more than 12 people.", ["> 12"], Outcome.PASSED, (), ()),
        ("The fire killed more than 12 people.", [">= 13"], Outcome.PASSED, (), ()),
        ("The fire killed 12 people.", ["13"], Outcome.WRONG, ("13",), ("“12” 12",)),
        ("The fire killed 12 people.", ["12", "12"], Outcome.MISSING, ("12",), ()),
        ("The fire killed 12 people.", [], Outcome.NOISY, (), ("“12” 12",)),
        ("The fire killed 12 people.", ["12 (part)"], Outcome.WRONG, ("12 (part)",), ("“12” 12",)),
        ("The fire spread to 12 houses.", ["12"], Outcome.MISSING, ("12",), ()),
    ],
)
def test_texts(
    text: str, claims: list[str], outcome: Outcome, missing: tuple[str, ...], noisy: tuple[str, ...]
) -> None:
    result = result_of(text_test(text, *claims))

    assert (result.outcome, result.missing, result.noisy) == (outcome, missing, noisy)
    assert result.title == text


def test_what_was_set_aside_is_told_with_its_reason() -> None:
    """A missing claim has often been read, and not believed."""
    result = result_of(text_test("The mayor denied that the fire killed 12 people.", "12"))

    assert result.outcome is Outcome.MISSING
    assert result.aside == ("“12” 12: denied",)


HERALD = "The fire in the market hall killed 12 people on Monday."
AGREEING = "On Monday 12 people were killed by a fire in the market hall, a nurse at the clinic said."
SILENT = "The fire in the market hall was put out on Monday."
COURIER = "The fire in the market hall killed 40 people on Monday."


def dossier_test(expect: str, courier: str = COURIER) -> str:
    return (
        f"  - name: fire\n    articles: {{herald: '{HERALD}', courier: '{courier}'}}\n    expect: {expect}\n"
    )


@pytest.mark.parametrize(
    ("expect", "courier", "outcome"),
    [
        ("{conflict: [herald, courier]}", COURIER, Outcome.PASSED),
        ("{agree: [herald, courier]}", AGREEING, Outcome.PASSED),
        ("{single: [herald]}", SILENT, Outcome.PASSED),
        ("{absent: [courier]}", SILENT, Outcome.PASSED),
        ("{agree: [herald, courier]}", COURIER, Outcome.WRONG),
        ("{conflict: [herald, courier]}", AGREEING, Outcome.WRONG),
        ("{absent: [courier]}", COURIER, Outcome.WRONG),
        (
            "{conflict: [herald, courier]}",
            "The fire in the market hall was put out on Monday.",
            Outcome.MISSING,
        ),
    ],
)
def test_dossiers(expect: str, courier: str, outcome: Outcome) -> None:
    assert result_of(dossier_test(expect, courier)).outcome is outcome


def test_a_dossier_that_differs_says_what_was_read() -> None:
    result = result_of(dossier_test("{agree: [herald, courier]}"))

    assert result.missing == ("agree: courier, herald",)
    assert result.noisy == ("conflict: courier, herald",)
    assert result.aside == ("courier: “40” 40", "herald: “12” 12")


def test_a_rule_is_tested_together_with_the_one_it_leans_on() -> None:
    """'Shot' may mean killed: what is left for the injured depends on the dead of the same report."""
    book = load_rulebook()
    rule = book.rule("injured")

    assert run_tests(rule, book) == run_tests(rule, book.select(["injured", "killed"]))


@pytest.mark.parametrize("rule", load_rulebook().rules, ids=lambda rule: rule.id)
def test_shipped_rules_pass_their_own_tests(rule: Rule) -> None:
    assert [
        result for result in run_tests(rule, load_rulebook()) if result.outcome is not Outcome.PASSED
    ] == []
