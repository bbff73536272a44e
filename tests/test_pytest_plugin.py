"""The pytest plugin, as the author of a facts file meets it."""

from __future__ import annotations

from textwrap import dedent
from xml.etree import ElementTree as ET

import pytest

# pytester forgets what was imported inside a run. What is imported here stays, which spares each run the
# engine's start, and libyaml a second one that it does not survive.
import atodds.facts.agreement
import atodds.pytest_plugin.collection
import atodds.report.markdown
import atodds.report.sarif  # noqa: F401

pytest_plugins = "pytester"

RULE = """\
id: killed
kind: quantity
question: How many people were killed?
find:
  counts: [$people]
  triggers: [kill]
tests:
  - text: The blast killed 12 people.
    claims: ["12"]
  - text: The blast woke 12 people.
    claims: []
"""


class Desk:
    """A folder with a rule, articles and facts files, in which pytest runs."""

    def __init__(self, pytester: pytest.Pytester) -> None:
        self.pytester = pytester
        self.write("rules/killed.yaml", RULE)

    def write(self, path: str, text: str) -> None:
        file = self.pytester.path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), encoding="utf-8")

    def articles(self, folder: str = "mine-blast", **texts: str) -> None:
        for name, text in texts.items():
            self.write(f"{folder}/{name}.txt", text)

    def facts(self, text: str = "", folder: str = "mine-blast") -> None:
        self.write(f"{folder}/{folder}.facts.yaml", "rules: ../rules/killed.yaml\n" + dedent(text))

    def run(self, *options: str) -> pytest.RunResult:
        # Hypothesis would be imported, and its assertions rewritten, anew for each run.
        return self.pytester.runpytest("-p", "no:hypothesispytest", *options)


@pytest.fixture
def desk(pytester: pytest.Pytester) -> Desk:
    return Desk(pytester)


CONFLICT = {
    "herald": "The mine blast in Karvo killed 12 people on Monday, police said.",
    "courier": "The mine blast in Karvo killed at least 40 people on Monday.",
}
AGREEMENT = {
    "herald": "The mine blast in Karvo killed 12 people on Monday, police said.",
    "courier": "On Monday 12 people were killed by a blast in the Karvo mine.",
}
SINGLE = {
    "herald": "The mine blast in Karvo killed 12 people on Monday, police said.",
    "courier": "The mine in Karvo stays shut.",
}
TENSION = {
    "herald": "The mine blast in Karvo killed dozens of people on Monday, police said.",
    "courier": "The mine blast in Karvo killed at least 400 people on Monday.",
}


def test_a_conflict_fails_with_its_table_and_no_traceback(desk: Desk) -> None:
    desk.articles(**CONFLICT)
    desk.facts()

    result = desk.run()

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "*killed?mine-blast?*",
            "*killed*conflict*12 *herald*",
            "*at least 40 *courier*",
            "*courier, para 1: The mine blast in Karvo killed at least 40 people on Monday.*",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*collection.py*")


def test_articles_that_agree_pass(desk: Desk) -> None:
    desk.articles(**AGREEMENT)
    desk.facts()

    result = desk.run("-v")

    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["mine-blast/mine-blast.facts.yaml::killed?mine-blast? PASSED*"])


@pytest.mark.parametrize(
    ("texts", "reason"),
    [(SINGLE, "*only herald*"), ({"herald": "Nothing happened.", "courier": "Nor here."}, "*no article*")],
    ids=["single", "absent"],
)
def test_nothing_compared_is_skipped_with_the_reason(desk: Desk, texts: dict[str, str], reason: str) -> None:
    desk.articles(**texts)
    desk.facts()

    result = desk.run("-rs")

    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines([f"SKIPPED*{reason}"])


def test_a_tension_is_reported_and_fails_only_where_the_file_says_so(desk: Desk) -> None:
    desk.articles(**TENSION)
    desk.facts()
    lenient = desk.run()
    desk.facts("fail_on: [conflict, tension]")
    strict = desk.run()

    lenient.assert_outcomes(passed=1)
    lenient.stdout.fnmatch_lines(["*killed*tension*"])
    strict.assert_outcomes(failed=1)


