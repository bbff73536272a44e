"""`atodds claims`: every claim that was read, compared or not."""

from __future__ import annotations

import click

from atodds.cli.options import (
    articles_of,
    columns,
    paths_argument,
    rulebook_of,
    rules_option,
    select_option,
    tell,
)


@click.command("claims")
@paths_argument
@rules_option
@select_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="jsonl and csv carry every field, set-aside claims included.",
)
def claims_command(
    paths: tuple[str, ...], rules: tuple[str, ...], select: tuple[str, ...], form: str
) -> None:
    """
    Print every claim that the rules find, compared or not.

    A claim that was set aside (denied, feared, about another event) is printed with its reason.

    \b
    Examples:
      atodds claims article.txt
      atodds claims reports/ --select killed --format csv > killed.csv
      atodds claims articles.jsonl --format jsonl | jq 'select(.asserted)'
    """  # noqa: D301 - click reads the escape
    from atodds.check import check  # noqa: PLC0415 - the engine is built only when something is read
    from atodds.report.claims import claims_as_csv, claims_as_jsonl, claims_as_table  # noqa: PLC0415

    run = check(articles_of(paths, tell), rulebook_of(rules, select))
    if form == "jsonl":
        text = claims_as_jsonl(run.claims)
    elif form == "csv":
        text = claims_as_csv(run.claims)
    else:
        text = claims_as_table(run.claims, columns())
    click.echo(text, nl=False)
