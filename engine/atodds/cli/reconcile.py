"""`atodds reconcile`: compare the claims of a table, as `atodds check` compares those of articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from atodds.cli.options import rulebook_of, rules_option, select_option
from atodds.cli.verdict import conclude, verdict_options
from atodds.errors import AtoddsError
from atodds.report.formats import READS_TEXTS

if TYPE_CHECKING:
    from typing import Unpack

    from atodds.cli.verdict import VerdictOptions
    from atodds.model.finding import Run


@click.command("reconcile")
@click.argument("table", metavar="TABLE", type=click.Path(path_type=Path))
@rules_option
@select_option
@click.option(
    "--disagreements-only",
    is_flag=True,
    help="Look only where articles can disagree: the same disagreements, sooner, and nothing else.",
)
@verdict_options
def reconcile_command(
    table: Path,
    rules: tuple[str, ...],
    select: tuple[str, ...],
    *,
    disagreements_only: bool,
    **options: Unpack[VerdictOptions],
) -> None:
    r"""
    Compare the claims of TABLE and print where the articles disagree.

    TABLE is what `atodds claims --output parquet=TABLE` wrote; the file of its articles lies beside it.
    Findings, reports and exit codes are those of `atodds check` on the same articles by the same rules.

    \b
    Examples:
      atodds claims archive.jsonl --output parquet=claims.parquet --jobs 8
      atodds reconcile claims.parquet --format json
      atodds reconcile claims.parquet --disagreements-only --format jsonl
    """
    forms = [options["form"], *(given.partition("=")[0] for given in options["outputs"])]
    texts = options["explain"] or not READS_TEXTS.isdisjoint(forms)
    # What agrees was not looked at, so nobody can say that nothing was compared.
    options["allow_empty"] = options["allow_empty"] or disagreements_only
    conclude(
        lambda: _reconciled(table, rules, select, texts=texts, only=disagreements_only),
        [str(table)],
        **options,
    )


def _reconciled(
    table: Path, rules: tuple[str, ...], select: tuple[str, ...], *, texts: bool, only: bool
) -> Run:
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
    if not only:
        return reconciled(read_dossiers(table), rulebook, problems=known.problems, texts=texts)
    from atodds.store.disagreeing import may_disagree  # noqa: PLC0415 - only on demand

    may = may_disagree(table, rulebook)
    dossiers = read_dossiers(table, may.keys())
    return reconciled(dossiers, rulebook, problems=known.problems, texts=texts, only=may)
