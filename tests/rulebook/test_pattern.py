"""Regular expressions of rules: what is refused, and which literal the others need."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.rulebook.pattern import PatternError, compile_pattern, is_pattern, required_literals


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        ("/tear[- ]?gas(ses)?/", {"tear"}),
        ("/explo(ded|sion)/", {"explo"}),
        ("/(bomb|mine)s?/", {"bomb", "mine"}),
        ("/bombs?|land ?mines?/", {"bomb", "land"}),
        (r"/\bcar (?:bomb|blast)\b/", {"car "}),
        (r"/shot (\w+ ){0,3}dead/", {"shot "}),
        ("/(?<what>petrol) bomb/", {"petrol"}),
        (r"/U\.N\. vote/", {"u.n. vote"}),
        ("/[]x] gas/", {" gas"}),
    ],
)
def test_the_literal_a_pattern_needs(pattern: str, literals: set[str]) -> None:
    assert required_literals(pattern) == literals


@pytest.mark.parametrize(
    "pattern",
    [
        *[r"/(gas+)+ leak/", r"/gas (\w+ ?)* leak/", r"/gas (leak|leaks)* x/", r"/gas(( x*)*)*/"],
        *[r"/gas .* leak/", r"/gas .{0,500} leak/", r"/gas (a?){50} leak/", r"/gas (\w+ ){9}/"],
        *[r"/gas \w+ \w+ \w+ \w+ \w+/", r"/gas++*/", r"/gas{2}{3}/"],
    ],
)
def test_what_may_take_for_ever_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError, match=r"can take|can run|does not compile"):
        compile_pattern(pattern)


@pytest.mark.parametrize(
    "pattern", [r"/\w+/", "/gas|oi/", "/(gas)?/", "/g[a]s/", "/(gas)*/", "/.../", r"/\d{4}/", "/ga/"]
)
def test_a_pattern_without_a_literal_is_refused(pattern: str) -> None:
    """Each sentence of a corpus would have to be searched."""
    with pytest.raises(PatternError, match="needs a plain word"):
        compile_pattern(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "/gas(/",
        "/gas)/",
        "/[gas/",
        "/*gas/",
        r"/gas\/",
        r"/(gas)\1/",
        "/(?=gas)gas/",
        "/gas[[:alpha:]]/",
        "/" + "(" * 99 + "gas" + ")" * 99 + "/",
    ],
)
def test_what_is_not_read_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        compile_pattern(pattern)


@pytest.mark.parametrize(
    ("word", "pattern"), [("/gas/", True), ("gas", False), ("/", False), ("//", False), ("24/7", False)]
)
def test_slashes_make_a_pattern(word: str, pattern: bool) -> None:  # noqa: FBT001
    assert is_pattern(word) is pattern


def test_case_is_ignored() -> None:
    assert compile_pattern("/tear gas/").search("TEAR GAS was used")


@given(st.text(max_size=40) | st.text("ab()[]{}|*+?.\\^$,-12w", max_size=25))
def test_any_pattern_is_read_or_refused(text: str) -> None:
    try:
        literals = required_literals(f"/{text}/")
    except PatternError:
        return

    assert literals
    assert all(len(literal) >= 3 for literal in literals)


PARTS = st.sampled_from(
    [
        "gas",
        "leak",
        "x?",
        "[ab]",
        "(?:bomb|mine)",
        "(?:very )?",
        r"\w",
        ".",
        "a{2}",
        "s?",
        "|",
        r"\d+",
        "(?:oil gas|petrol)",
    ]
)


@given(st.data(), st.lists(PARTS, min_size=1, max_size=6).map("".join))
def test_a_literal_stands_in_whatever_is_found(data: st.DataObject, text: str) -> None:
    try:
        literals = required_literals(f"/{text}/")
    except PatternError:
        return
    found = data.draw(st.from_regex(re.compile(text, re.ASCII), fullmatch=True))

    assert any(literal in found.lower() for literal in literals)
