"""The ledger: the claims of each article that was read, on disk as soon as they are found."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Self

from atodds.errors import AtoddsError
from atodds.model.article import Section
from atodds.rulebook.fingerprint import engine_fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from atodds.model.article import Article
    from atodds.rulebook.book import Rulebook

_SEPARATOR: Final = b"\0"
_PATIENCE: Final = 60  # seconds that one run waits while another writes to the same cache


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

    `order` is this run's own and is forgotten with it. A full disk or a file that is no ledger raises
    AtoddsError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
            try:
                self._base.executescript(
                    """
                    PRAGMA journal_mode = WAL;
                    PRAGMA synchronous = NORMAL;
                    CREATE TABLE IF NOT EXISTS claims
                        (key TEXT PRIMARY KEY, claims TEXT NOT NULL) WITHOUT ROWID;
                    CREATE TEMP TABLE asked (place INTEGER PRIMARY KEY, event TEXT, key TEXT);
                    """
                )
            except sqlite3.Error:
                self._base.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def holds(self, key: str) -> bool:
        """Say whether an article's claims are known."""
        with self._told():
            found = self._base.execute("SELECT 1 FROM claims WHERE key = ?", (key,)).fetchone()
        return found is not None

    def claims(self, key: str) -> str:
        """Return the claims of an article as JSON, "[]" for one whose reading failed."""
        with self._told():
            found = self._base.execute("SELECT claims FROM claims WHERE key = ?", (key,)).fetchone()
        return str(found[0]) if found else "[]"

    def keep(self, found: Iterable[tuple[str, str]]) -> None:
        """Write (key, claims as JSON) of some articles, all or none."""
        with self._told(), self._whole():
            self._base.executemany("INSERT OR REPLACE INTO claims VALUES (?, ?)", found)

    def ask(self, articles: Iterable[tuple[str, str]]) -> None:
        """Note (event, key) of this run's articles, in order."""
        with self._told(), self._whole():
            self._base.executemany("INSERT INTO asked (event, key) VALUES (?, ?)", articles)

    def asked(self) -> Iterator[tuple[str, str, str]]:
        """Yield (event, key, claims as JSON) of this run's articles in order, one by one."""
        with self._told():
            yield from self._base.execute(
                "SELECT asked.event, key, claims.claims FROM asked JOIN claims USING (key) ORDER BY place"
            )

    @contextmanager
    def _whole(self) -> Iterator[None]:
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise AtoddsError(f"{self.path}: cannot be written or read: {error}") from error
