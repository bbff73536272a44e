"""What each paragraph of a story is: headline, caption, body, related link or boilerplate."""

from __future__ import annotations

from collections import Counter
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from atodds.model.article import Block, Section
from atodds.read.credits import ends_in_credit
from atodds.read.lines import LONGEST_FURNITURE, folded, furniture_of, is_heading
from atodds.read.published import bare_day
from atodds.read.wordings import Furniture, Label, is_plain

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from atodds.read.blocks import Paragraph

_SPARE: Final = 20  # characters by which a printing of the headline may differ: quotes, spaces, stops
_FEWEST_LINKS: Final = 3
_PLAIN: Final = (Section.BODY, False)


def sections(
    paragraphs: Sequence[Paragraph], title: str = "", captions: Collection[str] = ()
) -> tuple[Block, ...]:
    """
    Return the blocks of one story, in order.

    `title` is its headline where that is known from elsewhere, `captions` are the paragraphs that are known
    to stand under pictures.

    What stands above the first paragraph of the body and ends without a full stop is headline: kicker,
    headline proper and summary line. In the body, such a line is a link to another report if it is
    printed twice in a row, stands under a label ("Related") or in a list at the foot of the page; else it
    is a subhead, and counts as a paragraph of the body. A lone paragraph is body, unless it is the title.
    What is printed twice is the same thing twice, and `repeated` the second time.
    """
    page = _Page([words for _, _, words in paragraphs], title, captions)
    twins = _printed_twice(page.words)
    # Most paragraphs are sentences in the middle of a report, and need no closer look.
    printed = [
        _PLAIN
        if page.zone is _Zone.REPORT and is_plain(words) and words not in twins and words not in captions
        else page.section(index)
        for index, words in enumerate(page.words)
    ]
    if all(section is not Section.BODY for section, _ in printed):
        _give_a_body(page.words, printed, title)
    else:
        _mark_links_at_foot(page.words, printed)
    blocks: list[Block] = []
    count = 0
    for (start, end, _), (section, repeated) in zip(paragraphs, printed, strict=True):
        if section is Section.BODY:
            count += 1
            blocks.append(Block(section, start, end, count, repeated=repeated))
        else:
            blocks.append(Block(section, start, end, repeated=repeated))
    return tuple(blocks)


def _printed_twice(words: list[str]) -> frozenset[str]:
    if len(set(words)) == len(words):
        return frozenset()
    return frozenset(line for line, times in Counter(words).items() if times > 1)


class _Zone(Enum):
    """Where on its way down a page the reader is."""

    TOP = auto()
    REPORT = auto()
    LINKS = auto()
    COMMENTS = auto()


class _Page:
    """What has been seen of one story so far: its headline, and whether the body has begun."""

    def __init__(self, words: list[str], title: str, captions: Collection[str]) -> None:
        self.words = words
        self.captions = captions
        self.zone = _Zone.TOP
        self.headline = folded(title[:LONGEST_FURNITURE])
        self.headline_printed = False
        self.seen: dict[str, Section] = {}

    def section(self, index: int) -> tuple[Section, bool]:
        """Return the section of a paragraph, asked in order, and whether it was printed before."""
        words = self.words[index]
        if self.zone is _Zone.COMMENTS and words not in self.captions:
            return Section.BOILERPLATE, False
        before = self.seen.get(words)
        if before is not None:
            return before, True
        section, repeated = self._new(index, words)
        self.seen[words] = section
        return section, repeated

    def _new(self, index: int, words: str) -> tuple[Section, bool]:
        if words in self.captions:
            return Section.CAPTION, False
        label = furniture_of(words)
        if label is not None:
            return self._labelled(label), False
        if len(words) <= LONGEST_FURNITURE and ends_in_credit(words):
            return Section.CAPTION, False
        if self._prints_headline(words):
            repeated, self.headline_printed = self.headline_printed, True
            return Section.HEADLINE, repeated
        heading = is_heading(words)
        if self.zone is _Zone.TOP:
            return self._above_body(index, words, heading=heading), False
        if heading and (self.zone is _Zone.LINKS or self._following(index) == words):
            return Section.RELATED, False
        if not heading:
            self.zone = _Zone.REPORT
        return Section.BODY, False

    def _labelled(self, label: Label) -> Section:
        if label.furniture is Furniture.CAPTION:
            return Section.CAPTION
        if label.furniture is Furniture.RELATED:
            if not label.alone:
                return Section.RELATED
            if self.zone is not _Zone.TOP:
                self.zone = _Zone.LINKS
        elif label.furniture is Furniture.COMMENTS and self.zone is not _Zone.TOP:
            self.zone = _Zone.COMMENTS
        return Section.BOILERPLATE

    def _above_body(self, index: int, words: str, *, heading: bool) -> Section:
        if bare_day(words):
            return Section.BOILERPLATE
        if self.headline and self._following(index) == words and self._tops_furniture(index + 2):
            return Section.CAPTION
        if heading:
            if not self.headline:
                self.headline, self.headline_printed = folded(words), True
            return Section.HEADLINE
        self.zone = _Zone.REPORT
        return Section.BODY

    def _following(self, index: int) -> str:
        return self.words[index + 1] if index + 1 < len(self.words) else ""

    def _tops_furniture(self, index: int) -> bool:
        """Say whether a counter or the headline stands at an index, as under a caption printed twice."""
        if index >= len(self.words):
            return False
        return furniture_of(self.words[index]) is not None or self._prints_headline(self.words[index])

    def _prints_headline(self, words: str) -> bool:
        """Say whether words are the headline, or above the body a good part of it ("Kicker: Headline")."""
        spare = len(words) - len(self.headline)
        if not self.headline or spare > _SPARE or (spare < -_SPARE and self.zone is not _Zone.TOP):
            return False
        plain = folded(words)
        if plain == self.headline:
            return True
        return self.zone is _Zone.TOP and plain.count(" ") >= 3 and plain in self.headline


def _give_a_body(words: list[str], printed: list[tuple[Section, bool]], title: str) -> None:
    """
    Make body of headlines, on a page that seems to have nothing else.

    The title stays a headline; without one, the first does, unless it is alone.
    """
    headlines = [index for index, (section, _) in enumerate(printed) if section is Section.HEADLINE]
    if title:
        plain = folded(title)
        kept = {index for index in headlines if folded(words[index]) == plain}
    else:
        kept = set(headlines[:1]) if len(headlines) > 1 else set()
    body: set[str] = set()
    for index in headlines:
        repeated = printed[index][1]
        if words[index] in body or (index not in kept and not repeated):
            body.add(words[index])
            printed[index] = (Section.BODY, repeated)


def _mark_links_at_foot(words: list[str], printed: list[tuple[Section, bool]]) -> None:
    """
    Make links of the headings that end a page, if they are three or more and the report is longer.

    A list of names or places inside the report has a sentence below it.
    """
    foot: list[int] = []
    report = 0
    for index in range(len(words) - 1, -1, -1):
        section = printed[index][0]
        if section is not Section.BODY:
            continue
        if report == 0 and is_heading(words[index]):
            foot.append(index)
        elif len(foot) < _FEWEST_LINKS:
            return
        else:
            report += 1
    if report > len(foot):
        for index in foot:
            printed[index] = (Section.RELATED, printed[index][1])
