"""What every command that ends in a verdict does: print the run, write its reports, choose the exit code."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypedDict

import click

from atodds.cli.options import color_option, colored, columns
from atodds.errors import AtoddsError, InputError
from atodds.model.finding import Run, Severity
from atodds.report.formats import REPORTS, rendered
from atodds.report.tally import articles, compared, why_nothing_compared, worst_severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NOTHING_FOUND, FOUND, REFUSED, NOTHING_COMPARED = range(4)
NEVER = "never"

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


class VerdictOptions(TypedDict):
    """The options that `verdict_options` adds to a command."""

    form: str
    outputs: tuple[str, ...]
    fail_on: str
    color: str
    baseline: Path | None
    update_baseline: bool
    allow_empty: bool
    explain: bool


_OPTIONS = (
    click.option(
        "--format",
        "form",
        type=click.Choice(list(REPORTS)),
        default="table",
        show_default=True,
        help="What to print.",
    ),
    click.option(
        "--output",
        "outputs",
        metavar="FORMAT=FILE",
        multiple=True,
        help="Also write a report to a file, in any format of --format. Repeatable.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice([*map(str, Severity), NEVER]),
        default=str(Severity.ERROR),
        show_default=True,
        help="The least severity of a disagreement that makes the exit code 1.",
    ),
    click.option(
        "--baseline",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Findings in this file do not count.",
    ),
    click.option("--update-baseline", is_flag=True, help="Write all findings to the --baseline file."),
    click.option("--allow-empty", is_flag=True, help="Exit 0, not 3, when no claim stood against another."),
    click.option(
        "--explain",
        is_flag=True,
        help="Also say which event each story is about, and how each claim was read.",
    ),
    color_option,
)


def verdict_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that `conclude` takes to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def conclude(  # noqa: PLR0913 - one parameter for each option
    make_run: Callable[[], Run],
    paths: Iterable[str],
    *,
    form: str,
    outputs: tuple[str, ...],
    fail_on: str,
    color: str,
    baseline: Path | None,
    update_baseline: bool,
    allow_empty: bool,
    explain: bool,
) -> None:
    """Make a run, once the options make sense, print it and end the process with its exit code."""
    files = [_output(given) for given in outputs]
    if update_baseline and baseline is None:
        raise AtoddsError("--update-baseline: say which file with --baseline FILE")
    run = make_run()
    if baseline is not None:
        run = _with_baseline(run, baseline, update=update_baseline)
    for name, file in files:
        _write(file, rendered(name, run))
    click.echo(_printed(run, form, color=colored(color)), nl=False, color=True)
    if form == "github" and (job_summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        _write(Path(job_summary), rendered("markdown", run), "a")
    if explain:
        from atodds.check import event_choices  # noqa: PLC0415 - only on demand
        from atodds.report.explain import as_explanation  # noqa: PLC0415

        click.echo(as_explanation(run, event_choices(run)), nl=False)
    if not (allow_empty or compared(run)):
        click.echo(why_nothing_compared(run), err=True)
    raise SystemExit(exit_code(run, paths, fail_on, allow_empty=allow_empty))


def _with_baseline(run: Run, path: Path, *, update: bool) -> Run:
    """Return the run with what the baseline holds accepted; `update` writes the file anew before."""
    from atodds.facts.accepting import accepted  # noqa: PLC0415 - only with a baseline
    from atodds.facts.baseline import acceptances_of, as_baseline, read_baseline  # noqa: PLC0415

    if update:
        before = read_baseline(path) if path.exists() else None
        _write(path, as_baseline(run, before))
    # The clock is read here and nowhere below: an acceptance may have a last day.
    today = datetime.now().astimezone().date()
    return accepted(run, acceptances_of(read_baseline(path), path), today)


def exit_code(run: Run, paths: Iterable[str], fail_on: str, *, allow_empty: bool) -> int:
    """
    Return what the process says with its exit code.

    A disagreement outweighs an input that could not be read; a file left out of a folder is told, but only
    one that was asked for by name, or nothing to read at all, is refused.
    """
    worst = worst_severity(run)
    if fail_on != NEVER and worst is not None and _RANK[worst] <= _RANK[Severity(fail_on)]:
        return FOUND
    asked = {os.path.normpath(path) for path in paths}
    if any(os.path.normpath(problem.path) in asked for problem in run.problems):
        return REFUSED
    if run.problems and not articles(run):
        return REFUSED
    return NOTHING_FOUND if allow_empty or compared(run) else NOTHING_COMPARED


def _printed(run: Run, form: str, *, color: bool) -> str:
    if form != "table":
        return rendered(form, run)
    from atodds.report.table import as_table  # noqa: PLC0415 - other formats have no use for it

    return as_table(run, columns(), color=color)


def _output(given: str) -> tuple[str, Path]:
    """Return format and file of one --output; raises AtoddsError for anything else."""
    name, sign, file = given.partition("=")
    if not sign or not file or name not in REPORTS:
        raise AtoddsError(f"--output {given}: write FORMAT=FILE with one of {', '.join(REPORTS)}")
    return name, Path(file)


def _write(file: Path, text: str, mode: Literal["w", "a"] = "w") -> None:
    try:
        with file.open(mode, encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            out.write(text)
    except OSError as error:
        raise InputError(f"cannot write {file}: {error.strerror}") from error
