"""
What a worker of Spark does in a second of one core, and how large its rows are: the rates of docs/scale.md.

    python benchmarks/batch_rates.py [--articles 2000] [articles.jsonl]

Without a file it reads ordinary news as `bench.py` makes it up.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from itertools import islice
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
from corpus import write

from atodds.read.published import day_of
from atodds.rulebook.load import load_rulebook
from atodds.store.batches import CLAIM_ROWS, claim_batches
from atodds.store.comparing import Compared, compare_rows
from atodds.store.pile import SKETCHES, events_in, sketch_batches
from atodds.store.schema import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Rows = list[dict[str, Any]]
PILE = "pile"
WARM = 20  # articles that are read before the clock runs


def _pages(path: Path, number: int) -> Rows:
    with path.open(encoding="utf-8") as lines:
        read = [json.loads(line) for line in islice(lines, number)]
    return [
        {
            "id": str(place),
            "text": row["text"],
            "title": row.get("title"),
            "published": day_of(str(row.get("published") or "")),
            "event": PILE,
        }
        for place, row in enumerate(read)
    ]


def _timed(what: str, count: Callable[[Any], int], work: Callable[[], Any]) -> Any:  # noqa: ANN401 - any result
    began = process_time()
    made = work()
    spent = max(process_time() - began, 1e-9)
    done = count(made)
    print(f"| {what} | {done / spent:,.0f} | {1e6 * spent / max(done, 1):,.0f} |", flush=True)
    return made


def _packed(table: pa.Table) -> int:
    """Return the bytes of a table as Parquet."""
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return int(sink.getvalue().size)


def _compared(claims: Rows, pages: Rows, events: Rows) -> Rows:
    rules = load_rulebook()
    part_of = {(row["article"], row["story"]): row["event"] for row in events}
    stories: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    said: defaultdict[str, Rows] = defaultdict(list)
    for (article, story), part in part_of.items():
        stories[part][article].append(story)
    for claim in claims:
        said[part_of[claim["article"], claim["story"]]].append(claim)
    by_id = {page["id"]: page for page in pages}
    return [
        row
        for part, held in stories.items()
        for row in compare_rows(
            Compared(PILE, part),
            said[part],
            [{**by_id[article], "stories": own} for article, own in held.items()],
            rules,
            everything=True,
        )
    ]


def _sizes(rows: Iterable[tuple[str, pa.Table]], articles: int) -> None:
    print("\n| rows | an article | bytes each in memory | in Parquet |\n|---|---|---|---|")
    for name, table in rows:
        each = max(table.num_rows, 1)
        print(
            f"| {name} | {each / articles:.1f} | {table.nbytes / each:,.0f} | {_packed(table) / each:,.0f} |"
        )


def measure(path: Path, number: int) -> None:
    """Print rates and sizes."""
    rules = load_rulebook()
    pages = _pages(path, number)
    batch = pa.RecordBatch.from_pylist(pages, PAGES)
    for warm in (claim_batches([batch[:WARM]], rules), sketch_batches([batch[:WARM]])):
        list(warm)
    characters = sum(len(page["text"]) for page in pages) / len(pages)
    print(f"{len(pages):,} articles of {characters:,.0f} characters\n")
    print("| step | each second | µs each |\n|---|---|---|")

    def articles(_: object) -> int:
        return len(pages)

    claims = pa.Table.from_batches(
        _timed("claims, articles", articles, lambda: list(claim_batches([batch], rules))), CLAIM_ROWS
    )
    sketches = pa.Table.from_batches(
        _timed("sketches, articles", articles, lambda: list(sketch_batches([batch]))), SKETCHES
    )
    events = _timed("events, stories", lambda made: made.num_rows, lambda: events_in(PILE, sketches))
    said = [claim for claim in claims.to_pylist() if claim["kind"] != "problem"]
    found = events.to_pylist()
    _timed("comparing, claims", lambda _: len(said), lambda: _compared(said, pages, found))
    print(f"\n{len({row['event'] for row in found}):,} events")
    tables = [("articles", pa.Table.from_batches([batch])), ("claims", claims)]
    _sizes([*tables, ("sketches", sketches), ("events", events)], len(pages))


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", nargs="?", type=Path, help="articles as JSON lines")
    parser.add_argument("--articles", type=int, default=2_000)
    given = parser.parse_args()
    if given.path:
        measure(given.path, given.articles)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ordinary.jsonl")
        write(path, "ordinary", given.articles * 0.003)
        measure(path, given.articles)


if __name__ == "__main__":
    main()
