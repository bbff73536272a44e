"""Corpora for the benchmarks: news in our own words, ordinary or full of triggers, the same for a seed."""

from __future__ import annotations

import argparse
import json
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLE = 2_500  # characters of a report, about
OUTLETS = ("Herald", "Courier", "Echo", "Tribune", "Observer", "Coast Post", "Nadir Times", "Valley Gazette")
EVENT = 5  # reports of one event
TRIGGERED = {"ordinary": 0.08, "dense": 0.75}  # the share of sentences that hold a figure some rule asks for

PLACES = (
    "Karvo",
    "Port Nadir",
    "Lurdia",
    "Santa Rosa",
    "Belmar",
    "Tolva",
    "Ostrava Hills",
    "the Orma valley",
)
PEOPLE = (
    "Ann Lee",
    "Ron Vale",
    "Mira Sand",
    "Jon Aker",
    "Tess Moro",
    "Ilya Brandt",
    "Omar Hadid",
    "Petra Novak",
)
BODIES = ("police", "the interior ministry", "officials", "the coast guard", "hospital staff", "aid workers")
COUNTS = ("people", "civilians", "miners", "passengers", "soldiers", "protesters", "children", "residents")
HEDGES = ("", "at least ", "about ", "more than ", "nearly ", "up to ", "some ", "around ")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

FIGURES = (
    "{Hedge}{n} {count} were killed in {place} on {day}, {body} said.",
    "The blast in {place} left {hedge}{n} {count} dead and {m} injured, according to {body}.",
    "{Body} arrested {hedge}{n} {count} after the march in {place}.",
    "{Hedge}{n} {count} were detained on {day}, {person} told reporters.",
    "The death toll rose to {n} by {day} evening, {body} said.",
    "{Hedge}{n} {count} fled their homes in {place} when the river rose.",
    "The country sent {hedge}{n} troops to {place} on {day}.",
    "{Hedge}{m} {count} were missing, and {n} had been hurt.",
    "Dozens of {count} were wounded, {person} said, and {n} later died.",
)
PLAIN = (
    "The council of {place} met on {day} to talk about the budget for schools and roads.",
    "“We have waited for this bridge since my uncle was a boy,” said {person}, a shopkeeper in {place}.",
    "Shares of the shipping company rose by {m} percent after it published figures for the second quarter.",
    "{person} has led the museum since 2011 and wants to open its garden to visitors in the spring.",
    "Trains between {place} and the coast will run every {m} minutes from {day}, the operator said.",
    "The harvest was better than in past years, but farmers complain about the price of seed and diesel.",
    "Rain is expected in the west on {day}, with temperatures falling to {m} degrees at night.",
    "The orchestra played for two hours, and the audience would not let it go without another waltz.",
    "A new reading room in {place} is open to everyone who brings a book to exchange.",
    "The minister, who took office last year, said that talks would go on next week.",
    "Prices of flats near the harbour have doubled within ten years, a study by the university found.",
    "In the first half {place} were the better side, yet the match ended {m} to 1 for their guests.",
    "{person} wrote three novels and a book about the language of sailors before moving to {place}.",
    "The court will hear the case of the dam in {day}'s session; both sides have asked for more time.",
)


def article(random: Random, share: float) -> str:
    """Return a report of about ARTICLE characters, headline first, a paragraph for every two sentences."""
    words = {"place": random.choice(PLACES), "person": random.choice(PEOPLE), "body": random.choice(BODIES)}
    paragraphs = [_filled(random, random.choice(FIGURES if random.random() < share else PLAIN), words)[:-1]]
    size = 0
    while size < ARTICLE:
        pair = [
            _filled(random, random.choice(FIGURES if random.random() < share else PLAIN), words)
            for _ in range(2)
        ]
        paragraphs.append(" ".join(pair))
        size += len(paragraphs[-1])
    return "\n".join(paragraphs) + "\n"


def articles(kind: str, megabytes: float, seed: int = 0) -> Iterator[dict[str, str]]:
    """Yield rows of a corpus until their texts have that many million characters."""
    random = Random(f"{kind} {seed}")
    size = number = 0
    while size < megabytes * 1e6:
        text = article(random, TRIGGERED[kind])
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


def _filled(random: Random, sentence: str, words: dict[str, str]) -> str:
    hedge, body = random.choice(HEDGES), random.choice(BODIES)
    number = random.choice((random.randint(2, 99), random.randint(100, 999), random.randint(1, 90) * 100))
    count = f"{number:,}"
    said = {
        **words,
        "hedge": hedge,
        "Hedge": hedge[:1].upper() + hedge[1:],
        "body": body,
        "Body": body[:1].upper() + body[1:],
        "n": count,
        "m": str(random.randint(2, 60)),
        "count": random.choice(COUNTS),
        "day": random.choice(DAYS),
    }
    return sentence.format(**said)


def main() -> None:
    """Write a corpus from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--kind", choices=sorted(TRIGGERED), default="ordinary")
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    write(given.path, given.kind, given.megabytes, given.seed)


if __name__ == "__main__":
    main()
