"""`atodds reconcile`: compare the claims of a table, as `atodds check` compares those of articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from atodds.cli.options import rulebook_of, rules_option, select_option
from atodds.cli.verdict import conclude, verdict_options
from atodds.errors import AtoddsError

if TYPE_CHECKING:
    from typing import Unpack

    from atodds.cli.verdict import VerdictOptions
    from atodds.model.finding import Run


@click.command("reconcile")
@click.argument("table", metavar="TABLE", type=click.Path(path_type=Path))
@rules_option
@select_option
@verdict_options
def reconcile_command(
    table: Path, rules: tuple[str, ...], select: tuple[str, ...], **options: Unpack[VerdictOptions]
) -> None:
    r"""
    Compare the claims of TABLE and print where the articles disagree.

    TABLE is what `atodds claims --output parquet=TABLE` wrote; the file of its articles lies beside it.
    Findings, reports and exit codes are those of `atodds check` on the same articles by the same rules.

    \b
    Examples:
      atodds claims archive.jsonl --output parquet=claims.parquet --jobs 8
      atodds reconcile claims.parquet --format json
    """
    conclude(lambda: _reconciled(table, rules, select), [str(table)], **options)


def _reconciled(table: Path, rules: tuple[str, ...], select: tuple[str, ...]) -> Run:
    from atodds.read.formats import Format, missing_extra  # noqa: PLC0415 - `--help` needs no engine

    if extra := missing_extra(Format.PARQUET):
        raise AtoddsError(f"claims tables need the extra atodds[{extra}]")
    from atodds.check import reconciled  # noqa: PLC0415 - `--help` needs no engine
    from atodds.store.dossiers import read_dossiers  # noqa: PLC0415
    from atodds.store.tables import made  # noqa: PLC0415

    rulebook = rulebook_of(rules, select)
    known = made(table)
    if known.rules != rulebook.fingerprint:
        raise AtoddsError(
            f"{table}: was made by other rules ({known.rules}, not {rulebook.fingerprint}); give the same "
            "--rules and --select, or run `atodds claims` again"
        )
    return reconciled(read_dossiers(table), rulebook, problems=known.problems)