def test_the_summary_prints_the_table_and_the_closing_line(desk: Desk) -> None:
    desk.articles(**AGREEMENT)
    desk.facts()

    result = desk.run()

    result.stdout.fnmatch_lines(
        [
            "*= reports that disagree (atodds) =*",
            "mine-blast",
            "killed*agree*12*",
            "2 articles, 1 rule: 0 conflicts, 0 tensions, 1 agree, 0 single, 0 absent",
        ]
    )


def test_quiet_prints_the_closing_line_and_quieter_nothing(desk: Desk) -> None:
    desk.articles(**AGREEMENT)
    desk.facts()

    quiet = desk.run("-q")
    quieter = desk.run("-qq")

    quiet.stdout.fnmatch_lines(["2 articles, 1 rule: *"])
    quiet.stdout.no_fnmatch_line("*reports that disagree*")
    quieter.stdout.no_fnmatch_line("*2 articles, 1 rule*")


def test_a_project_without_facts_files_sees_nothing_of_the_plugin(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_one():\n    pass\n")

    result = pytester.runpytest()

    result.assert_outcomes(passed=1)
    result.stdout.no_fnmatch_line("*atodds)*")
    result.stdout.no_fnmatch_line("*articles*")


def test_an_accepted_conflict_passes_as_long_as_its_values_stay(desk: Desk) -> None:
    desk.articles(**CONFLICT)
    desk.facts(
        """\
        accept:
          - rule: killed
            values: ["12", at least 40]
            reason: two counts of two days
        """
    )
    accepted = desk.run()
    desk.articles(**{**CONFLICT, "courier": "The mine blast in Karvo killed at least 50 people on Monday."})
    changed = desk.run()

    accepted.assert_outcomes(passed=1)
    accepted.stdout.fnmatch_lines(["*accepted: two counts of two days*", "*; 1 accepted"])
    changed.assert_outcomes(failed=1)
    changed.stdout.fnmatch_lines(["mine-blast.facts.yaml:3: nothing is left to accept here*"])


def test_an_acceptance_ends_after_its_last_day(desk: Desk) -> None:
    desk.articles(**CONFLICT)
    entry = 'accept:\n  - {rule: killed, values: ["12", at least 40], reason: for now, until: %s}\n'
    desk.facts(entry % "2001-01-31")
    over = desk.run()
    desk.facts(entry % "2999-01-31")
    still = desk.run()

    over.assert_outcomes(failed=1)
    over.stdout.fnmatch_lines(["mine-blast.facts.yaml:3: accepted until 2001-01-31, which is over"])
    still.assert_outcomes(passed=1)


def test_an_acceptance_of_nothing_is_an_error_of_its_own(desk: Desk) -> None:
    desk.articles(**AGREEMENT)
    desk.facts('accept:\n  - {rule: killed, values: ["12", "13"], reason: was once so}\n')

    result = desk.run()

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        ["mine-blast.facts.yaml:3: nothing is left to accept here*", "*1 unused acceptance"]
    )


@pytest.mark.parametrize(
    ("texts", "expected", "outcome"),
    [
        (AGREEMENT, "at least 10", "passed"),
        (AGREEMENT, ">= 13", "failed"),
        (AGREEMENT, "about 12", "passed"),
        (AGREEMENT, "unknown", "failed"),
        (SINGLE, "12", "passed"),
        ({"herald": "Nothing happened.", "courier": "Nor here."}, "unknown", "passed"),
        ({"herald": "Nothing happened.", "courier": "Nor here."}, "12", "failed"),
    ],
)
def test_what_is_expected_must_be_met(desk: Desk, texts: dict[str, str], expected: str, outcome: str) -> None:
    desk.articles(**texts)
    desk.facts(f'expect:\n  killed: "{expected}"\n')

    desk.run().assert_outcomes(**{outcome: 1})


