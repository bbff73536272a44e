"""The claims table on disk: written whole or not at all, and read back batch by batch."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final, Self

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from atodds.errors import AtoddsError, InputError
from atodds.model.finding import Problem
from atodds.store.codec import claims_from_json
from atodds.store.placing import put
from atodds.store.schema import ARTICLES, CLAIMS, FORMAT, article_row, claim_row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from atodds.model.article import Article
    from atodds.rulebook.book import Rulebook
    from atodds.store.ledger import Ledger

_META: Final = "atodds"
_ROWS: Final = 20_000  # of a row group
_TEXT: Final = 4_000_000  # characters of a row group of articles
_BATCH: Final = 4096  # rows


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
            self._writer = pq.ParquetWriter(self._draft, schema, compression="zstd", write_page_checksum=True)
        except OSError as error:
            raise AtoddsError(f"cannot write {path}: {error.strerror or error}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # the disk may be full, or gone: that was told
            self._writer.close()
        self._writer.is_open = False  # or it closes itself once more, and says what went wrong at any time
        with suppress(OSError):
            self._draft.unlink(missing_ok=True)

    def add(self, row: dict[str, Any]) -> None:
        """Take a row; rows are written when there are enough for a group."""
        self._rows.append(row)
        self._size += len(row["text"])
        if len(self._rows) >= _ROWS or self._size >= _TEXT:
            self._flush()

    def finish(self, meta: dict[str, Any]) -> None:
        """Write what is left and what is to be known of the table; it is not in its place yet."""
        self._flush()
        try:
            self._writer.add_key_value_metadata({_META: json.dumps(meta)})
            self._writer.close()
        except OSError as error:
            raise AtoddsError(f"cannot write {self._path}: {error.strerror or error}") from error

    def place(self) -> None:
        """Put a finished file in its place."""
        put(self._draft, self._path)

    def _flush(self) -> None:
        if not self._rows:
            return
        try:
            self._writer.write_table(pa.Table.from_pylist(self._rows, self._schema))
        except OSError as error:
            raise AtoddsError(f"cannot write {self._path}: {error.strerror or error}") from error
        self._rows, self._size = [], 0


class ArticlesSheet(Sheet):
    """The articles beside a claims table; `of` stands in both files, by which they are known to be a pair."""

    def __init__(self, path: Path) -> None:
        super().__init__(beside(path), ARTICLES)
        self._of = hashlib.blake2b(digest_size=16)
        self.articles = 0

    @property
    def of(self) -> str:
        """Return 32 hex digits that are those of another table only if it has the same articles."""
        return self._of.hexdigest()

    def note(self, article: Article, key: str) -> None:
        """Take an article."""
        self.articles += 1
        self._of.update(f"{article.event}\0{article.id}\0{key}\0".encode("utf-8", "surrogatepass"))
        self.add(article_row(article, key))


def write_table(
    path: Path,
    articles: ArticlesSheet,
    ledger: Ledger,
    rulebook: Rulebook,
    problems: Iterable[Problem],
) -> int:
    """Write the claims of this run's articles beside which their sheet stands; return how many there are."""
    count = 0
    articles.finish({"of": articles.of})
    with Sheet(path, CLAIMS) as sheet:
        for event, key, line in ledger.asked():
            for claim in claims_from_json(line):
                sheet.add(claim_row(claim, event, key))
                count += 1
        sheet.finish(
            {
                "format": FORMAT,
                "version": version("atodds"),
                "rules": rulebook.fingerprint,
                "articles": articles.articles,
                "of": articles.of,
                "lost": ledger.lost(),
                "problems": [[problem.path, problem.message] for problem in problems],
            }
        )
        # A kill between the two leaves files of two runs, which `of` tells apart.
        articles.place()
        sheet.place()
    return count


