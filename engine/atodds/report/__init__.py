"""Reports: each is one pure function from a run to text; none filters or decides an exit code."""

from __future__ import annotations

from atodds.report.claims import claims_as_csv, claims_as_jsonl, claims_as_table
from atodds.report.json_lines import as_json, as_jsonl
from atodds.report.table import as_table

__all__ = ["as_json", "as_jsonl", "as_table", "claims_as_csv", "claims_as_jsonl", "claims_as_table"]
