"""Facts files: what they may say, and how each mistake is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atodds.errors import RulebookError
from atodds.facts.file import read_facts
from atodds.model.finding import Verdict

if TYPE_CHECKING:
    from pathlib import Path


def _write(folder: Path, text: str) -> Path:
    file = folder / "blast.facts.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_an_empty_file_asks_for_everything_beside_it(tmp_path: Path) -> None:
    file = read_facts(_write(tmp_path, ""))

    assert file.articles() == [str(tmp_path)]
    assert {"killed", "injured"} <= {rule.id for rule in file.rulebook.rules}
    assert file.facts.fail_on == (Verdict.CONFLICT,)


def test_globs_are_resolved_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")

    file = read_facts(_write(tmp_path, "articles: ['*.txt', c.md, '*.html']"))

    assert file.articles() == [str(tmp_path / name) for name in ("a.txt", "b.txt", "c.md", "*.html")]


def test_entries_know_their_line(tmp_path: Path) -> None:
    entries = ("{rule: killed, values: [a, b], reason: x}", "{rule: injured, values: [a], reason: y}")
    text = "accept:\n" + "".join(f"  - {entry}\n" for entry in entries)
    file = read_facts(_write(tmp_path, text))

    assert [file.line("accept", index) for index in range(2)] == [2, 3]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "acept: []",
            '1:1: error[unknown-key] "acept" is not a key of a facts file (did you mean "accept"?)',
        ),
        ("accept: [{}]", '1:10: error[missing-key] an entry of accept needs "rule"'),
        ("accept: [5]", "1:10: error[value] a member of accept should be a valid dictionary"),
        (
            "accept: [{rule: killed, values: [a], reason: x, until: soon}]",
            "1:56: error[value] until should be a valid date",
        ),
        ("select: kiled", '1:9: error[unknown-rule] there is no rule "kiled" (did you mean "killed"?)'),
        ("expect: {kiled: 3}", '1:10: error[unknown-rule] there is no rule "kiled" (did you mean "killed"?'),
        ("fail_on: single", '1:10: error[value] "single" cannot fail; conflict, tension and update can'),
        ("fail_on: sometimes", "1:10: error[value] a member of fail_on should be 'conflict', "),
        ("articles:\n- a\narticles: b", '3:1: error[duplicate-key] "articles" stands here twice'),
        ("- a", "1:1: error[value] a facts file should be a valid dictionary"),
        ("a: [", "error[syntax]"),
        ("\ta: 1", "error[tab]"),
        ("rules: nowhere", "nowhere: error[missing] there is no such file or folder"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, fault: str, tmp_path: Path) -> None:
    with pytest.raises(RulebookError) as raised:
        read_facts(_write(tmp_path, text))

    assert fault in str(raised.value)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(RulebookError) as raised:
        read_facts(
            _write(tmp_path, "select: [one, two]\nexpect: {three: 3}\nxfail: [{rule: four, reason: x}]\n")
        )

    assert [fault.line for fault in raised.value.faults] == [1, 1, 2, 3]


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "blast.facts.yaml"
    file.write_bytes("event: Łódź".encode("utf-16"))

    with pytest.raises(RulebookError, match=r"error\[encoding\]"):
        read_facts(file)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="accept:expt[]{}-,\n \t'\"#&*!|>%@0aé", max_size=60))
def test_no_text_is_more_than_refused(tmp_path: Path, text: str) -> None:
    try:
        read_facts(_write(tmp_path, text))
    except RulebookError as error:
        assert error.faults  # noqa: PT017 - most texts are refused, some are fine
