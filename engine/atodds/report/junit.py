"""JUnit XML, which every CI server shows: a suite for each event, a test case for each rule."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from atodds.model.finding import Severity, Verdict
from atodds.report.rows import Row, rows_of
from atodds.report.table import table_of_rows

if TYPE_CHECKING:
    from atodds.model.finding import Run

# XML 1.0 knows no other control characters than these three, and no half surrogate.
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(run: Run) -> str:
    """
    Return the run as test cases.

    A conflict that is not accepted and no mere note is a failure; a rule with nothing to compare is skipped;
    tensions and updates pass and have their table as output. No times: the same run gives the same bytes.
    """
    root = ET.Element("testsuites", name="atodds", time="0")
    for event, rows in groupby(rows_of(run), key=lambda row: row.event):
        suite = ET.SubElement(root, "testsuite", name=_xml(event), time="0")
        by_rule: dict[str, list[Row]] = {}
        for row in rows:
            by_rule.setdefault(row.rule, []).append(row)
        for rule, own in by_rule.items():
            _case(suite, rule, own)
        _count(suite)
    _count(root)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _case(suite: ET.Element, rule: str, rows: list[Row]) -> None:
    event = rows[0].event
    case = ET.SubElement(suite, "testcase", name=f"{rule}[{_xml(event)}]", classname=_xml(event), time="0")
    failing = [row for row in rows if _fails(row)]
    table = _xml(table_of_rows(rows).rstrip())
    if failing:
        message = "; ".join(row.message for row in failing)
        ET.SubElement(case, "failure", message=_xml(message), type="conflict").text = f"\n{table}\n"
    elif all(row.verdict in (Verdict.SINGLE, Verdict.ABSENT) for row in rows):
        reason = rows[0].note or ("no article says" if rows[0].verdict == Verdict.ABSENT else "only one says")
        ET.SubElement(case, "skipped", message=_xml(reason))
    elif any(row.verdict != Verdict.AGREE for row in rows):
        ET.SubElement(case, "system-out").text = f"\n{table}\n"


def _fails(row: Row) -> bool:
    return row.verdict == Verdict.CONFLICT and row.severity != Severity.NOTE and not row.accepted


def _count(element: ET.Element) -> None:
    cases = list(element.iter("testcase"))
    element.set("tests", str(len(cases)))
    element.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    element.set("errors", "0")
    element.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))


def _xml(text: str) -> str:
    return _NO_XML.sub("", text)
