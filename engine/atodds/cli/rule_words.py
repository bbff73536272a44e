"""What `atodds rules` prints: values put into words, line by line."""

from __future__ import annotations

import textwrap
from collections import Counter
from typing import TYPE_CHECKING

from atodds.cli.options import columns
from atodds.report.words import clipped, printable
from atodds.rulebook.validate import line_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from atodds.mutation import Mutant
    from atodds.rulebook.book import Rulebook
    from atodds.rulebook.lint import Remark
    from atodds.rulebook.tree import Location
    from atodds.ruletest import CaseResult
    from atodds.trial import Tried


def as_list(book: Rulebook) -> str:
    """Return a table of rules."""
    from tabulate import tabulate  # noqa: PLC0415 - only a table needs it

    rows = [(rule.id, rule.kind, rule.severity, rule.question) for rule in book.rules]
    table = tabulate(
        rows, headers=["rule", "kind", "severity", "asks"], tablefmt="simple", disable_numparse=True
    )
    return "\n".join(line.rstrip() for line in table.splitlines()) + "\n"


def as_results(results: Sequence[CaseResult], book: Rulebook) -> str:
    """Return what differs in the tests of rules, then how many ended how."""
    lines: list[str] = []
    for result in results:
        if str(result.outcome) != "passed":
            lines += _difference(result, book)
    ended = Counter(str(result.outcome) for result in results)
    counts = ", ".join(f"{number} {outcome}" for outcome, number in sorted(ended.items(), key=_passed_first))
    return "\n".join([*lines, f"{counts or 'no tests'} in {_number(book.rules, 'rule')}"]) + "\n"


def _difference(result: CaseResult, book: Rulebook) -> Iterator[str]:
    place = _place(book, result.rule, ("tests", result.index))
    yield f"{place}: {result.outcome}: {clipped(printable(result.title), 80)}"
    yield from (f"    expected  {printable(one)}" for one in result.missing)
    yield from (f"    found     {printable(one)}" for one in result.noisy)
    yield from (f"    read      {printable(one)}" for one in result.aside)
    yield ""


def as_mutants(made: Mapping[str, Sequence[Mutant]]) -> str:
    """Return the changes that no rule noticed, the rules that nothing could be changed for, and the count."""
    lines: list[str] = []
    for rule, mutants in made.items():
        if not mutants:
            lines.append(f"{rule}: nothing could be changed; add a dossier that agrees")
        for mutant in mutants:
            if mutant.survived:
                lines += [
                    f"{rule}: silent after a change: {printable(mutant.change)}",
                    f"    {printable(mutant.text)}",
                ]
    every = [mutant for mutants in made.values() for mutant in mutants]
    noticed = sum(not mutant.survived for mutant in every)
    return "\n".join([*lines, f"{noticed} of {_number(every, 'change')} noticed"]) + "\n"


def as_remarks(remarks: Sequence[Remark], book: Rulebook) -> str:
    """Return one line for each remark, with its place."""
    lines = []
    for remark in remarks:
        place = _place(book, remark.rule, tuple(remark.key.split(".")))
        lines.append(f"{place}: {remark.code}: {printable(remark.text)}")
    return "\n".join([*lines, f"{_number(remarks, 'remark')} on {_number(book.rules, 'rule')}"]) + "\n"


def as_trial(name: str, tried: Iterable[Tried]) -> str:
    """Return each sentence with what a rule made of it."""
    from atodds.ruletest import describe  # noqa: PLC0415 - the engine is there once something was tried

    lines = [f"{printable(name)}\n"] if name else []
    for one in tried:
        lines.append(textwrap.fill(printable(one.sentence), columns()))
        for claim in one.claims:
            reason = f": {claim.reason}" if claim.reason else ""
            said = "found     " if claim.asserted else "set aside "
            lines.append(f"    {said} {printable(describe(claim))}{printable(reason)}")
        if one.silence:
            lines.append(f"    silent     {printable(one.silence)}")
    return "\n".join([*lines, ""])


def _place(book: Rulebook, rule: str, location: Location) -> str:
    file = book.file(rule)
    return f"{file}:{line_of(file, location)}" if file else rule


def _passed_first(ended: tuple[str, int]) -> tuple[bool, str]:
    return ended[0] != "passed", ended[0]


def _number(things: Sequence[object], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"
