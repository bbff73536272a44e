"""Rule texts that the tests of the rulebook share."""

import pytest

RULE = """\
id: detained
kind: quantity
question: How many people were detained?
find:
  counts: [$people]
  triggers: [detain, take into custody]
tests:
  - text: Twelve people were detained.
    claims: ["12"]
  - text: Twelve deer were detained.
    claims: []
"""


@pytest.fixture
def rule_text() -> str:
    return RULE
