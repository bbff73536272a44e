"""Tables of articles, JSONL and CSV: one row after the other, each line decoded on its own."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from atodds.errors import InputError
from atodds.read.encoding import LONGEST, TOO_LONG, mended, sniff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_BUFFER: Final = 1 << 17
_SHOWN: Final = 60  # characters of a message of another library
_JSON: Final = json.JSONDecoder(strict=False)  # a raw tab in a string is no reason to lose the article


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: `number` counts lines, rows, entries or pages from 1, `called` says which."""

    number: int
    cells: dict[str, Any]
    called: str = "line"


def read_rows(path: Path, tell: Callable[[str], None]) -> Iterator[Row]:
    """
    Yield the rows of a JSONL or CSV file, told apart by its suffix, in order.

    A line that is no row goes to `tell` in words that name it, and reading goes on. Raises InputError if the
    file is no text or has no column "text", OSError if it cannot be read.
    """
    with io.BufferedReader(io.FileIO(path), _BUFFER) as raw:
        if path.suffix.lower() in (".csv", ".tsv"):
            with _text(raw) as lines:
                yield from _csv_rows(map(mended, lines), tell, tabs=path.suffix.lower() == ".tsv")
        else:
            yield from json_rows(raw, tell)


def json_rows(raw: io.BufferedReader[Any], tell: Callable[[str], None]) -> Iterator[Row]:
    """Yield the rows of JSON lines in an open stream, as `read_rows` does those of a file."""
    with _text(raw) as lines:
        yield from _json_rows(map(mended, _bounded(lines)), tell)


def _text(raw: io.BufferedReader[Any]) -> io.TextIOWrapper:
    encoding, mark = sniff(raw.peek(_BUFFER))
    raw.read(mark)
    errors = "surrogateescape" if encoding == "utf-8" else "replace"
    return io.TextIOWrapper(raw, encoding, errors, newline="")


def _bounded(lines: io.TextIOWrapper) -> Iterator[str]:
    """Yield the lines of a file; of one that is too long to be a row, the beginning."""
    while line := lines.readline(LONGEST + 1):
        yield line
        while len(line) > LONGEST and not line.endswith(("\n", "\r")):
            line = lines.readline(LONGEST + 1)


def _json_rows(lines: Iterator[str], tell: Callable[[str], None]) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        if line.isspace():
            continue
        if len(line) > LONGEST:
            tell(f"line {number}: {TOO_LONG}; left out")
            continue
        try:
            cells = _JSON.decode(line.rstrip())
        except json.JSONDecodeError as error:
            tell(f"line {number}: is no JSON object: {error.msg} at column {error.colno}")
        except (ValueError, RecursionError):
            tell(f"line {number}: is no JSON that can be read: nested too deep, or a number too long")
        else:
            if isinstance(cells, dict):
                yield Row(number, cells)
            else:
                tell(f"line {number}: is no object with id and text but {_kind(cells)}")


def _csv_rows(lines: Iterator[str], tell: Callable[[str], None], *, tabs: bool) -> Iterator[Row]:
    import csv  # noqa: PLC0415 - most tables are JSON lines

    # It takes no field above 128 KB unless told, for all readers at once.
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST))
    head = next(lines, "")
    delimiter = "\t" if tabs else max(",;\t", key=head.count)
    reader = csv.reader(chain([head], lines), delimiter=delimiter, strict=True)
    header: list[str] = []
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            tell(f"line {line}: is no CSV row: {str(error)[:_SHOWN]}")
            continue
        if not cells:
            continue
        if not header:
            header = _header(cells)
        elif len(cells) > len(header):
            tell(f"line {line}: has {len(cells)} cells, but the header {len(header)}")
        else:
            yield Row(line, {name: cell for name, cell in zip(header, cells, strict=False) if cell})


def _header(cells: list[str]) -> list[str]:
    header = [cell.strip().lower() for cell in cells]
    if header.count("text") != 1:
        fault = "twice a" if "text" in header else "no"
        raise InputError(f'has {fault} column "text"; its columns are {", ".join(header)[:_SHOWN]}')
    return header


def _kind(value: object) -> str:
    names = {list: "a list", str: "a string", bool: "a truth value", int: "a number", float: "a number"}
    return names.get(type(value), "null")
