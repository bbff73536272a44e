"""Pages that go on to another subject under a bare heading."""

from __future__ import annotations

import pytest

from atodds.read.articles import read_article

FERRY = (
    "Ferry Anemone strikes reef off Port Nadir\n"
    "The ferry Anemone ran onto the Sable reef off Port Nadir on Sunday with 212 pilgrims aboard, "
    "harbour master Lucia Moro said.\n"
    "Boats from Karvo and Belmar took off most of them before the Anemone listed and her lifeboats "
    "jammed in their davits.\n"
    "Moro said twelve pilgrims had drowned. Captain Jonas Feld told the Courier that the lamp on the "
    "Sable reef had been dark since Lent.\n"
    "Divers from Karvo found the log of the ferry in the evening and handed it to prosecutor Ann Vale "
    "in Port Nadir, who sealed it.\n"
)
TANNERY = (
    "Burst vats kill nine dyers at the Orlan tannery\n"
    "Nine dyers were killed when two vats burst at the Orlan tannery in Veskol, foreman Ilya Brandt "
    "told the Upland Gazette.\n"
    "Acid ran through the drying lofts of the Orlan works and into the yard, where carters from Hurgal "
    "were loading hides.\n"
    "Brandt said the dyers had asked for new hoops since Easter. Inspector Petra Aker of the Trades "
    "Board ordered the gates shut.\n"
    "The Trades Board had passed the vats in Veskol last spring; its report was signed by Omar Dusek, "
    "who now lives in Tolva and grows roses there.\n"
)
LATER = (
    "Pilgrims left without lifeboats\n"
    "Lucia Moro said the Anemone had carried lifeboats for eighty pilgrims only, and that Jonas Feld "
    "knew it when he left Belmar.\n"
    "The Courier has seen a letter in which Feld asks the owners in Port Nadir for six lifeboats more "
    "before the pilgrims come.\n"
    "Prosecutor Ann Vale wants to hear the pilgrims whom the boats from Karvo brought ashore, and the "
    "keeper of the Sable lamp.\n"
    "Whether the lifeboats would have cleared the reef nobody in Port Nadir can say; Moro thinks they "
    "would have, had they swung out.\n"
)


def openings(text: str) -> list[str]:
    article = read_article(text)
    return [article.words_of(story.blocks[0])[:16] for story in article.stories]


@pytest.mark.parametrize(
    ("text", "stories"),
    [
        (FERRY + TANNERY, ["Ferry Anemone st", "Burst vats kill "]),
        (TANNERY + FERRY + "\n" + LATER, ["Burst vats kill ", "Ferry Anemone st"]),
        (FERRY + LATER, ["Ferry Anemone st"]),
        (FERRY, ["Ferry Anemone st"]),
    ],
    ids=["two subjects", "two subjects and a heading", "a heading inside a report", "one report"],
)
def test_a_heading_divides_a_page_where_names_and_words_are_others(text: str, stories: list[str]) -> None:
    assert openings(text) == stories


@pytest.mark.parametrize(
    "heading",
    ["“The vats of the Orlan tannery killed nine dyers”", "Nine dyers", "Burst vats kill nine dyers."],
    ids=["a quotation pulled out", "too short to tell", "a sentence"],
)
def test_what_is_no_headline_divides_nothing(heading: str) -> None:
    below = TANNERY.partition("\n")[2]

    assert openings(f"{FERRY}{heading}\n{below}") == ["Ferry Anemone st"]


def test_comments_of_readers_are_no_further_stories() -> None:
    assert openings(f"{FERRY}Leave a comment\n{TANNERY}") == ["Ferry Anemone st"]
