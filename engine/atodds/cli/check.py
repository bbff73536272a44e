"""`atodds check`: compare articles, print what disagrees, and say so with the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from atodds.cli.options import (
    articles_of,
    cache_option,
    jobs_option,
    paths_argument,
    remark,
    rulebook_of,
    rules_option,
    select_option,
    tell,
)
from atodds.cli.verdict import conclude, verdict_options

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Unpack

    from atodds.cli.verdict import VerdictOptions
    from atodds.model.finding import Problem, Run
    from atodds.rulebook.book import Rulebook


@click.command("check")
@paths_argument
@rules_option
@select_option
@jobs_option
@cache_option
@verdict_options
def check_command(
    paths: tuple[str, ...],
    rules: tuple[str, ...],
    select: tuple[str, ...],
    jobs: int,
    cache: Path | None,
    **options: Unpack[VerdictOptions],
) -> None:
    """
    Compare the articles of PATH and print where they disagree.

    PATH is a text, Markdown or HTML file, a table of articles (JSONL, CSV or Parquet with columns id and
    text), a feed, a WARC, a pattern such as 'reports/*.html', or a folder of these; a folder with subfolders
    is one dossier for each subfolder. - is the standard input.

    \b
    Examples:
      atodds check seeds/kazakhstan-2022
      atodds check reports/ --select killed --select detained
      atodds check articles.jsonl --format json --output sarif=atodds.sarif
      atodds check reports/ --rules default --rules my-rules/
      atodds check reports/ --baseline known.json

    \b
    Exit codes:
      0  nothing at or above --fail-on
      1  a disagreement at or above --fail-on
      2  wrong usage, a wrong rule file, or an input that cannot be read
      3  nothing was compared (see --allow-empty)
    """  # noqa: D301 - click reads the escape
    conclude(lambda: checked(paths, rulebook_of(rules, select), jobs, cache), paths, **options)


def checked(paths: Iterable[str], rulebook: Rulebook, jobs: int = 1, cache: Path | None = None) -> Run:
    """Return the run on the articles of paths; what cannot be read is told on stderr and noted in it."""
    from atodds.cli.jobs import check_in_processes  # noqa: PLC0415 - `check --help` needs no engine

    problems: list[Problem] = []

    def note(problem: Problem) -> None:
        tell(problem)
        problems.append(problem)

    if cache is None:
        return check_in_processes(articles_of(paths, note), rulebook, jobs, problems)
    from atodds.store.cache import cache_of, check_with_cache  # noqa: PLC0415 - only with a cache

    with cache_of(cache, rulebook, remark) as ledger:
        return check_with_cache(
            articles_of(paths, note), rulebook, ledger, jobs=jobs, tell=note, problems=problems
        )
