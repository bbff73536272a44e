"""Messages: a finding in one line that stands alone, with measure, values, outlets and what follows."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from atodds.compare.trend import Trend
from atodds.model.finding import Verdict
from atodds.model.quantity import Quantity
from atodds.model.quote import Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from atodds.model.article import Article
    from atodds.model.claim import Claim
    from atodds.model.finding import Position

_MOST: Final = 2  # articles named with each value, and values named; the table has them all
_SIDES: Final = 5  # positions worded; of more the lowest and the highest
_LONGEST: Final = 60  # characters of one value
_SUFFIX: Final = re.compile(r"\.(?:txt|md|markdown|html?)$", re.IGNORECASE)
# "000_cf3cf921da9d11d1" is what a scraper calls a page.
_DIGEST: Final = re.compile(r"[_.-](?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{8,}$")
_UNPRINTABLE: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


class Desk:
    """Knows what to call the articles of a dossier, and when they came out."""

    def __init__(self, articles: Iterable[Article]) -> None:
        ordered = sorted(articles, key=lambda article: article.id)
        outlets = Counter(article.outlet for article in ordered)
        short = {article.id: _SUFFIX.sub("", article.id) for article in ordered}
        plain = {name: _DIGEST.sub("", stem) for name, stem in short.items()}
        if len(set(plain.values())) == len(plain) and all(plain.values()):
            short = plain
        self._names = {
            article.id: article.outlet
            if article.outlet and outlets[article.outlet] == 1
            else short[article.id]
            for article in ordered
        }
        self.days: Mapping[str, date] = {
            article.id: article.published for article in ordered if article.published is not None
        }

    def name(self, article: str) -> str:
        """Return how a message calls an article: its outlet, or its id where outlets do not tell it apart."""
        return one_line(self._names.get(article, article))

    def day(self, claim: Claim) -> date | None:
        """Return the day a claim holds for: as its text says, else the day of publication."""
        return claim.as_of or self.days.get(claim.article)

    def side(self, position: Position, *, dated: bool = False) -> str:
        """Return a position in words: "at least 40 (Herald, headline; Courier, para 2; and 3 more)"."""
        return f"{value_in_words(position)} ({self._holders(position.claims, dated=dated)})"

    def _holders(self, claims: Sequence[Claim], *, dated: bool) -> str:
        spots: dict[str, str] = {}
        for claim in claims:
            place = (dated and self.day(claim)) or claim.evidence.place
            credit = f", citing {clipped(claim.source)}" if claim.source else ""
            spots.setdefault(claim.article, f"{self.name(claim.article)}, {place}{credit}")
        named = list(spots.values())
        if len(named) > _MOST + 1:
            named = [*named[:_MOST], f"and {len(named) - _MOST} more"]
        return "; ".join(named)


def disagreement(subject: str, sides: Sequence[str], so: str) -> str:
    """Return "killed: 12 (Courier, para 2) but at least 40 (Herald, headline); no number fits both"."""
    if len(sides) > _SIDES:
        sides = [*sides[: _SIDES - 2], f"{len(sides) - _SIDES + 1} more", sides[-1]]
    first, *others = sides
    return f"{subject}: {first} but {listed(others)}; {so}"


def so_of(verdict: Verdict, sides: Sequence[Position], trend: Trend | None, *, of: str = "number") -> str:
    """Return what follows from positions that differ, in words."""
    both = "both" if len(sides) == 2 else "all"
    if verdict is Verdict.TENSION:
        return f"{both} could hold, but a reader takes them apart"
    if verdict is Verdict.UPDATE:
        return "the later figure is the higher one"
    if trend is Trend.FALLING:
        return f"no {of} fits {both}, and the later figure is the lower one"
    if trend is Trend.UNKNOWN:
        return f"no {of} fits {both}, and nothing says which is the later one"
    if len({claim.article for side in sides for claim in side.claims}) == 1:
        return f"no {of} fits {both}, in one article"
    return f"no {of} fits {both}"


def value_in_words(position: Position) -> str:
    """Return how the position's value is worded, by the claim that says most and first."""
    words = [_spoken(claim) for claim in position.claims]
    distinct = list(dict.fromkeys(words))
    return " or ".join(distinct[:_MOST])


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 origin", "3 articles"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(parts: Sequence[str]) -> str:
    """Return parts as English lists them; semicolons inside a part ask for "and" alone to end the list."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def one_line(text: str) -> str:
    """Return the text on one line, without what cannot be seen."""
    return _UNPRINTABLE.sub("", " ".join(text.split()))


def _spoken(claim: Claim) -> str:
    """Return a claim's value inside a sentence: "At least 40" loses its capital, a name or quote keeps it."""
    words = clipped(claim.words)
    if isinstance(claim.value, Quote):
        return f'"{words}"'
    if isinstance(claim.value, Quantity) and words[1:2].islower():
        return words[:1].lower() + words[1:]
    return words


def clipped(text: str, longest: int = _LONGEST) -> str:
    """Return at most so many characters of a text, on one line, cut at the end of a word."""
    words = one_line(text)
    return words if len(words) <= longest else words[: longest - 1].rsplit(" ", 1)[0] + "…"
