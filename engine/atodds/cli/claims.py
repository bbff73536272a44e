"""`atodds claims`: every claim that was read, compared or not, printed or written to tables."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from atodds.cli.check import checked
from atodds.cli.options import (
    articles_of,
    cache_option,
    columns,
    jobs_option,
    paths_argument,
    remark,
    rulebook_of,
    rules_option,
    select_option,
    tell,
)
from atodds.errors import AtoddsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atodds.model.finding import Problem
    from atodds.rulebook.book import Rulebook
    from atodds.store.export import Files

INTERRUPTED = 130
TABLES = ("parquet", "jsonl")


@click.command("claims")
@paths_argument
@rules_option
@select_option
@jobs_option
@cache_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="jsonl and csv carry every field, set-aside claims included.",
)
@click.option(
    "--output",
    "outputs",
    metavar="FORMAT=FILE",
    multiple=True,
    help="Write parquet or jsonl to a file and print nothing. Repeatable. Goes on where it was interrupted.",
)
def claims_command(  # noqa: PLR0913, PLR0917 - one parameter for each option
    paths: tuple[str, ...],
    rules: tuple[str, ...],
    select: tuple[str, ...],
    jobs: int,
    cache: Path | None,
    form: str,
    outputs: tuple[str, ...],
) -> None:
    r"""
    Print every claim that the rules find, compared or not.

    A claim that was set aside (denied, feared, about another event) is printed with its reason. With
    --output, claims are written as they were read, of each article by itself; `atodds reconcile` compares
    those of a Parquet table.

    \b
    Examples:
      atodds claims article.txt
      atodds claims reports/ --select killed --format csv > killed.csv
      atodds claims articles.jsonl --format jsonl | jq 'select(.asserted)'
      atodds claims archive/ --output parquet=claims.parquet --jobs 8
    """
    rulebook = rulebook_of(rules, select)
    if outputs:
        _export(paths, rulebook, _files(outputs), jobs, cache)
        return
    from atodds.report.claims import claims_as_csv, claims_as_jsonl, claims_as_table  # noqa: PLC0415

    run = checked(paths, rulebook, jobs, cache)
    if form == "jsonl":
        text = claims_as_jsonl(run.claims)
    elif form == "csv":
        text = claims_as_csv(run.claims)
    else:
        text = claims_as_table(run.claims, columns())
    click.echo(text, nl=False)


def _export(paths: tuple[str, ...], rulebook: Rulebook, files: Files, jobs: int, cache: Path | None) -> None:
    from atodds.store.export import export  # noqa: PLC0415 - only for tables

    problems: list[Problem] = []

    def note(problem: Problem) -> None:
        tell(problem)
        problems.append(problem)

    try:
        with stopped_politely():
            tally, claims = export(
                articles_of(paths, note),
                rulebook,
                files,
                cache=cache,
                jobs=jobs,
                tell=note,
                warn=remark,
                problems=problems,
            )
    except KeyboardInterrupt:
        click.echo("interrupted; the same command goes on where this one stopped", err=True)
        raise SystemExit(INTERRUPTED) from None
    new = tally.articles - tally.known - tally.lost
    parts = [f"{claims} claims of {tally.articles} articles: {new} read"]
    if tally.known:
        parts.append(f"{tally.known} skipped, since their text and the rules are as they were")
    if tally.lost:
        parts.append(f"{tally.lost} left out")
    click.echo(", ".join(parts), err=True)


@contextmanager
def stopped_politely() -> Iterator[None]:
    """Have a request to end, as a system sends it to what runs, be an interrupt like Ctrl-C."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _files(outputs: tuple[str, ...]) -> Files:
    """Return the files of --output; raises AtoddsError for a format that is none."""
    from atodds.read.formats import Format, missing_extra  # noqa: PLC0415 - only for tables
    from atodds.store.export import Files  # noqa: PLC0415

    found: dict[str, list[Path]] = {name: [] for name in TABLES}
    for given in outputs:
        name, sign, file = given.partition("=")
        if not sign or not file or name not in TABLES:
            raise AtoddsError(f"--output {given}: write FORMAT=FILE with one of {', '.join(TABLES)}")
        found[name].append(Path(file))
    if found["parquet"] and (extra := missing_extra(Format.PARQUET)):
        raise AtoddsError(f"--output parquet needs the extra atodds[{extra}]")
    return Files(**found)
