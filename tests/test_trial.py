"""Every sentence of a tried text is accounted for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.rulebook.book import Rulebook
from atodds.rulebook.load import load_rulebook
from atodds.rulebook.validate import parse_rule
from atodds.trial import try_rule

BOOK = load_rulebook()


@pytest.mark.parametrize(
    ("rule", "sentence", "silence"),
    [
        ("killed", "Rain is expected.", "no word of the rule"),
        ("killed", "The repairs took 12 days.", "a figure (“12 days”), but no word of the rule"),
        ("killed", "The storm killed the plans of the council.", "“killed”, but no figure"),
        ("killed", "The hunters killed 12 deer.", "“killed” and “12 deer”, but that is not among the counts"),
        (
            "un-personnel",
            "The firm has 900 staff deployed abroad.",
            "“deployed”, but none of the context words",
        ),
        ("quote-wording", "Rain is expected.", "no quotation"),
    ],
)
def test_silence_has_a_reason(rule: str, sentence: str, silence: str) -> None:
    (tried,) = try_rule(BOOK.rule(rule), sentence, BOOK)

    assert tried.sentence == sentence
    assert tried.silence == silence


def test_claims_stand_with_their_sentences() -> None:
    """Those set aside too, with the reason."""
    text = "A flood killed 12 people in the valley. The mayor denied that 40 were killed. Rain is expected."
    first, second, third = try_rule(BOOK.rule("killed"), text, BOOK)

    assert [(claim.words, claim.asserted) for claim in first.claims] == [("12", True)]
    assert [(claim.words, claim.reason) for claim in second.claims] == [("40", "denied")]
    assert not third.claims
    assert third.silence


def test_a_date_rule_says_why_it_is_silent() -> None:
    rule = parse_rule(
        "began.yaml",
        "id: began\nkind: date\nquestion: When?\nfind: {triggers: [begin]}\n"
        "tests: [{text: It began on 2 May 2022., claims: ['2022-05-02']}, {text: Rain., claims: []}]\n",
    )
    assert not isinstance(rule, list)

    tried = try_rule(
        rule,
        "It began. It rained. He left on Monday, as it began. On 2 May 2022 it began.",
        Rulebook((rule,)),
    )

    assert [one.silence for one in tried] == [
        "no date",
        "no word of the rule",
        "a date, but it does not belong to a word of the rule",
        "",
    ]


@given(st.text())
def test_any_text_can_be_tried(text: str) -> None:
    for tried in try_rule(BOOK.rule("killed"), text, BOOK):
        assert tried.claims or tried.silence
