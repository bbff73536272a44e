"""A run as JSON for scripts: one document, or one finding a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from atodds.report.shapes import Shape, finding_shape, run_shape

if TYPE_CHECKING:
    from atodds.model.finding import Run


def as_json(run: Run) -> str:
    """Return the whole run as one indented JSON document."""
    return json.dumps(run_shape(run), ensure_ascii=False, indent=2) + "\n"


def as_jsonl(run: Run) -> str:
    """Return one line of JSON for each finding; "" where nothing was found."""
    accepted = run.acceptances
    return "".join(
        one_line(finding_shape(finding, accepted.get(finding.fingerprint))) for finding in run.findings
    )


def one_line(shape: Shape) -> str:
    """Return an object as one line, the line end included; separators inside strings stay escaped."""
    line = json.dumps(shape, ensure_ascii=False)
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"
