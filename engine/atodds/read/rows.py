"""One row of a table, its cells checked: what is of the wrong kind is said and left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atodds.read.encoding import LONGEST, TOO_LONG, paired
from atodds.read.published import day_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from atodds.read.tables import Row

_SHOWN: Final = 40  # characters of a cell in a message


@dataclass(frozen=True, slots=True)
class Record:
    """The columns of an article's row that are known; "" or None where the row has none."""

    id: str
    text: str
    title: str
    outlet: str
    published: date | None
    url: str
    event: str
    captions: frozenset[str] = frozenset()


def record_of(row: Row, tell: Callable[[str], None]) -> Record | None:
    """
    Return a row's record, or None if it has neither text nor title.

    Other columns are no concern. A cell that cannot be used is told, in words that name its column, and taken
    as unknown; only a text of the wrong kind costs the row.
    """
    text = row.cells.get("text")
    if text is not None and not isinstance(text, str):
        tell(f"text is {type(text).__name__}, not a string; the row is left out")
        return None
    if text is not None and len(text) > LONGEST:
        tell(f"text {TOO_LONG}; the row is left out")
        return None
    title = _words(row, "title", tell)
    if not (text and not text.isspace()) and not title:
        tell("has no text; the row is left out")
        return None
    return Record(
        id=_words(row, "id", tell),
        text=paired(text or ""),
        title=title,
        outlet=_words(row, "outlet", tell),
        published=_published(row, tell),
        url=_words(row, "url", tell),
        event=_words(row, "event", tell),
        captions=row.cells.get("captions", frozenset()) if row.called == "page" else frozenset(),
    )


def named(row: Row, tell: Callable[[str], None]) -> Callable[[str], None]:
    """Return a `tell` that says which row it is about."""
    return lambda message: tell(f"{row.called} {row.number}: {message}")


def _words(row: Row, column: str, tell: Callable[[str], None]) -> str:
    cell = row.cells.get(column)
    if isinstance(cell, str):
        return paired(cell).strip()
    if cell is None:
        return ""
    # Ids and events are often numbers; 7.0 and true are a mistake somewhere.
    if isinstance(cell, int) and not isinstance(cell, bool):
        return str(cell)
    tell(f"{column} is {type(cell).__name__}, not a string; taken as unknown")
    return ""


def _published(row: Row, tell: Callable[[str], None]) -> date | None:
    cell = row.cells.get("published")
    if cell is None or cell == "":
        return None
    day = day_of(cell)
    if day is None:
        shown = paired(str(cell)[:_SHOWN]) if isinstance(cell, str | int | float) else type(cell).__name__
        tell(f"published {shown!r} names no day, or two; taken as unknown")
    return day
