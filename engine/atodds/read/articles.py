"""Paths become articles: every file and row read, its stories and sections told apart, one by one."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from atodds.errors import InputError
from atodds.model.article import Article, Block, Section, Story
from atodds.model.finding import Problem
from atodds.read.blocks import paragraphs
from atodds.read.encoding import decode, on_one_line
from atodds.read.files import find_sources
from atodds.read.pages import day_of_page, outlet_of_page
from atodds.read.rows import record_of
from atodds.read.sections import sections
from atodds.read.stories import split
from atodds.read.tables import read_rows
from atodds.read.titles import title_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from atodds.read.files import Source


def read_articles(
    paths: Path | str | Iterable[Path | str], *, on_problem: Callable[[Problem], None] | None = None
) -> Iterator[Article]:
    """
    Yield the articles of text files, JSONL and CSV tables and folders, one by one.

    A folder is a dossier named after it, each of its subfolders one of its own; rows of a table go to the
    dossier that their `event` names, or to one named after the file. Files named directly are one dossier.
    Files come in the order of dossier and id, whatever the order of `paths`, rows in that of their table.

    What cannot be read is left out and told to `on_problem`, in one line that names file and row; without
    `on_problem`, as a UserWarning. Raises InputError, while iterating, if there was not one article.
    """
    asked = [paths] if isinstance(paths, Path | str) else list(paths)
    problems: list[Problem] = []

    def tell(told: Problem) -> None:
        # Names of files and of columns may hold anything.
        problem = Problem(on_one_line(told.path), on_one_line(told.message))
        if len(problems) < 2:  # enough to know whether there was but one
            problems.append(problem)
        if on_problem is None:
            warnings.warn(f"{problem.path}: {problem.message}", stacklevel=3)
        else:
            on_problem(problem)

    seen: set[int] = set()
    for source in find_sources(asked, tell):
        for article in _of_source(source, tell):
            key = hash((article.event, article.id))
            if key in seen:
                tell(Problem(source.shown, f"id {article.id!r} is used twice in {article.event}; left out"))
                continue
            seen.add(key)
            yield article
    if not seen:
        raise InputError(_nothing(asked, problems))


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
) -> Article:
    """
    Return an article for a text, with its stories, its day and its outlet where the text gives them away.

    The text is kept as it is, but for a byte order mark. Takes linear time, raises nothing on any text.
    """
    text = text.removeprefix("\ufeff")
    found, printed = title_in(paragraphs(text), title)
    stories = [
        Story(index, sections(part, (printed or title) if index == 0 else ""))
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


def _of_source(source: Source, tell: Callable[[Problem], None]) -> Iterator[Article]:
    def told(message: str) -> None:
        tell(Problem(source.shown, message))

    try:
        yield from _of_table(source, told) if source.is_table else _of_file(source)
    except InputError as error:
        told(str(error))
    except OSError as error:
        told(f"cannot be read: {error.strerror or error}")


def _of_file(source: Source) -> Iterator[Article]:
    text = decode(source.path.read_bytes())
    if not text or text.isspace():
        raise InputError("is empty")
    yield read_article(text, id=source.id, event=source.event, path=source.shown)


def _of_table(source: Source, tell: Callable[[str], None]) -> Iterator[Article]:
    empty = True

    def told(message: str) -> None:
        nonlocal empty
        empty = False
        tell(message)

    for row in read_rows(source.path, told):
        empty = False
        if record := record_of(row, told):
            yield read_article(
                record.text,
                id=record.id or f"{source.id}:{row.line}",
                title=record.title,
                outlet=record.outlet,
                published=record.published,
                url=record.url,
                event=record.event or source.event,
                path=source.shown,
            )
    if empty:
        raise InputError("holds no rows")


def _nothing(asked: list[Path | str], problems: list[Problem]) -> str:
    if len(problems) == 1:
        return f"{problems[0].path}: {problems[0].message}"
    names = on_one_line(", ".join(str(path) for path in asked)) or "no path"
    return f"{names}: no article found (.txt, .md, .jsonl, .csv)"