def test_a_broken_expectation_says_what_was_expected_and_found(desk: Desk) -> None:
    desk.articles(**AGREEMENT)
    desk.facts("expect: {killed: more than 100}")

    result = desk.run()

    result.stdout.fnmatch_lines(["killed: more than 100 is expected, and herald.txt (para 1) says 12"])


def test_xfail_from_the_file(desk: Desk) -> None:
    desk.articles(**CONFLICT)
    desk.facts("xfail: [{rule: killed, reason: the wire will mend it}]")

    result = desk.run("-rx")

    result.assert_outcomes(xfailed=1)
    result.stdout.fnmatch_lines(["XFAIL *killed?mine-blast? - the wire will mend it"])


def test_a_broken_facts_file_is_one_error_and_the_rest_runs(desk: Desk) -> None:
    desk.articles(**AGREEMENT)
    desk.facts()
    desk.write("other/other.facts.yaml", "acept: []\nexpect: {kiled: 3}\n")

    result = desk.run()

    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(
        [
            '*other.facts.yaml:1:1: error?unknown-key? "acept" is not a key*(did you mean "accept"?)',
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")


def test_a_broken_rule_file_is_one_error_and_the_rest_runs(desk: Desk) -> None:
    desk.articles(**AGREEMENT)
    desk.facts()
    desk.write(
        "rules/broken/fled.yaml", RULE.replace("id: killed", "id: fled").replace("triggers", "trigers")
    )
    desk.write("other/other.facts.yaml", "rules: ../rules/broken\n")

    result = desk.run()

    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(['*fled.yaml:6:3: error?unknown-key? "trigers"*'])


@pytest.mark.parametrize(
    ("facts", "error"),
    [
        ("select: [kiled]", '*:2:10: error?unknown-rule? there is no rule "kiled" (did you mean "killed"?)'),
        ("fail_on: agree", '*error?value? "agree" cannot fail; conflict, tension and update can'),
        ("accept: [{rule: killed, values: [1]}]", '*error?missing-key? an entry of accept needs "reason"'),
        ("accept: [{rule: killed, values: [], reason: x}]", "*error?value? values *"),
        ("xfail: [{rule: killed, reason: x, when: now}]", '*error?unknown-key? "when" is not a key of*'),
        ("articles: nowhere", "*nowhere*"),
        ("expect: [killed]", "*error?value? expect should be a valid dictionary*"),
        ("a: [", "*error?syntax?*"),
    ],
)
def test_every_mistake_in_a_facts_file_is_named(desk: Desk, facts: str, error: str) -> None:
    desk.articles(**AGREEMENT)
    desk.facts(facts)

    result = desk.run()

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([error])


def test_tests_are_chosen_by_name_and_by_marker(desk: Desk) -> None:
    desk.articles(**AGREEMENT)
    desk.facts("markers: [slow]")
    desk.pytester.makeini("[pytest]\nmarkers =\n    slow: takes long\n")

    desk.run("-k", "killed and mine").assert_outcomes(passed=1)
    desk.run("-k", "injured").assert_outcomes(deselected=1)
    desk.run("-m", "atodds").assert_outcomes(passed=1)
    desk.run("-m", "not slow").assert_outcomes(deselected=1)
    desk.run("mine-blast/mine-blast.facts.yaml::killed[mine-blast]").assert_outcomes(passed=1)


def test_the_last_failed_runs_again(desk: Desk) -> None:
    desk.articles(**CONFLICT)
    desk.facts()
    crash = {name: text.replace("mine blast", "bus crash") for name, text in AGREEMENT.items()}
    desk.articles(folder="bus-crash", **crash)
    desk.facts(folder="bus-crash")

    first = desk.run()
    again = desk.run("--lf")

    first.assert_outcomes(failed=1, passed=1)
    again.assert_outcomes(failed=1)


def test_with_several_processes_the_summary_is_the_same(desk: Desk) -> None:
    desk.articles(**CONFLICT)
    desk.facts()

    alone = desk.run().stdout.str().partition("reports that disagree")[2].partition("short test summary")[0]
    result = desk.run("-n", "2", "--atodds-report", "json=out.json")
    together = result.stdout.str().partition("reports that disagree")[2].partition("short test summary")[0]

    result.assert_outcomes(failed=1)
    assert together == alone
    assert "killed" in together
    assert (desk.pytester.path / "out.json").exists()


def test_junit_has_the_verdict_as_property(desk: Desk) -> None:
    desk.articles(**CONFLICT)
    desk.facts()

    desk.run("--junitxml=out.xml")
    tree = ET.parse(desk.pytester.path / "out.xml")  # noqa: S314 - pytest wrote it

    properties = {one.get("name"): one.get("value") for one in tree.iter("property")}
    assert properties["atodds_rule"] == "killed"
    assert properties["atodds_event"] == "mine-blast"
    assert properties["atodds_verdict"] == "conflict"
    assert properties["atodds_fingerprint"]


def test_a_folder_is_checked_without_a_facts_file(desk: Desk) -> None:
    desk.articles(**CONFLICT)

    result = desk.run("--atodds-articles", "mine-blast", "--atodds-rules", "rules", "-v")

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["mine-blast::killed?mine-blast? FAILED*"])


def test_a_table_is_checked_without_a_facts_file(desk: Desk) -> None:
    rows = '{"id": 1, "text": "%s", "event": "blast"}\n{"id": 2, "text": "%s", "event": "blast"}\n'
    desk.write("articles.jsonl", rows % tuple(AGREEMENT.values()))

    result = desk.run("--atodds-articles", "articles.jsonl", "--atodds-rules", "rules", "-v")

    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["articles.jsonl::killed?blast? PASSED*"])


