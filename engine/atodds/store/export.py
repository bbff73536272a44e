"""From articles to files of claims: read what is new, keep it, and write each file whole when all is read."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atodds.errors import AtoddsError, InputError
from atodds.report.json_lines import one_line
from atodds.report.shapes import claim_shape
from atodds.store.cache import cache_of
from atodds.store.codec import claims_from_json
from atodds.store.extracting import Tally, extract
from atodds.store.ledger import Ledger
from atodds.store.lock import only_run
from atodds.store.placing import put

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from atodds.model.article import Article
    from atodds.model.finding import Problem
    from atodds.rulebook.book import Rulebook
    from atodds.store.tables import ArticlesSheet

_NOTED = 500  # articles noted in the ledger at a time


@dataclass(frozen=True, slots=True)
class Files:
    """Where claims go: Parquet tables and JSON lines, each a list of files."""

    parquet: Sequence[Path] = ()
    jsonl: Sequence[Path] = ()


def export(  # noqa: PLR0913 - what goes in, where it goes, and how
    articles: Iterable[Article],
    rulebook: Rulebook,
    files: Files,
    *,
    cache: Path | None = None,
    jobs: int = 1,
    tell: Callable[[Problem], None],
    warn: Callable[[str], None] = lambda _: None,
    problems: Sequence[Problem] = (),
) -> tuple[Tally, int]:
    """
    Write the claims of articles to files; return the tally of articles and the number of claims.

    Claims are kept on disk batch by batch: in the cache, or else beside the first file until that is
    finished. Run again after an interrupt, or on a finished Parquet table, only what is new is read. The
    files hold this run's articles and no others. `problems` are read when all articles have been; what is
    found damaged, and is read again, goes to `warn`. Raises AtoddsError for a file that cannot be written or
    that another run is writing, and InputError for one that is there and is no claims table.
    """
    all_files = [*files.parquet, *files.jsonl]
    partial = all_files[0].with_name(f"{all_files[0].name}.partial")
    with ExitStack() as open_files:
        for path in sorted(set(all_files)):
            open_files.enter_context(only_run(path))
        ledger = open_files.enter_context(cache_of(cache, rulebook, warn) if cache else Ledger(partial, warn))
        _recall(files.parquet, ledger, warn)
        sheets = [open_files.enter_context(sheet) for sheet in _articles_sheets(files.parquet)]
        tally = _read(articles, rulebook, ledger, sheets, jobs=jobs, tell=tell)
        claims = 0
        for path, sheet in zip(files.parquet, sheets, strict=True):
            from atodds.store.tables import write_table  # noqa: PLC0415 - needs the extra

            claims = write_table(path, sheet, ledger, rulebook, problems)
        for path in files.jsonl:
            claims = _write_lines(path, ledger)
        if cache is None:
            ledger.remove()
    return tally, claims


def _recall(tables: Iterable[Path], ledger: Ledger, warn: Callable[[str], None]) -> None:
    """Put what finished tables hold into the ledger; a file that is no claims table is not written over."""
    for path in tables:
        if path.exists():
            from atodds.store.tables import known_claims, meta_of  # noqa: PLC0415 - needs the extra

            meta_of(path)
            try:
                ledger.keep(known_claims(path))
            except InputError as error:
                warn(f"{error}; its articles are read again")


def _articles_sheets(tables: Sequence[Path]) -> list[ArticlesSheet]:
    if not tables:
        return []
    from atodds.store.tables import ArticlesSheet  # noqa: PLC0415 - needs the extra

    return [ArticlesSheet(path) for path in tables]


def _read(  # noqa: PLR0913 - what `export` has at hand
    articles: Iterable[Article],
    rulebook: Rulebook,
    ledger: Ledger,
    sheets: Iterable[ArticlesSheet],
    *,
    jobs: int,
    tell: Callable[[Problem], None],
) -> Tally:
    noted: list[tuple[str, str]] = []

    def note(article: Article, key: str) -> None:
        for sheet in sheets:
            sheet.note(article, key)
        noted.append((article.event, key))
        if len(noted) >= _NOTED:
            ledger.ask(noted)
            noted.clear()

    tally = extract(articles, rulebook, ledger, jobs=jobs, tell=tell, note=note)
    ledger.ask(noted)
    return tally


def _write_lines(path: Path, ledger: Ledger) -> int:
    claims = 0
    draft = path.with_name(f"{path.name}.draft")
    try:
        with draft.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            for event, _, line in ledger.asked():
                for claim in claims_from_json(line):
                    out.write(one_line(claim_shape(claim) | {"event": event}))
                    claims += 1
        put(draft, path)
    except OSError as error:
        raise AtoddsError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return claims
