"""The engine's own stages, one function each: (corpus, size, seconds of processor time) to figures."""

from __future__ import annotations

from itertools import cycle, islice, pairwise
from typing import TYPE_CHECKING

import ahocorasick_rs
from clock import Result, over, rate
from corpus import texts
from rulebooks import SHIPPED, rulebook, trigger_words

from atodds.compare.grade import grade_quotes
from atodds.extract.claims import claims_of
from atodds.extract.quantities import find_quantities
from atodds.extract.quotes import find_quotes
from atodds.extract.sentences import split
from atodds.extract.tokens import lex
from atodds.read.articles import read_articles
from atodds.rulebook.rule import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from atodds.model.article import Article
    from atodds.rulebook.book import Rulebook


def extract(path: Path, rules: int, seconds: float) -> Result:
    """Find all claims of articles by a rulebook of that many rules."""
    return _claims(path, rulebook(rules), seconds)


def figures(path: Path, _: int, seconds: float) -> Result:
    """Find counted figures of people and things alone."""
    return _claims(path, _only(lambda rule: getattr(rule.find, "unit", "") in {"people", "things"}), seconds)


def listening(path: Path, _: int, seconds: float) -> Result:
    """Find what the rules that count nobody ask for: dates, sums, choices, names."""
    counts = {"people", "things"}
    book = _only(lambda rule: rule.kind is not Kind.QUOTE and getattr(rule.find, "unit", "") not in counts)
    return _claims(path, book, seconds)


def quotations(path: Path, _: int, seconds: float) -> Result:
    """Find quotations as claims."""
    return _claims(path, _only(lambda rule: rule.kind is Kind.QUOTE), seconds)


def _only(asked: Callable[..., bool]) -> Rulebook:
    book = rulebook(SHIPPED)
    return book.select(rule.id for rule in book.rules if asked(rule))


def _claims(path: Path, book: Rulebook, seconds: float) -> Result:
    def work(articles: Sequence[Article]) -> dict[str, int]:
        return {"claims": sum(len(claims_of(article, book)) for article in articles)}

    return over(read_articles(path), lambda article: len(article.text), work, seconds)


def automaton(path: Path, rules: int, seconds: float) -> Result:
    """Find the words of all rules with the automaton's library alone: what no gate can be faster than."""
    words = frozenset().union(*trigger_words(rulebook(rules)).values())
    found = ahocorasick_rs.AhoCorasick(sorted(words))
    return _over_texts(
        path, "hits", lambda text: len(found.find_matches_as_indexes(text.lower(), overlapping=True)), seconds
    )


def sentences(path: Path, _: int, seconds: float) -> Result:
    """Split texts into sentences."""
    return _over_texts(path, "sentences", lambda text: len(split(text)), seconds)


def lexer(path: Path, _: int, seconds: float) -> Result:
    """Cut texts into tokens."""
    return _over_texts(path, "tokens", lambda text: len(lex(text)), seconds)


def quantities(path: Path, _: int, seconds: float) -> Result:
    """Find every quantity of texts with hedge, unit and bounds: what quantulum3 does, and the hedges."""
    return _over_texts(path, "quantities", lambda text: len(find_quantities(text)), seconds)


def quotes(path: Path, _: int, seconds: float) -> Result:
    """Find every quotation of texts and who said it."""
    return _over_texts(path, "quotes", lambda text: len(find_quotes(text)), seconds)


def _over_texts(path: Path, name: str, work: Callable[[str], int], seconds: float) -> Result:
    return over(texts(path), len, lambda batch: {name: sum(map(work, batch))}, seconds)


def grade(path: Path, pairs: int, _: float) -> Result:
    """Grade pairs of quotations: each beside itself with a word more, less or changed, or beside the next."""
    said = [quote.text for text in islice(texts(path), pairs // 10) for quote in find_quotes(text)][
        : pairs // 4
    ]
    changes: tuple[Callable[[str, str], str], ...] = (
        lambda one, _: one.replace("we", "they").replace("is", "was"),
        lambda one, _: " ".join(one.split()[:-2]),
        lambda one, _: one.replace(" ", " not ", 1),
        lambda _, two: two,
    )
    made = [(one, change(one, two)) for one, two in pairwise(said) for change in changes]
    grade_quotes("The bridge is open.", "The bridge is not open.")
    work = list(islice(cycle(made), pairs))
    return rate("pairs", pairs, lambda: [grade_quotes(one, two) for one, two in work])
