"""`atodds rules`: for people who write rules: see them, draft them, try them, test them, check them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from atodds.cli.options import rulebook_of, rules_option
from atodds.errors import AtoddsError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from atodds.rulebook.book import Rulebook

what_argument = click.argument("what", metavar="[RULE]...", nargs=-1)


@click.group("rules")
def rules() -> None:
    """
    See, write, try and test rules.

    RULE is the id of a rule, or a rule file or folder.

    \b
    From a sentence to a tested rule:
      atodds rules new "Rebels destroyed 14 bridges in the valley." --into my-rules
      atodds rules try my-rules/bridges-destroyed.yaml article.txt
      atodds rules test my-rules
      atodds check reports/ --rules my-rules
    """  # noqa: D301 - click wants a real backspace


@rules.command("list")
@what_argument
@rules_option
def list_command(what: tuple[str, ...], rules: tuple[str, ...]) -> None:
    """List the rules: id, kind, severity and what they ask."""
    from atodds.cli import rule_words  # noqa: PLC0415 - help needs no rules

    click.echo(rule_words.as_list(chosen(what, rules)), nl=False)


@rules.command("show")
@what_argument
@rules_option
def show_command(what: tuple[str, ...], rules: tuple[str, ...]) -> None:
    """Print what a rule asks, how it finds and compares, and its tests as examples."""
    from atodds.rulebook.pages import rule_page  # noqa: PLC0415 - only this command prints pages

    click.echo("\n".join(rule_page(rule) for rule in chosen(what, rules).rules), nl=False)


@rules.command("test")
@what_argument
@rules_option
@click.option(
    "--mutate",
    is_flag=True,
    help="Also change one side of what agrees (164 to 328, no 'at least') and demand that the rule fires.",
)
def test_command(what: tuple[str, ...], rules: tuple[str, ...], *, mutate: bool) -> None:
    """
    Run the tests inside rule files and print what differs.

    A test ends as passed, missing (something expected was not found), noisy (something was found that
    nobody expects) or wrong (both). The exit code is 1 if any did not pass.
    """
    from atodds.cli import rule_words  # noqa: PLC0415 - help needs no rules
    from atodds.mutation import mutants  # noqa: PLC0415 - the engine is built only where it runs
    from atodds.ruletest import Outcome, run_tests  # noqa: PLC0415

    book = chosen(what, rules)
    whole = _around(book, rules)
    results = [result for rule in book.rules for result in run_tests(rule, whole)]
    click.echo(rule_words.as_results(results, book), nl=False)
    failed = any(result.outcome is not Outcome.PASSED for result in results)
    if mutate:
        made = {rule.id: mutants(rule, whole) for rule in book.rules}
        click.echo(rule_words.as_mutants(made), nl=False)
        failed |= any(mutant.survived for own in made.values() for mutant in own)
    raise SystemExit(1 if failed else 0)


@rules.command("lint")
@what_argument
@rules_option
def lint_command(what: tuple[str, ...], rules: tuple[str, ...]) -> None:
    """Find words that never fire or fire twice, and thin tests; the exit code is 1 if there are any."""
    from atodds.cli import rule_words  # noqa: PLC0415 - help needs no rules
    from atodds.rulebook.lint import lint  # noqa: PLC0415 - only this command lints

    book = chosen(what, rules)
    remarks = lint(book)
    click.echo(rule_words.as_remarks(remarks, book), nl=False)
    raise SystemExit(1 if remarks else 0)


@rules.command("schema")
@click.option(
    "--docs",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write rule.schema.json, rule-reference.md and rules.md into a folder instead.",
)
def schema_command(folder: Path | None) -> None:
    """Print the JSON Schema of rule files, for editors."""
    from atodds.rulebook.documents import documents  # noqa: PLC0415 - only this command writes them

    written = documents()
    if folder is None:
        click.echo(written["rule.schema.json"], nl=False)
        return
    for name, text in written.items():
        _write(folder / name, text)
        click.echo(folder / name)


@rules.command("new")
@click.argument("sentence")
@click.option("--number", default="", help="Which number is meant, as written, if there are several.")
@click.option("--id", "rule_id", default="", help="The rule's id; by default made of noun and verb.")
@click.option(
    "--into",
    "folder",
    default=".",
    show_default=True,
    help="The folder for the rule file; - prints it instead.",
)
def new_command(sentence: str, number: str, rule_id: str, folder: str) -> None:
    """
    Draft a rule from a SENTENCE and the number in it.

    \b
    Example:
      atodds rules new "At least 30 houses were destroyed by the storm." --into my-rules
    """  # noqa: D301 - click wants a real backspace
    from atodds.scaffold import scaffold  # noqa: PLC0415 - the engine is built only where it runs

    draft = scaffold(sentence, number, rule_id)
    if folder == "-":
        click.echo(draft.text, nl=False)
        return
    file = Path(folder) / f"{draft.id}.yaml"
    if file.exists():
        raise AtoddsError(f"{file} is there already; choose another --id")
    _write(file, draft.text)
    click.echo(f"{file}\nNow look through it, then: atodds rules test {file}")


@rules.command("try")
@click.argument("rule")
@click.argument("text", metavar="TEXT_OR_FILE")
@rules_option
def try_command(rule: str, text: str, rules: tuple[str, ...]) -> None:
    """
    Show, sentence by sentence, what a RULE finds in a text, what it sets aside and why.

    \b
    Examples:
      atodds rules try killed "At least 12 people died. Police denied that nine were shot."
      atodds rules try killed article.txt
      pbpaste | atodds rules try killed -
    """  # noqa: D301 - click wants a real backspace
    from atodds.cli import rule_words  # noqa: PLC0415 - help needs no rules
    from atodds.trial import try_rule  # noqa: PLC0415 - the engine is built only where it runs

    book = chosen((rule,), rules)
    whole = _around(book, rules)
    for name, words in _texts(text):
        for one in book.rules:
            click.echo(rule_words.as_trial(name, try_rule(one, words, whole)), nl=False)


def chosen(what: Iterable[str], rules: Iterable[str]) -> Rulebook:
    """
    Return the rules that arguments name by id, file or folder, all of --rules if there are none.

    Raises AtoddsError for an id that no rule has.
    """
    from atodds.rulebook.load import load_rulebook  # noqa: PLC0415 - reading rules takes a while
    from atodds.rulebook.nearest import did_you_mean  # noqa: PLC0415

    asked = list(what)
    book = rulebook_of(rules, ())
    if not asked:
        return book
    known = [rule.id for rule in book.rules]
    ids = [one for one in asked if one in known]
    paths = [one for one in asked if one not in known]
    for path in paths:
        if not _exists(path):
            near = did_you_mean(path, known) or "; `atodds rules list` names all"
            raise AtoddsError(f"there is no rule or rule file {path!r}{near}")
    selected = book.select(ids)
    return load_rulebook([*paths, *selected.files]) if paths else selected


def _around(book: Rulebook, rules: Iterable[str]) -> Rulebook:
    """Return the rulebook that chosen rules come from, where other rules they lean on stand too."""
    every = rulebook_of(rules, ())
    return every if set(book.files) <= set(every.files) else book


def _exists(path: str) -> bool:
    """Say whether a path is there; words that are no path at all are not."""
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # a whole article is no file name
        return False


def _texts(given: str) -> Iterator[tuple[str, str]]:
    """Yield name and text of what was given: a file's articles, standard input, or the words themselves."""
    from atodds.read.articles import read_articles  # noqa: PLC0415 - readers are heavy

    if given == "-":
        yield "", sys.stdin.read()
    elif _exists(given):
        for article in read_articles([given]):
            yield article.id, article.text
    else:
        yield "", given


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"cannot write {file}: {error.strerror}") from error
