"""What a corpus is made of, counted by the engine: so that nobody has to believe a generator."""

from __future__ import annotations

import argparse
import re
from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus import texts
from rulebooks import SHIPPED, rulebook, trigger_words

from atodds.extract.claims import claims_of
from atodds.extract.sentences import split
from atodds.read.articles import read_article
from atodds.rulebook.rule import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atodds.model.claim import Claim

SAMPLE: Final = 120  # articles that are read for their claims
WANTED: Final = {"ordinary": 0.08, "dense": 0.75}
"""The share of sentences that hold a figure of people or things some shipped rule asks for."""

_DIGIT: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"\w+")
_MARK: Final = re.compile('[“”"]')


def portrait(sample: Iterable[str]) -> dict[str, float]:
    """Return the shares of sentences with a figure, a claim, a trigger word, a digit and a quotation mark."""
    book = rulebook(SHIPPED)
    words = frozenset().union(*trigger_words(book).values())
    counted = {rule.id for rule in book.rules if getattr(rule.find, "unit", "") in {"people", "things"}}
    quotes = {rule.id for rule in book.rules if rule.kind is Kind.QUOTE}
    sentences = characters = figures = others = triggered = digits = marks = articles = 0
    for text in sample:
        spans = split(text)
        claims = claims_of(read_article(text), book)
        said = [text[start:end] for start, end in spans]
        articles += 1
        sentences += len(spans)
        characters += len(text)
        figures += _held(spans, (claim for claim in claims if claim.asserted and claim.rule in counted))
        others += _held(
            spans,
            (one for one in claims if one.asserted and one.rule not in counted and one.rule not in quotes),
        )
        triggered += sum(any(word in words for word in _WORD.findall(one.lower())) for one in said)
        digits += sum(bool(_DIGIT.search(one)) for one in said)
        marks += sum(bool(_MARK.search(one)) for one in said)
    return {
        "characters of an article": characters / articles,
        "characters of a sentence": characters / sentences,
        "sentences with a figure that a rule asks for": figures / sentences,
        "sentences with a date, sum, name or choice that a rule asks for": others / sentences,
        "sentences with a trigger word": triggered / sentences,
        "sentences with a digit": digits / sentences,
        "sentences with a quotation mark": marks / sentences,
    }


def repeated(sample: Iterable[str]) -> float:
    """Return the share of sentences that have stood before, word for word, in the corpus."""
    seen: set[int] = set()
    number = 0
    for text in sample:
        for start, end in split(text):
            seen.add(hash(text[start:end]))
            number += 1
    return 1 - len(seen) / number


def _held(spans: list[tuple[int, int]], claims: Iterable[Claim]) -> int:
    starts = [start for start, _ in spans]
    return len({bisect_right(starts, one.evidence.start) for one in claims if one.evidence.start is not None})


def as_table(found: dict[str, dict[str, float]]) -> str:
    """Return portraits by the name of their corpus as a Markdown table."""
    lines = ["| | " + " | ".join(found) + " |", "|---" * (len(found) + 1) + "|"]
    for name in next(iter(found.values())):
        shown = (one[name] for one in found.values())
        cells = (f"{value:,.0f}" if name.startswith("characters") else f"{value:.1%}" for value in shown)
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    """Print the portraits of corpora given as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", type=Path, nargs="+")
    given = parser.parse_args()
    found = {
        path.stem: {**portrait(texts(path, SAMPLE)), "sentences that stood before": repeated(texts(path))}
        for path in given.paths
    }
    print(as_table(found))


if __name__ == "__main__":
    main()
