"""What can go wrong with what a user gives: each error names its place and says one thing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """
    One mistake in one file.

    `line` and `column` count from 1; 0 means the file as a whole. `code` is a stable kebab-case name
    ("unknown-key"). `source` is the offending line as written, for the caret.
    """

    path: str
    line: int
    column: int
    code: str
    text: str
    source: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        message = f"{place}: error[{self.code}] {self.text}"
        if self.source and self.column:
            message += f"\n    {self.source}\n    {' ' * (self.column - 1)}^"
        return message


class AtoddsError(Exception):
    """Something the user gave cannot be used; `str()` is the whole message, without a traceback."""


class InputError(AtoddsError):
    """An article file, table or folder that cannot be read."""


class RulebookError(AtoddsError):
    """Rule or lexicon files that are wrong; holds every fault of every file, in order of place."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))
