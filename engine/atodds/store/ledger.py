"""The ledger: the claims of each article that was read, on disk as soon as they are found."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Self

from atodds.errors import AtoddsError
from atodds.model.article import Section
from atodds.rulebook.book import Rulebook
from atodds.rulebook.fingerprint import engine_fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from atodds.model.article import Article

_SEPARATOR: Final = b"\0"
_DAMAGED: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_PATIENCE: Final = 60  # seconds that one run waits while another writes to the same cache


def content_key(article: Article) -> str:
    """Return 32 hex digits of an article's id and content, the same whatever rules it is read by."""
    return key_of(article, Rulebook(()))


def key_of(article: Article, rulebook: Rulebook) -> str:
    """
    Return 32 hex digits that are equal where the claims must be: same engine, lexicon, rules, id and content.

    The dossier and the file an article comes from do not matter.
    """
    captions = [
        f"{block.start}:{block.end}"
        for story in article.stories
        for block in story.blocks
        if block.section is Section.CAPTION
    ]
    told = (
        engine_fingerprint(),
        rulebook.fingerprint,
        article.id,
        article.title,
        article.outlet,
        str(article.published),
        ",".join(captions),
        article.text,
    )
    digest = hashlib.blake2b(digest_size=16)
    for words in told:
        digest.update(words.encode("utf-8", "surrogatepass") + _SEPARATOR)
    return digest.hexdigest()


class Ledger:
    """
    Claims by article, in one SQLite file that survives a kill at any moment.

    What was asked is this run's own and is forgotten with it, and so is what an article says of which some
    is lost: the next run reads that article again, and tells the loss again. A full disk raises
    AtoddsError. A file that is damaged, or no ledger, is put aside and told to `warn`; what it held is read
    again.
    """

    def __init__(self, path: Path, warn: Callable[[str], None] | None = None) -> None:
        self.path = path
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._base = _opened(path)
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorcode not in _DAMAGED:
                    raise
                aside = _put_aside(path)
                if warn is not None:
                    warn(f"{path}: is damaged, and was put aside as {aside.name}; what it held is read again")
                self._base = _opened(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def remove(self) -> None:
        """Close the ledger and remove its file, when all that it holds is written elsewhere."""
        self._base.close()
        with self._told():
            for end in ("", "-wal", "-shm"):
                self.path.with_name(f"{self.path.name}{end}").unlink(missing_ok=True)

    def holds(self, key: str) -> bool:
        """Say whether an article's claims are known."""
        with self._told():
            return self._line(key, "found") is not None

    def claims(self, key: str) -> str:
        """Return the claims of an article as JSON, "[]" for one whose reading failed."""
        with self._told():
            return self._known(key) or "[]"

    def keep(self, found: Iterable[tuple[str, str]], *, whole: bool = True) -> None:
        """Write (key, claims as JSON) of some articles, all or none; for this run only if not the `whole`."""
        table = "found" if whole else "partly"
        with self._told(), self._whole():
            self._base.executemany(
                f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)",  # noqa: S608 - one of two names
                ((key, raw := line.encode("utf-8", "surrogatepass"), _sum(key, raw)) for key, line in found),
            )

    def ask(self, articles: Iterable[tuple[str, str]]) -> None:
        """Note (event, key) of this run's articles, in order."""
        with self._told(), self._whole():
            self._base.executemany("INSERT INTO asked (event, key) VALUES (?, ?)", articles)

    def asked(self) -> Iterator[tuple[str, str, str]]:
        """Yield (event, key, claims as JSON) of this run's articles in order, one by one."""
        with self._told():
            for event, key in self._base.execute("SELECT event, key FROM asked ORDER BY place"):
                line = self._known(key)
                if line is not None:
                    yield event, key, line

    def lost(self) -> list[str]:
        """Return the keys of this run's articles of which some or all claims are not known."""
        with self._told():
            return [
                key
                for (key,) in self._base.execute(
                    "SELECT DISTINCT key FROM asked WHERE key NOT IN (SELECT key FROM found) ORDER BY key"
                )
            ]

    def _known(self, key: str) -> str | None:
        """Return what is known of an article's claims, be it for this run only."""
        return self._line(key, "found") or self._line(key, "partly")

    def _line(self, key: str, table: str) -> str | None:
        """Return the claims of an article, None for what is not known or not as it was written."""
        found = self._base.execute(
            f"SELECT claims, sum FROM {table} WHERE key = ?",  # noqa: S608 - one of two names
            (key,),
        ).fetchone()
        if found is None or found[1] != _sum(key, found[0]):
            return None
        return bytes(found[0]).decode("utf-8", "surrogatepass")

    @contextmanager
    def _whole(self) -> Iterator[None]:
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._base.in_transaction:  # SQLite has rolled back by itself where the disk is full
                self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            if getattr(error, "sqlite_errorcode", None) in _DAMAGED:
                self._base.close()
                aside = _put_aside(self.path)
                raise AtoddsError(
                    f"{self.path}: is damaged, and was put aside as {aside.name}; run the same command again"
                ) from error
            raise AtoddsError(f"{self.path}: cannot be written or read: {error}") from error


def _opened(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        base.executescript(
            """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = NORMAL;
            CREATE TABLE IF NOT EXISTS found
                (key TEXT PRIMARY KEY, claims BLOB NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID;
            CREATE TEMP TABLE partly (key TEXT PRIMARY KEY, claims BLOB, sum INTEGER) WITHOUT ROWID;
            CREATE TEMP TABLE asked (place INTEGER PRIMARY KEY, event TEXT, key TEXT);
            """
        )
    except sqlite3.Error:
        base.close()
        raise
    return base


def _put_aside(path: Path) -> Path:
    """Rename what cannot be read; what it may be to somebody is not for atodds to decide."""
    for end in ("-wal", "-shm"):
        path.with_name(f"{path.name}{end}").unlink(missing_ok=True)
    return path.replace(path.with_name(f"{path.name}.damaged"))


def _sum(key: str, line: bytes) -> int:
    """Return by what a line is known not to have changed on the disk."""
    return zlib.crc32(line, zlib.crc32(key.encode()))
