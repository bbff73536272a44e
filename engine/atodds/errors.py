"""What can go wrong with what a user gives: each error names its place and says one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_WIDEST: Final = 100  # characters of a source line that are shown


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
            line, caret = _excerpt(self.source, self.column - 1)
            message += f"\n    {line}\n    {' ' * caret}^"
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


def _excerpt(line: str, at: int) -> tuple[str, int]:
    """Cut a long line around the place of a fault; return it with the place's column in it."""
    line = "".join(char if char.isprintable() else " " for char in line)
    if len(line) <= _WIDEST:
        return line, at
    start = max(0, min(at - _WIDEST // 2, len(line) - _WIDEST))
    return line[start : start + _WIDEST].rstrip(), at - start
