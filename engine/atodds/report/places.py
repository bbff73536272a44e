"""Where a claim stands in a file: line and column, for tools that open files at a place."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atodds.model.event import dossier_of

if TYPE_CHECKING:
    from atodds.model.article import Article
    from atodds.model.claim import Claim
    from atodds.model.finding import Run

_LINE_END = re.compile(r"\r\n|\n|\r")
# The rows of these files are articles, so that an offset into an article is none into the file.
_TABLES = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".warc", ".warc.gz")


@dataclass(frozen=True, slots=True)
class Place:
    """
    A spot in a file.

    Lines and columns count from 1, columns in characters; the end column is the one behind the last
    character. All four are 0 where the file has no such place: a row of a table, a title of its own.
    """

    path: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


class Atlas:
    """Finds the places of a run's claims; each article's lines are counted once."""

    def __init__(self, run: Run) -> None:
        self._articles = {
            (dossier.id, article.id): article for dossier in run.dossiers for article in dossier.articles
        }
        self._events = {dossier.id for dossier in run.dossiers}
        self._lines: dict[tuple[str, str], list[int]] = {}

    def place(self, claim: Claim) -> Place:
        """Return where a claim stands; the path is "" for an article that has no file."""
        key = dossier_of(claim.event, self._events), claim.article
        article = self._articles.get(key)
        if article is None:
            return Place("")
        path = article.path.replace("\\", "/")
        start, end = claim.evidence.start, claim.evidence.end
        if start is None or end is None or path.lower().endswith(_TABLES):
            return Place(path)
        if key not in self._lines:
            self._lines[key] = _starts(article)
        line, column = _spot(self._lines[key], start)
        end_line, end_column = _spot(self._lines[key], end)
        return Place(path, line, column, end_line, end_column)


def _starts(article: Article) -> list[int]:
    return [0, *(line_end.end() for line_end in _LINE_END.finditer(article.text))]


def _spot(starts: list[int], offset: int) -> tuple[int, int]:
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
