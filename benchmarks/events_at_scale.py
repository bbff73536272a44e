"""
How well, and how fast, the articles of a mixed pile are put under their events.

    python benchmarks/events_at_scale.py scale --sizes 1000 10000 100000
    python benchmarks/events_at_scale.py score articles.jsonl [--among other.jsonl ...]
    python benchmarks/events_at_scale.py joined articles.jsonl

`score` takes the `event` of each row away, looks for the events and gives B-cubed precision, recall and
F1, of those rows only; rows of `--among` lie between them. `joined` does so for pages of two or three
articles each.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from reports import reports

from atodds import read_article
from atodds.compare.pile.grouping import events_of
from atodds.compare.pile.sketch import sketch_of
from atodds.read.published import day_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from atodds.compare.pile.sketch import Sketch
    from atodds.model.article import Article


def b_cubed(gold: Mapping[Any, Hashable], found: Mapping[Any, Hashable]) -> tuple[float, float, float]:
    """Return precision, recall and F1 in percent, of what each thing was put with and should be with."""
    pairs = Counter((gold[one], found[one]) for one in gold)
    meant, put = Counter(gold.values()), Counter(found[one] for one in gold)
    precision = sum(n * n / put[event] for (_, event), n in pairs.items()) / len(gold)
    recall = sum(n * n / meant[event] for (event, _), n in pairs.items()) / len(gold)
    return 100 * precision, 100 * recall, 200 * precision * recall / (precision + recall)


def shown(scores: tuple[float, float, float]) -> str:
    """Return scores in print."""
    return "P {:.1f} · R {:.1f} · F1 {:.1f}".format(*scores)


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a file, each text once."""
    read = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return list({row["text"]: row for row in reversed(read)}.values())[::-1]


def article(row: dict[str, Any], name: str, text: str = "") -> Article:
    """Return the article of a row, its event unknown."""
    day = day_of(row.get("published") or row.get("date") or "")
    return read_article(text or row["text"], id=name, title=row.get("title") or "", published=day)


def sketches(one: Article) -> list[Sketch]:
    """Return the sketches of the stories of an article."""
    return [sketch_of(one, story) for story in one.stories]


def score(path: Path, among: list[Path]) -> None:
    """Print B-cubed of the rows of a file, as a whole and by its column `set`."""
    own = {f"own:{number}": row for number, row in enumerate(rows(path))}
    others = [row for file in among for row in rows(file)]
    pile = [sketch for name, row in own.items() for sketch in sketches(article(row, name))]
    pile += [s for number, row in enumerate(others) for s in sketches(article(row, f"other:{number}"))]
    began = time.process_time()
    events = events_of(pile)
    spent = time.process_time() - began
    found = {name: events[name, 0] for name in own}
    print(
        f"{len(pile):,} stories, {len(set(events.values())):,} events, {1e6 * spent / len(pile):.0f} µs each"
    )
    by_set: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for name, row in own.items():
        by_set[row.get("set", "")][name] = row["event"]
    print("all", shown(b_cubed({name: row["event"] for name, row in own.items()}, found)))
    for name, gold in sorted(by_set.items()):
        print(name, shown(b_cubed(gold, found)))


def joined(path: Path, pages: int, seed: int = 5) -> None:
    """Print B-cubed of articles joined by chance, two or three a page: by story and by event."""
    random = Random(seed)
    known = [row for row in rows(path) if row.get("title")]
    left = list(range(len(known)))
    random.shuffle(left)
    by_story: list[tuple[float, float, float]] = []
    pile: list[Sketch] = []
    gold: dict[tuple[str, int], str] = {}
    stories: dict[tuple[str, int], tuple[str, int]] = {}
    for page in range(min(pages, len(known) // 3)):
        picked = [known[left.pop()] for _ in range(random.choice((2, 3)))]
        text, ends = "", []
        for row in picked:
            text += f"{row['title']}\n{row['text'].removeprefix(row['title']).strip()}\n\n"
            ends.append(len(text))
        one = article({**picked[0], "published": None, "date": None}, f"page:{page}", text)
        at = {
            (part, story.index): sum(
                max(0, min(block.end, end) - max(block.start, end - size))
                for block in story.blocks
                if not block.in_title
            )
            for part, (end, size) in enumerate(
                zip(ends, [end - begun for begun, end in zip([0, *ends], ends, strict=False)], strict=True)
            )
            for story in one.stories
        }
        characters = {
            (part, story, n): (part, story) for (part, story), size in at.items() for n in range(size // 10)
        }
        by_story.append(
            b_cubed({key: v[0] for key, v in characters.items()}, {k: v[1] for k, v in characters.items()})
        )
        for part, row in enumerate(picked):
            gold[one.id, part] = row["event"]
            _, earlier = max((at[part, story.index], -story.index) for story in one.stories)
            stories[one.id, part] = one.id, -earlier
        pile += sketches(one)
    pile += [sketch for number in left for sketch in sketches(article(known[number], f"alone:{number}"))]
    events = events_of(pile)
    means = [sum(column) / len(by_story) for column in zip(*by_story, strict=True)]
    print(f"{len(by_story)} pages, characters by story", shown((means[0], means[1], means[2])))
    print(
        f"{len(gold)} joined articles by event", shown(b_cubed(gold, {k: events[stories[k]] for k in gold}))
    )


def scale(size: int) -> None:
    """Print what one pile of a size costs, in this process."""
    began = time.process_time()
    gold: dict[str, int] = {}
    pile: list[Sketch] = []
    for report in reports(size, days=max(30, size // 100)):
        one = read_article(report.text, id=report.id, published=report.published)
        gold[report.id] = report.event
        pile += sketches(one)
    read = time.process_time() - began
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    began = time.process_time()
    events = events_of(pile)
    spent = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    scores = b_cubed(gold, {name: events[name, 0] for name in gold})
    print(
        f"| {len(gold):,} | {len(set(events.values())):,} | {1e6 * read / len(pile):.0f} | "
        f"{1e6 * spent / len(pile):.0f} | {before:.0f} | {peak:.0f} | {scores[2]:.1f} |",
        flush=True,
    )


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    verbs = parser.add_subparsers(dest="verb", required=True)
    verb = verbs.add_parser("scale")
    verb.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    verb = verbs.add_parser("score")
    verb.add_argument("articles", type=Path)
    verb.add_argument("--among", type=Path, nargs="*", default=[])
    verb = verbs.add_parser("joined")
    verb.add_argument("articles", type=Path)
    verb.add_argument("--pages", type=int, default=60)
    given = parser.parse_args()
    if given.verb == "score":
        score(given.articles, given.among)
    elif given.verb == "joined":
        joined(given.articles, given.pages)
    elif len(given.sizes) == 1:
        scale(given.sizes[0])
    else:
        print(
            "| articles | events | µs each to read and sketch | µs each to group | MB before | MB peak | F1 |"
        )
        print("|---|---|---|---|---|---|---|", flush=True)
        for size in given.sizes:
            # A process for each, so that its peak memory is its own.
            subprocess.run([sys.executable, __file__, "scale", "--sizes", str(size)], check=True)  # noqa: S603


if __name__ == "__main__":
    main()
