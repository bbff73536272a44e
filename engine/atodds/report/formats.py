"""The reports by name; each is imported only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from atodds.model.finding import Run

REPORTS = {
    "table": "atodds.report.table:as_table",
    "markdown": "atodds.report.markdown:as_markdown",
    "json": "atodds.report.json_lines:as_json",
    "jsonl": "atodds.report.json_lines:as_jsonl",
    "csv": "atodds.report.findings_csv:as_csv",
    "sarif": "atodds.report.sarif:as_sarif",
    "junit": "atodds.report.junit:as_junit",
    "github": "atodds.report.github:as_github",
    "gitlab": "atodds.report.gitlab:as_gitlab",
    "html": "atodds.report.html:as_html",
}
"""Name of a report and the function `as_x(run) -> str` that prints it."""


READS_TEXTS = frozenset({"sarif", "github", "gitlab", "html"})
"""The reports that print or point into the texts of articles; the others need none in the run."""


def rendered(name: str, run: Run) -> str:
    """Return a run in the format of a name of REPORTS; raises KeyError for any other."""
    module, function = REPORTS[name].split(":")
    printer = cast("Callable[[Run], str]", getattr(import_module(module), function))
    return printer(run)