def made(path: Path) -> Made:
    """
    Return how a table was made.

    Raises InputError if it is no claims table of this format, or the articles beside it are those of another.
    """
    meta = meta_of(path)
    if beside(path).exists() and _meta(beside(path)).get("of") != meta["of"]:
        raise InputError(f"{beside(path)}: belongs to another claims table than {path.name}")
    return Made(
        meta["version"],
        meta["rules"],
        meta["articles"],
        tuple(Problem(place, message) for place, message in meta["problems"]),
    )


def meta_of(path: Path) -> dict[str, Any]:
    """Return what is to be known of a claims table; raises InputError for a file that is none."""
    meta = _meta(path)
    if meta.get("format") != FORMAT:
        raise InputError(
            f"{path}: is no claims table; write one with `atodds claims --output parquet={path}`"
        )
    return meta


def _meta(path: Path) -> dict[str, Any]:
    try:
        raw = (pq.read_metadata(path).metadata or {}).get(_META.encode())
        meta: dict[str, Any] = json.loads(raw) if raw else {}
    except (pa.ArrowException, OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error).splitlines()[0]
        raise InputError(f"{path}: cannot be read as a claims table: {reason}") from error
    return meta


def known_claims(path: Path) -> Iterator[tuple[str, str]]:
    """
    Yield (key, claims as JSON) of each article of a table but those whose reading failed.

    Both files have the articles in one order, so that one row of each is in memory at a time. Raises
    InputError, also after some, if they cannot be read or do not belong together.
    """
    names = ["event", "article", "key"]
    made(path)
    lost = frozenset(meta_of(path)["lost"])
    claims = _rows(path, [*names, "claim"])
    claim = next(claims, None)
    for article in _rows(beside(path), names):
        own = []
        while claim is not None and all(claim[name] == article[name] for name in names):
            own.append(claim["claim"])
            claim = next(claims, None)
        if article["key"] not in lost:
            yield article["key"], f"[{','.join(own)}]"
    if claim is not None:
        raise InputError(f"{path}: has claims of articles that {beside(path).name} does not have")


def _rows(path: Path, columns: list[str]) -> Iterator[dict[str, Any]]:
    for batch in batches(path, columns):
        yield from batch.to_pylist()


def batches(
    path: Path, columns: list[str], *, events: Collection[str] | None = None, rows: int = _BATCH
) -> Iterator[pa.RecordBatch]:
    """
    Yield some columns of a table, so many rows at a time; of `events`, where given, and of no others.

    Row groups without one of these are passed over. Raises InputError for a file that cannot be read.
    """
    try:
        with pq.ParquetFile(path, page_checksum_verification=True) as table:
            if events is None:
                yield from table.iter_batches(rows, columns=columns)
                return
            names = pa.array(sorted(events), pa.string())
            groups = _groups(table.metadata, min(events), max(events)) if events else []
            own = columns if "event" in columns else ["event", *columns]
            for batch in table.iter_batches(rows, row_groups=groups, columns=own):
                chosen = batch.filter(pc.is_in(batch.column("event").cast(pa.string()), names))
                if chosen.num_rows:
                    yield chosen.select(columns)
    except (pa.ArrowException, OSError) as error:
        reason = getattr(error, "strerror", None) or str(error).splitlines()[0]
        raise InputError(f"{path}: cannot be read: {reason}") from error


def weight(path: Path) -> int:
    """Return how many bytes a table has, unpacked."""
    metadata = pq.read_metadata(path)
    return sum(metadata.row_group(number).total_byte_size for number in range(metadata.num_row_groups))


def _groups(metadata: pq.FileMetaData, first: str, last: str) -> list[int]:
    """Return the row groups that may hold an event from `first` to `last`."""
    place = metadata.schema.names.index("event")
    found = []
    for number in range(metadata.num_row_groups):
        known = metadata.row_group(number).column(place).statistics
        if known is None or not known.has_min_max or (known.min <= last and known.max >= first):
            found.append(number)
    return found
