"""Every format of a run: what it holds, that other tools can read it, and that it never wavers."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from junitparser import JUnitXml

from atodds.model.acceptance import Acceptance, Standing
from atodds.model.finding import Problem, Run, Severity, Verdict
from atodds.report.formats import REPORTS, rendered
from atodds.report.markdown import as_markdown

HERE = Path(__file__).parent
GOLDEN = {
    "json": "run.json",
    "jsonl": "findings.jsonl",
    "markdown": "summary.md",
    "csv": "findings.csv",
    "sarif": "run.sarif",
    "junit": "junit.xml",
    "github": "annotations.txt",
    "gitlab": "codequality.json",
}
ACCEPTED = Acceptance(
    "killed", "dock-fire", "k1", reason="dock hands are not all people", where="x.facts.yaml:4"
)
STALE = Acceptance("displaced", "dock-fire", "gone", where="x.facts.yaml:9", standing=Standing.UNUSED)


@pytest.mark.parametrize(("name", "file"), GOLDEN.items())
def test_a_report_reads_as_written_down(name: str, file: str, dock_fire: Run) -> None:
    assert rendered(name, dock_fire) == (HERE / "golden" / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", REPORTS)
def test_what_is_accepted_appears_as_such_in_every_format(name: str, dock_fire: Run) -> None:
    run = replace(dock_fire, accepted=(ACCEPTED,))

    report = rendered(name, run)

    assert "dock hands are not all people" in report


@pytest.mark.parametrize("name", REPORTS)
def test_no_page_breaks_a_report(name: str, dock_fire: Run) -> None:
    """Control characters, half surrogates, markup and quotation marks in a page reach no parser unescaped."""
    nasty = "12\x00\x1b[31m ]]>|<script>alert('é')</script>\ud800 ::error::\u2028\"`"
    killed = dock_fire.findings[1]
    claim = killed.positions[1].claims[0]
    odd = replace(claim, source=nasty, evidence=replace(claim.evidence, sentence=nasty))
    finding = replace(
        killed,
        message=nasty,
        group=nasty,
        positions=(killed.positions[0], replace(killed.positions[1], claims=(odd,))),
    )
    report = rendered(name, replace(dock_fire, findings=(finding,))).encode("utf-8", "backslashreplace")

    if name in ("json", "sarif", "gitlab"):
        json.loads(report)
    elif name == "jsonl":
        assert len([json.loads(line) for line in report.decode().splitlines()]) == 1
    elif name == "junit":
        JUnitXml.fromstring(report)
    elif name in ("markdown", "html"):
        assert b"<script>alert" not in report
    elif name in ("table", "github"):
        assert b"\x1b" not in report.replace(b"%1B", b"").split(b"\n", 1)[1]


def test_json_has_every_rule_and_event_covered(dock_fire: Run) -> None:
    run = json.loads(rendered("json", dock_fire))

    assert list(run) == ["schema", "rules", "events", "findings", "coverage"]
    assert {(row["rule"], row["verdict"]) for row in run["coverage"]} == {
        ("boats-sunk", "single"),
        ("displaced", "conflict"),
        ("killed", "conflict"),
        ("missing", "absent"),
        ("quote-wording", "conflict"),
    }
    assert run["events"] == [
        {"id": "dock-fire", "articles": [one.id for one in dock_fire.dossiers[0].articles]}
    ]


def test_json_names_what_was_left_out_and_what_is_stale(dock_fire: Run) -> None:
    run = replace(dock_fire, accepted=(STALE,), problems=(Problem("a.txt", "is empty"),))

    shape = json.loads(rendered("json", run))

    assert shape["problems"] == [{"path": "a.txt", "message": "is empty"}]
    assert shape["stale"][0]["standing"] == "unused"


@pytest.mark.parametrize("accepted", [(), (ACCEPTED,), (STALE,)])
def test_sarif_fits_the_official_schema(accepted: tuple[Acceptance, ...], dock_fire: Run) -> None:
    schema = json.loads((HERE / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    run = replace(dock_fire, accepted=accepted, problems=(Problem("a.txt", "is empty"),))

    jsonschema.validate(json.loads(rendered("sarif", run)), schema)


def test_sarif_points_to_every_side(dock_fire: Run) -> None:
    run = json.loads(rendered("sarif", dock_fire))["runs"][0]
    killed = run["results"][0]

    spots = [
        (
            place["physicalLocation"]["artifactLocation"]["uri"],
            place["physicalLocation"]["region"]["startLine"],
            place["message"]["text"],
        )
        for place in [*killed["locations"], *killed["relatedLocations"]]
    ]

    assert spots == [
        ("dock-fire/herald.txt", 1, "A: At least 40 (Merin Herald)"),
        ("dock-fire/herald.txt", 3, "A: At least 40 (Merin Herald)"),
        ("dock-fire/ledger.txt", 1, "A: at least 40 (The Ledger)"),
        ("dock-fire/courier.txt", 3, "B: Twelve (courier)"),
        ("dock-fire/003_9f3ac07be1d24c55.txt", 1, "fits every side: Dozens (003)"),
    ]
    assert run["columnKind"] == "unicodeCodePoints"
    assert killed["partialFingerprints"] == {"atodds/v1": "k1"}


def test_sarif_suppresses_what_is_accepted(dock_fire: Run) -> None:
    run = json.loads(rendered("sarif", replace(dock_fire, accepted=(ACCEPTED,))))["runs"][0]
    suppressions = {result["ruleId"]: result.get("suppressions") for result in run["results"]}

    assert suppressions == {
        "displaced": None,
        "killed": [
            {"kind": "external", "status": "accepted", "justification": "dock hands are not all people"}
        ],
        "quote-wording": None,
    }


def test_a_region_holds_the_words_of_the_claim(dock_fire: Run) -> None:
    """Lines and columns lead back to the wording, in characters."""
    texts = {article.path: article.text for article in dock_fire.dossiers[0].articles}
    run = json.loads(rendered("sarif", dock_fire))["runs"][0]
    regions = [
        place["physicalLocation"]
        for result in run["results"]
        for place in [*result["locations"], *result["relatedLocations"]]
    ]

    assert len(regions) == 9
    for spot in regions:
        region = spot["region"]
        line = texts[spot["artifactLocation"]["uri"]].splitlines()[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]


def test_a_row_of_a_table_has_no_line_in_its_file(dock_fire: Run) -> None:
    dossier = dock_fire.dossiers[0]
    rows = tuple(replace(article, path="dock.jsonl") for article in dossier.articles)
    run = replace(dock_fire, dossiers=(replace(dossier, articles=rows),))

    result = json.loads(rendered("sarif", run))["runs"][0]["results"][0]

    assert result["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "dock.jsonl"}}
    assert "line=" not in rendered("github", run)


def test_junit_is_read_by_others(dock_fire: Run) -> None:
    suites = JUnitXml.fromstring(rendered("junit", dock_fire).encode())

    assert (suites.tests, suites.failures, suites.errors, suites.skipped) == (5, 3, 0, 2)
    assert [case.name for suite in suites for case in suite] == [
        "killed[dock-fire]",
        "displaced[dock-fire]",
        "quote-wording[dock-fire]",
        "boats-sunk[dock-fire]",
        "missing[dock-fire]",
    ]


@pytest.mark.parametrize(
    "change",
    [{"verdict": Verdict.TENSION}, {"verdict": Verdict.UPDATE}, {"severity": Severity.NOTE}],
    ids=["tension", "update", "note"],
)
def test_junit_fails_for_conflicts_only(change: dict[str, object], dock_fire: Run) -> None:
    mild = tuple(replace(finding, **change) for finding in dock_fire.findings)  # type: ignore[arg-type]

    suites = JUnitXml.fromstring(rendered("junit", replace(dock_fire, findings=mild)).encode())

    assert suites.failures == 0


def test_github_gets_ten_annotations_and_is_told_of_the_rest(dock_fire: Run) -> None:
    many = tuple(
        replace(dock_fire.findings[1], fingerprint=f"k{number}", group=f"dock {number:02}")
        for number in range(23)
    )

    lines = rendered("github", replace(dock_fire, findings=many)).splitlines()
    annotations = [line for line in lines if line.startswith("::")]

    assert len(annotations) == 10
    assert annotations[-1] == (
        "::error title=atodds::14 disagreements more; the log and the job summary have the full table"
    )
    assert lines[-1].startswith("5 articles, 5 rules: 23 conflicts")


def test_github_takes_no_command_from_a_page(dock_fire: Run) -> None:
    finding = replace(dock_fire.findings[1], message="12\n::error::gotcha %", rule="a:b,c")
    covered = tuple(replace(row, rule="a:b,c") if row.rule == "killed" else row for row in dock_fire.coverage)

    first = rendered("github", replace(dock_fire, findings=(finding,), coverage=covered)).splitlines()[0]

    assert first.endswith("title=atodds%3A a%3Ab%2Cc [dock-fire]::12%0A::error::gotcha %25")


def test_markdown_stays_below_its_limit(dock_fire: Run) -> None:
    whole = as_markdown(dock_fire)

    for limit in range(300, len(whole.encode()), 60):
        cut = as_markdown(dock_fire, limit)

        assert len(cut.encode()) <= limit
        assert "truncated" in cut.splitlines()[-1]


def test_csv_has_a_row_for_each_claim(dock_fire: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(rendered("csv", dock_fire))))

    assert [(row["rule"], row["position"], row["words"]) for row in rows[:5]] == [
        ("killed", "A", "At least 40"),
        ("killed", "A", "At least 40"),
        ("killed", "A", "at least 40"),
        ("killed", "B", "Twelve"),
        ("killed", "-", "Dozens"),
    ]


def test_gitlab_fingerprints_tell_issues_apart(dock_fire: Run) -> None:
    issues = json.loads(rendered("gitlab", dock_fire))

    assert sorted(issue["fingerprint"] for issue in issues) == ["d1", "k1", "q1"]
    assert {issue["severity"] for issue in issues} == {"major", "minor"}


@pytest.mark.parametrize("name", REPORTS)
def test_no_report_tells_the_time(name: str, dock_fire: Run) -> None:
    """The same run gives the same bytes, today and tomorrow."""
    assert not re.search(r"timestamp|20[0-9]{2}-[01][0-9]-[0-3][0-9]T", rendered(name, dock_fire))


def test_an_unknown_format_is_no_report(dock_fire: Run) -> None:
    with pytest.raises(KeyError):
        rendered("pdf", dock_fire)
