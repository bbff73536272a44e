"""What several commands ask for: the articles, the rules, and how to print."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from atodds.errors import AtoddsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from atodds.model.article import Article
    from atodds.model.finding import Problem
    from atodds.rulebook.book import Rulebook

SHIPPED = "default"
WIDEST = 100

paths_argument = click.argument("paths", metavar="PATH...", nargs=-1, required=True)
rules_option = click.option(
    "--rules",
    "rules",
    metavar="PATH",
    multiple=True,
    help=f"Rule file or folder, instead of the shipped rules; '{SHIPPED}' names those. Repeatable.",
)
select_option = click.option(
    "--select", "select", metavar="ID", multiple=True, help="Only the rule with this id. Repeatable."
)
jobs_option = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Processes that share the work.",
)
cache_option = click.option(
    "--cache",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Remember claims in this folder; articles read before by the same rules are not read again.",
)
color_option = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours in the table; NO_COLOR turns auto off.",
)


def rulebook_of(rules: Iterable[str], select: Iterable[str]) -> Rulebook:
    """Return the rules that the options name; raises AtoddsError where they name none."""
    from atodds.rulebook.load import load_rulebook  # noqa: PLC0415 - reading rules takes a while
    from atodds.rulebook.places import rules_root  # noqa: PLC0415

    places = [rules_root() if rule == SHIPPED else rule for rule in rules]
    rulebook = load_rulebook(places or None)
    wanted = [rule_id for given in select for rule_id in given.split(",")]
    known = [rule.id for rule in rulebook.rules]
    for rule_id in wanted:
        if rule_id not in known:
            from atodds.rulebook.nearest import did_you_mean  # noqa: PLC0415 - only a mistake needs it

            hint = did_you_mean(rule_id, known) or "; `atodds rules list` names all"
            raise AtoddsError(f'--select: there is no rule "{rule_id}"{hint}')
    return rulebook.select(wanted) if wanted else rulebook


def articles_of(paths: Iterable[str], on_problem: Callable[[Problem], None]) -> Iterable[Article]:
    """Return the articles that paths stand for; what cannot be read is told and left out."""
    from atodds.read.articles import read_articles  # noqa: PLC0415 - readers are heavy

    return read_articles(paths, on_problem=on_problem)


def tell(problem: Problem) -> None:
    """Print one line on stderr about an input that was left out."""
    click.echo(f"{problem.path}: {problem.message}", err=True)


def remark(words: str) -> None:
    """Print one line on stderr about something that is put right, and changes no result."""
    click.echo(words, err=True)


def colored(choice: str) -> bool:
    """Say whether the table is painted: on a terminal, unless NO_COLOR or --color says otherwise."""
    if choice != "auto":
        return choice == "always"
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def columns() -> int:
    """Return the width of the table: that of the terminal, at most 100, and 100 where there is none."""
    return min(WIDEST, shutil.get_terminal_size().columns) if sys.stdout.isatty() else WIDEST