def test_a_folder_that_is_not_there_is_a_usage_error(desk: Desk) -> None:
    result = desk.run("--atodds-articles", "nowhere")

    assert result.ret is pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*--atodds-articles nowhere: there is no such file or folder"])


def test_reports_are_written(desk: Desk) -> None:
    desk.articles(**CONFLICT)
    desk.facts()

    desk.run("--atodds-report", "sarif=out.sarif", "--atodds-report", "markdown=out.md")

    assert '"ruleId": "killed"' in (desk.pytester.path / "out.sarif").read_text(encoding="utf-8")
    assert '"uri": "mine-blast/courier.txt"' in (desk.pytester.path / "out.sarif").read_text(encoding="utf-8")
    assert "| killed |" in (desk.pytester.path / "out.md").read_text(encoding="utf-8")


def test_an_unknown_report_is_a_usage_error(desk: Desk) -> None:
    result = desk.run("--atodds-report", "pdf=out.pdf")

    assert result.ret is pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*--atodds-report pdf=out.pdf: write FORMAT=FILE with one of table, *"])


def test_python_tests_can_ask_whether_articles_agree(desk: Desk) -> None:
    desk.pytester.makepyfile(
        """
        TWELVE = "The mine blast killed 12 people."
        DOZEN = "On Tuesday 12 people were killed in the mine."
        FORTY = "The mine blast killed 40 people."

        def test_they_agree(assert_agrees):
            run = assert_agrees({"Herald": TWELVE, "Courier": DOZEN}, rules="rules")
            assert [str(finding.verdict) for finding in run.findings] == ["agree"]

        def test_they_do_not(assert_agrees):
            assert_agrees({"Herald": TWELVE, "Courier": FORTY}, rules="rules")

        def test_nothing_is_compared(assert_agrees):
            assert_agrees({"Herald": "The mine is shut."}, rules="rules")
        """
    )

    result = desk.run()

    result.assert_outcomes(passed=1, failed=2)
    result.stdout.fnmatch_lines(
        ["*killed*conflict*12*Herald*", "*nothing was compared: 1 article, and no event has two"]
    )
    result.stdout.no_fnmatch_line("*agreement.py:*")
