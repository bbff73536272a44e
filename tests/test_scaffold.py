"""A rule drafted from a sentence loads, and its tests pass as it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.errors import AtoddsError
from atodds.rulebook.book import Rulebook
from atodds.rulebook.rule import QuantityRule, Unit
from atodds.rulebook.validate import parse_rule
from atodds.ruletest import Outcome, run_tests
from atodds.scaffold import scaffold


def drafted(sentence: str, number: str = "") -> QuantityRule:
    draft = scaffold(sentence, number)
    rule = parse_rule(f"{draft.id}.yaml", draft.text)
    assert isinstance(rule, QuantityRule), rule
    return rule


@pytest.mark.parametrize(
    ("sentence", "rule_id", "question", "words", "unit"),
    [
        (
            "Rebels destroyed 14 bridges in the valley.",
            "bridges-destroyed",
            "How many bridges were destroyed?",
            {"triggers": ("destroy",)},
            Unit.THINGS,
        ),
        (
            "At least 30 houses were flooded by the storm.",
            "houses-flooded",
            "How many houses were flooded?",
            {"triggers": ("flood",)},
            Unit.THINGS,
        ),
        (
            "Nearly 200 prisoners escaped from the camp.",
            "prisoners-escaped",
            "How many prisoners escaped?",
            {"acts": ("escape",)},
            Unit.PEOPLE,
        ),
        (
            "Seven sailors are still missing.",
            "sailors-missing",
            "How many sailors are missing?",
            {"states": ("missing",)},
            Unit.PEOPLE,
        ),
        (
            "Twelve armed men stormed the bank.",
            "men-stormed",
            "How many men stormed?",
            {"acts": ("storm",)},
            Unit.PEOPLE,
        ),
    ],
)
def test_drafts(
    sentence: str, rule_id: str, question: str, words: dict[str, tuple[str, ...]], unit: Unit
) -> None:
    rule = drafted(sentence)

    assert (rule.id, rule.question) == (rule_id, question)
    assert {key: getattr(rule.find, key) for key in words} == words
    assert rule.find.unit is unit
    assert {result.outcome for result in run_tests(rule, Rulebook((rule,)))} == {Outcome.PASSED}


def test_one_of_several_numbers_can_be_picked() -> None:
    sentence = "The storm killed 12 people and flooded 300 homes."

    assert drafted(sentence).find.counts == ("person",)
    assert drafted(sentence, "300").find.counts == ("home",)


def test_an_id_can_be_given() -> None:
    assert scaffold("Rebels destroyed 14 bridges.", rule_id="bridges").id == "bridges"


@pytest.mark.parametrize(
    ("sentence", "number"), [("Rain is expected.", ""), ("It killed 12 people.", "40"), ("", "")]
)
def test_a_sentence_without_the_number_is_refused(sentence: str, number: str) -> None:
    with pytest.raises(AtoddsError, match="the sentence has no number"):
        scaffold(sentence, number)


@given(st.text(), st.text("aZ \"':#-12,.%$é\n\t{}[]&*!|>", max_size=30))
def test_whatever_is_drafted_loads(before: str, after: str) -> None:
    """Quotes, colons, brackets and control characters are the sentence's, not the file's."""
    try:
        draft = scaffold(f"{before} 14 bridges {after}")
    except AtoddsError:
        return
    rule = parse_rule(f"{draft.id}.yaml", draft.text)

    assert not isinstance(rule, list), "\n".join(map(str, rule))


@pytest.mark.parametrize(
    "sentence",
    [
        "The firm paid a fine of $5 million.",
        "Turnout was 61 percent.",
        "The truce lasted 12 days.",
        "The truce lasted three weeks.",
    ],
)
def test_a_draft_of_a_sum_share_or_length_passes_its_own_tests(sentence: str) -> None:
    draft = scaffold(sentence)
    rule = parse_rule(f"{draft.id}.yaml", draft.text)

    assert not isinstance(rule, list)
    assert {result.outcome for result in run_tests(rule, Rulebook((rule,)))} == {Outcome.PASSED}
