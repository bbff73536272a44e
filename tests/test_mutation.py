"""Mutants of what agrees: a rule that does not notice them would notice nothing."""

from atodds.mutation import mutants
from atodds.rulebook.book import Rulebook
from atodds.rulebook.rule import Rule
from atodds.rulebook.validate import parse_rule

HEAD = """\
id: {name}
kind: {kind}
question: Do the reports agree?
find: {find}
tests:
"""
COUNT = HEAD.format(name="killed", kind="quantity", find="{counts: [$people], triggers: [kill]}")
QUOTE = HEAD.format(
    name="words", kind="quote", find="{min_words: 4}\ncompare: {severities: {meaning_changed: error}}"
)
SILENT = "  - {text: Rain fell., claims: []}\n"


def rule_of(text: str, name: str = "killed") -> Rule:
    rule = parse_rule(f"{name}.yaml", text)
    assert not isinstance(rule, list), "\n".join(map(str, rule))
    return rule


def changes(text: str, name: str = "killed") -> list[tuple[str, bool]]:
    rule = rule_of(text, name)
    return [(mutant.change, mutant.survived) for mutant in mutants(rule, Rulebook((rule,)))]


def test_a_figure_is_doubled_and_halved() -> None:
    """A firing text is set against changed copies of itself."""
    text = COUNT + SILENT + "  - {text: The fire in the market hall killed 12 people., claims: ['12']}\n"

    assert changes(text) == [
        ("copy: “12” → “24” (doubled)", False),
        ("copy: “12” → “6” (halved)", False),
    ]


def test_a_hedge_is_dropped_where_the_others_need_it() -> None:
    """'At least 12' stands with 40, a plain 12 does not; and twice 12 is what 'at least 12' allows."""
    text = (
        COUNT
        + SILENT
        + """\
  - articles:
      herald: The fire in the market hall killed 40 people.
      courier: The fire in the market hall killed at least 12 people.
    expect: {tension: [herald, courier]}
  - articles:
      herald: The fire in the market hall killed 13 people.
      courier: The fire in the market hall killed at least 12 people.
    expect: {agree: [herald, courier]}
"""
    )

    assert ("courier: “at least 12” → “12” (without its hedge)", False) in changes(text)


def test_a_quote_is_turned_round() -> None:
    quote = "'\"The dam will be closed before the rain comes,\" engineer Ana Ruiz said.'"
    text = (
        QUOTE
        + f"  - {{articles: {{herald: {quote}, courier: {quote}}}, expect: {{agree: [herald, courier]}}}}\n"
        + "  - {text: '\"The dam will hold,\" Ana Ruiz said.', claims: ['The dam will hold,']}\n"
    )

    assert ("courier: “not” put into “The dam will be closed before the rain comes,”", False) in changes(
        text, "words"
    )


def test_a_rule_without_anything_to_change_has_no_mutants() -> None:
    text = (
        COUNT
        + SILENT
        + "  - {articles: {a: It killed 12 people., b: It killed 40.}, expect: {conflict: [a, b]}}\n"
    )

    assert changes(text) == []
