"""Where the time goes: a profile of claims or of a whole check, summed up by part of the engine."""

from __future__ import annotations

import argparse
import cProfile
import pstats
from collections import defaultdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus import SHARES, articles
from rulebooks import SHIPPED, rulebook

import atodds
from atodds.check import check
from atodds.extract.claims import claims_of
from atodds.read.articles import read_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from atodds.model.article import Article
    from atodds.rulebook.book import Rulebook

Function = tuple[str, int, str]
Shares = dict[str, float]
Table = dict[Function, tuple[int, int, float, float, dict[Function, tuple[int, int, float, float]]]]
"""What pstats keeps for each function: calls, own time, whole time, and the same for each caller."""

ENGINE: Final = Path(atodds.__file__).parent
LEAST: Final = 0.01  # the share from which on a part is shown
DEEP: Final = 12  # calls a library may be away from the engine


def profiled(work: Callable[[], object]) -> pstats.Stats:
    """Run the work under the profiler, which makes small functions look more expensive than they are."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return pstats.Stats(profile)


def by_part(stats: pstats.Stats, depth: int) -> dict[str, float]:
    """
    Return the share of time spent in each part of the engine, the largest first.

    A part is a folder, or with depth 2 a module where it lies in none. What libraries and built-in
    functions take counts for the part that called them.
    """
    spent: defaultdict[str, float] = defaultdict(float)
    known: dict[Function, Shares] = {}
    table: Table = stats.stats  # type: ignore[attr-defined]  # not in the stubs
    for function, (_, _, own, _, _) in table.items():
        for part, share in _parts(function, table, depth, known, DEEP).items():
            spent[part] += own * share
    whole = sum(spent.values()) or 1
    return dict(sorted(((part, own / whole) for part, own in spent.items()), key=lambda entry: -entry[1]))


def _parts(function: Function, table: Table, depth: int, known: dict[Function, Shares], left: int) -> Shares:
    """Return to whom the time of a function counts: to its own part, or to those of its callers."""
    if function in known:
        return known[function]
    path = Path(function[0])
    if path.is_relative_to(ENGINE):
        known[function] = {"/".join(path.relative_to(ENGINE).with_suffix("").parts[:depth]): 1.0}
        return known[function]
    callers = table[function][4] if function in table else {}
    whole = sum(own for _, _, own, _ in callers.values())
    if not whole or not left:
        return {"outside": 1.0}
    found: defaultdict[str, float] = defaultdict(float)
    for caller, (_, _, own, _) in callers.items():
        for part, share in _parts(caller, table, depth, known, left - 1).items():
            found[part] += share * own / whole
    known[function] = dict(found)
    return known[function]


def most_expensive(stats: pstats.Stats, number: int) -> list[tuple[str, float, int]]:
    """Return the functions of the engine with most time of their own: name, share, calls."""
    table: Table = stats.stats  # type: ignore[attr-defined]  # not in the stubs
    whole = sum(row[2] for row in table.values()) or 1
    ours = [
        (f"{Path(path).relative_to(ENGINE)}:{line} {name}", row[2] / whole, row[1])
        for (path, line, name), row in table.items()
        if Path(path).is_relative_to(ENGINE)
    ]
    return sorted(ours, key=lambda entry: -entry[1])[:number]


def main() -> None:
    """Print the digest of a profile as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stage", choices=("claims", "check"), default="claims")
    parser.add_argument("--kind", choices=sorted(SHARES), default="ordinary")
    parser.add_argument("--megabytes", type=float, default=0.5)
    parser.add_argument("--rules", type=int, default=SHIPPED, help="how many; 0 are the shipped ones")
    parser.add_argument("--functions", type=int, default=15)
    given = parser.parse_args()
    book = rulebook(given.rules)
    read = [
        read_article(row["text"], id=row["id"], outlet=row["outlet"], event=row["event"])
        for row in articles(given.kind, given.megabytes)
    ]
    claims_of(read[0], book)
    work = partial(check, read, book) if given.stage == "check" else partial(_claims, read, book)
    stats = profiled(work)
    print(f"| part ({given.stage}, {given.kind}) | share |\n|---|---|")
    for part, share in by_part(stats, 2).items():
        if share >= LEAST:
            print(f"| `{part}` | {share:.0%} |")
    print("\n| function | share | calls |\n|---|---|---|")
    for name, share, calls in most_expensive(stats, given.functions):
        print(f"| `{name}` | {share:.1%} | {calls:,} |")


def _claims(read: list[Article], book: Rulebook) -> None:
    for article in read:
        claims_of(article, book)


if __name__ == "__main__":
    main()
