"""Corpora for the benchmarks: news in our own words, ordinary or full of figures, the same for a seed."""

from __future__ import annotations

import argparse
import json
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLE: Final = 2_500  # characters of a report, about
EVENT: Final = 5  # reports of one event
OUTLETS: Final = (
    *("Herald", "Courier", "Echo", "Tribune", "Observer", "Coast Post", "Nadir Times", "Valley Gazette"),
)

WORDS: Final[dict[str, list[str]]] = yaml.load(
    Path(__file__).with_name("vocabulary.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)

# The share of sentences of each sort; the rest is plain. Figures that a rule asks for come to stand in 8 % of
# the sentences of "ordinary" news, and in 75 % of "dense" text; portrait.py counts them.
SHARES: Final = {
    "ordinary": {"figures": 0.085, "other": 0.05, "spoken": 0.22},
    "dense": {"figures": 0.75, "other": 0.05, "spoken": 0.05},
}


class _Draw(dict[str, str]):
    """Draws a word for each slot of a sentence; what is fixed for its event is taken first."""

    def __init__(self, random: Random, fixed: dict[str, str]) -> None:
        super().__init__(fixed)
        self._random = random

    def __missing__(self, slot: str) -> str:
        name = slot.rstrip("23").lower()
        word = self._word(name)
        return word if slot[0].islower() else word[:1].upper() + word[1:]

    def _word(self, name: str) -> str:
        pick = self._random.choice
        if name == "n":
            number = pick((self._random.randint(2, 99), self._random.randint(100, 999)))
            return f"{pick((number, number, self._random.randint(1, 90) * 100)):,}"
        if name == "m":
            return str(self._random.randint(2, 60))
        if name == "digit":
            return str(self._random.randint(0, 9))
        if name == "year":
            return str(self._random.randint(1990, 2030))
        if name == "person":
            return f"{pick(WORDS['first'])} {pick(WORDS['last'])}"
        word = pick(WORDS[name])
        return word.format_map(self) if "{" in word else word


def article(random: Random, kind: str, event: dict[str, str]) -> str:
    """Return a report of about ARTICLE characters, headline first, a paragraph for every two sentences."""
    paragraphs = [_sentence(random, kind, event).removesuffix(".")]
    size = 0
    while size < ARTICLE:
        paragraphs.append(f"{_sentence(random, kind, event)} {_sentence(random, kind, event)}")
        size += len(paragraphs[-1])
    return "\n".join(paragraphs) + "\n"


def articles(kind: str, megabytes: float, seed: int = 0) -> Iterator[dict[str, str]]:
    """Yield rows of a corpus until their texts have that many million characters; takes constant memory."""
    random = Random(f"{kind} {seed}")
    size = number = 0
    event: dict[str, str] = {}
    while size < megabytes * 1e6:
        if number % EVENT == 0:
            event = {slot: _Draw(random, {})[slot] for slot in ("place", "person", "disaster")}
        text = article(random, kind, event)
        size += len(text)
        yield {
            "id": f"a{number}",
            "event": f"e{number // EVENT}",
            "outlet": OUTLETS[number % len(OUTLETS)],
            "published": (date(2031, 1, 1) + timedelta(days=number // EVENT % 365)).isoformat(),
            "text": text,
        }
        number += 1


def write(path: Path, kind: str, megabytes: float, seed: int = 0) -> None:
    """Write a corpus as JSON lines."""
    with path.open("w", encoding="utf-8") as out:
        for row in articles(kind, megabytes, seed):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def texts(path: Path, number: int | None = None) -> Iterator[str]:
    """Yield the texts of a corpus in JSON lines, at most so many."""
    with path.open(encoding="utf-8") as lines:
        for line in islice(lines, number):
            yield json.loads(line)["text"]


def _sentence(random: Random, kind: str, event: dict[str, str]) -> str:
    drawn = random.random()
    sort = "plain"
    for one, share in SHARES[kind].items():
        drawn -= share
        if drawn < 0:
            sort = one
            break
    # One sentence in three is about the place, person and disaster of its event, the others about their own.
    words = _Draw(random, event if random.random() < 0.3 else {})
    made = random.choice(WORDS[sort]).format_map(words)
    return made if made.endswith(".”") else f"{made}."


def main() -> None:
    """Write a corpus from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--kind", choices=sorted(SHARES), default="ordinary")
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    write(given.path, given.kind, given.megabytes, given.seed)


if __name__ == "__main__":
    main()
