"""The claims table on disk: written whole or not at all, read back as dossiers with their claims."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final, Self

import pyarrow as pa
import pyarrow.parquet as pq

from atodds.errors import AtoddsError, InputError
from atodds.model.article import Article, Dossier
from atodds.model.finding import Problem
from atodds.store.codec import claims_from_json, from_json
from atodds.store.schema import ARTICLES, CLAIMS, FORMAT, article_row, claim_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from atodds.model.claim import Claim
    from atodds.rulebook.book import Rulebook

_META: Final = "atodds"
_ROWS: Final = 20_000  # of a row group
_TEXT: Final = 4_000_000  # characters of a row group of articles


@dataclass(frozen=True, slots=True)
class Made:
    """How a table was made: by which version and rules, from how many articles, and what was left out."""

    version: str
    rules: str
    articles: int
    problems: tuple[Problem, ...]


def beside(path: Path) -> Path:
    """Return the file of the articles that belong to a claims table: claims.articles.parquet."""
    return path.with_name(f"{path.stem}.articles{path.suffix}")


class Sheet:
    """A Parquet file that is written row by row and appears under its name when it is finished."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._path = path
        self._draft = path.with_name(f"{path.name}.draft")
        self._schema = schema
        self._rows: list[dict[str, Any]] = []
        self._size = 0
        try:
            self._writer = pq.ParquetWriter(self._draft, schema, compression="zstd")
        except OSError as error:
            raise AtoddsError(f"cannot write {path}: {error.strerror or error}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._draft.unlink(missing_ok=True)

    def add(self, row: dict[str, Any]) -> None:
        """Take a row; rows are written when there are enough for a group."""
        self._rows.append(row)
        self._size += len(row["text"])
        if len(self._rows) >= _ROWS or self._size >= _TEXT:
            self._flush()

    def finish(self, meta: dict[str, Any] | None = None) -> None:
        """Write what is left and what is to be known of the table, and put the file in its place."""
        self._flush()
        try:
            if meta is not None:
                self._writer.add_key_value_metadata({_META: json.dumps(meta)})
            self._writer.close()
            self._draft.replace(self._path)
        except OSError as error:
            raise AtoddsError(f"cannot write {self._path}: {error.strerror or error}") from error

    def _flush(self) -> None:
        if not self._rows:
            return
        try:
            self._writer.write_table(pa.Table.from_pylist(self._rows, self._schema))
        except OSError as error:
            raise AtoddsError(f"cannot write {self._path}: {error.strerror or error}") from error
        self._rows, self._size = [], 0


class ArticlesSheet(Sheet):
    """The articles beside a claims table."""

    def __init__(self, path: Path) -> None:
        super().__init__(beside(path), ARTICLES)

    def note(self, article: Article, key: str) -> None:
        """Take an article."""
        self.add(article_row(article, key))


def write_claims(
    path: Path,
    asked: Iterable[tuple[str, str, str]],
    rulebook: Rulebook,
    articles: int,
    problems: Iterable[Problem],
) -> int:
    """Write the claims table from (event, key, claims as JSON) of each article; return how many claims."""
    count = 0
    with Sheet(path, CLAIMS) as sheet:
        for event, key, line in asked:
            for claim in claims_from_json(line):
                sheet.add(claim_row(claim, event, key))
                count += 1
        sheet.finish(
            {
                "format": FORMAT,
                "version": version("atodds"),
                "rules": rulebook.fingerprint,
                "articles": articles,
                "problems": [[problem.path, problem.message] for problem in problems],
            }
        )
    return count


def made(path: Path) -> Made:
    """Return how a table was made; raises InputError if it is no claims table of this format."""
    try:
        raw = (pq.read_metadata(path).metadata or {}).get(_META.encode())
        meta = json.loads(raw) if raw else {}
    except (pa.ArrowException, OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error).splitlines()[0]
        raise InputError(f"{path}: cannot be read as a claims table: {reason}") from error
    if meta.get("format") != FORMAT:
        raise InputError(
            f"{path}: is no claims table; write one with `atodds claims --output parquet={path}`"
        )
    return Made(
        meta["version"],
        meta["rules"],
        meta["articles"],
        tuple(Problem(place, message) for place, message in meta["problems"]),
    )


def read_dossiers(path: Path) -> Iterator[tuple[Dossier, list[Claim]]]:
    """
    Yield the dossiers of a table with their claims, both in order of their ids.

    Raises InputError if the articles beside the table are missing or belong to another one.
    """
    articles: defaultdict[str, dict[str, Article]] = defaultdict(dict)
    for row in _rows(beside(path)):
        articles[row["event"]][row["article"]] = _article(row)
    if sum(map(len, articles.values())) != made(path).articles:
        raise InputError(f"{beside(path)}: belongs to another claims table than {path.name}")
    claims: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in _rows(path, ["event", "article", "claim"]):
        claims[row["event"], row["article"]].append(row["claim"])
    for event in sorted(articles):
        own = articles.pop(event)
        found = [from_json(line) for key in sorted(own) for line in claims.pop((event, key), ())]
        yield Dossier(event, tuple(own[key] for key in sorted(own))), found


def known_claims(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (key, claims as JSON) of each article of a table."""
    names = ["event", "article", "key"]
    claims: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for row in _rows(path, [*names, "claim"]):
        claims[tuple(row[name] for name in names)].append(row["claim"])
    for row in _rows(beside(path), names):
        yield row["key"], f"[{','.join(claims.get(tuple(row[name] for name in names), ()))}]"


def _article(row: dict[str, Any]) -> Article:
    return Article(
        id=row["article"],
        text=row["text"],
        title=row["title"],
        outlet=row["outlet"],
        outlet_guess=row["outlet_guess"],
        published=row["published"],
        url=row["url"],
        event=row["event"],
        path=row["path"],
        stories=from_json(row["stories"]),
    )


def _rows(path: Path, columns: list[str] | None = None) -> Iterator[dict[str, Any]]:
    try:
        with pq.ParquetFile(path) as table:
            for batch in table.iter_batches(1024, columns=columns):
                yield from batch.to_pylist()
    except (pa.ArrowException, OSError) as error:
        reason = getattr(error, "strerror", None) or str(error).splitlines()[0]
        raise InputError(f"{path}: cannot be read: {reason}") from error
