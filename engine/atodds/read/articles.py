"""Paths become articles: every file and row read, its stories and sections told apart, one by one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from atodds.errors import InputError
from atodds.model.article import Article, Block, Section, Story
from atodds.model.finding import Problem
from atodds.read.blocks import paragraphs
from atodds.read.encoding import LONGEST, TOO_LONG, decode, limited, on_one_line
from atodds.read.files import find_sources
from atodds.read.formats import READ, Format
from atodds.read.pages import day_of_page, outlet_of_page
from atodds.read.published import day_of
from atodds.read.rows import named, record_of
from atodds.read.sections import sections
from atodds.read.seen import Seen
from atodds.read.standard_input import standard_input
from atodds.read.stories import split
from atodds.read.tables import Row, json_rows, read_rows
from atodds.read.telling import Telling
from atodds.read.titles import title_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from datetime import date
    from typing import BinaryIO

    from atodds.read.files import Source
    from atodds.read.rows import Record


def read_articles(
    paths: Path | str | Iterable[Path | str], *, on_problem: Callable[[Problem], None] | None = None
) -> Iterator[Article]:
    """
    Yield the articles of text files, web pages, tables, feeds, web archives and folders, one by one.

    A folder is a dossier named after it, each of its subfolders one of its own; rows of a table go to the
    dossier that their `event` names, or to one named after the file. Files named directly are one dossier.
    A path may be a pattern ("reports/*.txt"), and "-" is the standard input: one text, or JSON lines.
    The text of a web page is its report as extracted, and offsets point into that.
    Files come in the order of dossier and id, whatever the order of `paths`, rows in that of their table.

    What cannot be read is left out and told to `on_problem`, in one line that names file and row; without
    `on_problem`, as a UserWarning. Raises InputError, while iterating, if there was not one article; where
    one problem is the only reason for that, the error alone tells it.
    """
    asked = [paths] if isinstance(paths, Path | str) else list(paths)
    telling = Telling(on_problem)
    seen = Seen()
    for source in find_sources(asked, telling.tell):
        for article in _of_source(source, telling.tell):
            if not seen.add((article.event, article.id)):
                telling.tell(
                    Problem(source.shown, f"id {article.id!r} is used twice in {article.event}; left out")
                )
                continue
            telling.release()
            yield article
    if not seen:
        raise InputError(_nothing(asked, telling.only))


def read_article(  # noqa: PLR0913 - one parameter a column of a table
    text: str,
    *,
    id: str = "text",  # noqa: A002 - the column's name
    title: str = "",
    outlet: str = "",
    published: date | None = None,
    url: str = "",
    event: str = "",
    path: str = "",
    captions: Collection[str] = (),
) -> Article:
    """
    Return an article for a text, with its stories, its day and its outlet where the text gives them away.

    `captions` are paragraphs of the text that are known to stand under pictures. The text is kept as it is,
    but for a byte order mark. Takes linear time, raises nothing on any text.
    """
    text = text.removeprefix("\ufeff")
    found, printed = title_in(paragraphs(text), title)
    stories = [
        Story(index, sections(part, (printed or title) if index == 0 else "", captions))
        for index, part in enumerate(split(found))
    ]
    if not printed and title.strip():
        end = len(title.rstrip())
        block = Block(Section.HEADLINE, end - len(title.strip()), end, in_title=True)
        stories[0] = Story(0, (block, *stories[0].blocks))
    return Article(
        id=id,
        text=text,
        title=title,
        outlet=outlet,
        outlet_guess="" if outlet else outlet_of_page(text, stories),
        published=published or day_of_page(text, stories[0]),
        url=url,
        event=event,
        path=path,
        stories=tuple(story for story in stories if story.blocks),
    )


def article_of(record: Record, *, path: str, id: str = "", event: str = "") -> Article:  # noqa: A002 - the column's name
    """Return the article of a row; `id` and `event` are for one whose row does not name them."""
    return read_article(
        record.text,
        id=record.id or id,
        title=record.title,
        outlet=record.outlet,
        published=record.published,
        url=record.url,
        event=record.event or event,
        path=path,
        captions=record.captions,
    )


def _of_source(source: Source, tell: Callable[[Problem], None]) -> Iterator[Article]:
    def told(message: str) -> None:
        tell(Problem(source.shown, message))

    try:
        if source.is_stdin:
            with standard_input() as (raw, is_rows):
                rows = json_rows(raw, told) if is_rows else None
                yield from _of_rows(rows, source, told) if rows else _of_text(raw, source)
        elif source.is_table:
            yield from _of_rows(_rows(source, told), source, told)
        elif source.kind is Format.HTML:
            yield _of_page(source)
        else:
            with source.path.open("rb") as raw:
                yield from _of_text(raw, source)
    except InputError as error:
        told(str(error))
    except OSError as error:
        told(f"cannot be read: {error.strerror or error}")


def _of_text(raw: BinaryIO, source: Source) -> Iterator[Article]:
    text = decode(limited(raw))
    if len(text) > LONGEST:
        raise InputError(TOO_LONG)
    if not text or text.isspace():
        raise InputError("is empty")
    yield read_article(text, id=source.id, event=source.event, path=source.shown)


def _of_page(source: Source) -> Article:
    from atodds.read.html import read_page  # noqa: PLC0415 - needs the extra

    with source.path.open("rb") as raw:
        content = limited(raw)
    if len(content) > LONGEST:
        raise InputError(TOO_LONG)
    page = read_page(content)
    return read_article(
        page.text,
        id=source.id,
        title=page.title,
        outlet=page.outlet,
        published=day_of(page.published),
        url=page.url,
        event=source.event,
        path=source.shown,
        captions=page.captions,
    )


def _rows(source: Source, tell: Callable[[str], None]) -> Iterator[Row]:
    """Return the rows of a table, feed or archive; each reader is loaded when a file asks for it."""
    if source.kind is Format.PARQUET:
        from atodds.read.parquet import parquet_rows  # noqa: PLC0415 - needs the extra

        return parquet_rows(source.path)
    if source.kind is Format.WARC:
        from atodds.read.warc import warc_rows  # noqa: PLC0415 - needs the extra

        return warc_rows(source.path, tell)
    if source.kind is Format.FEED:
        from atodds.read.feeds import feed_rows  # noqa: PLC0415 - needs the extra

        return feed_rows(source.path)
    return read_rows(source.path, tell)


def _of_rows(rows: Iterable[Row], source: Source, tell: Callable[[str], None]) -> Iterator[Article]:
    empty = True
    for row in rows:
        empty = False
        if record := record_of(row, named(row, tell)):
            yield article_of(record, path=source.shown, id=f"{source.id}:{row.number}", event=source.event)
    if empty:
        raise InputError("holds no rows")


def _nothing(asked: list[Path | str], only: Problem | None) -> str:
    if only:
        return f"{only.path}: {only.message}"
    names = on_one_line(", ".join(str(path) for path in asked)) or "no path"
    return f"{names}: no article found ({READ})"
