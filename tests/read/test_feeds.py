"""RSS and Atom files: an article for each entry."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from atodds.errors import InputError
from atodds.read.articles import read_articles

INPUTS = Path(__file__).parents[2] / "fixtures" / "inputs"


def test_entries_of_rss_are_articles_with_the_full_text_where_the_feed_has_it() -> None:
    told: list[str] = []

    ferry, master = read_articles(
        INPUTS / "harbour.rss", on_problem=lambda problem: told.append(problem.message)
    )

    assert (ferry.id, ferry.outlet, ferry.published, ferry.url, ferry.event) == (
        "herald-1",
        "Harbour Herald",
        date(2031, 3, 2),
        "https://herald.example/ferry",
        "harbour",
    )
    assert ferry.text == (
        "At least 12 people were killed when a ferry ran aground off Port Nadir, the coast guard said.\n\n"
        "Another 30 were injured & five are missing."
    )
    assert (master.id, master.published) == ("https://herald.example/master", date(2031, 3, 3))
    assert told == ["entry 3: has no text; the row is left out"]


def test_an_entry_of_atom_names_its_own_source_as_outlet() -> None:
    [article] = read_articles(INPUTS / "courier.atom")

    assert (article.id, article.outlet, article.published, article.title, article.text) == (
        "tag:courier.example,2031:ferry",
        "Nadir Courier",
        date(2031, 3, 3),
        "Twenty drown off Port Nadir",
        "Twenty people drowned when a ferry ran aground.",
    )


@pytest.mark.parametrize(
    "raw", [b"<a><b/></a>", b"no markup", b"", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"]
)
def test_other_xml_is_no_feed(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "sitemap.xml"
    path.write_bytes(raw)

    with pytest.raises(InputError, match=r"sitemap\.xml: is no RSS or Atom feed"):
        list(read_articles(path, on_problem=lambda _: None))


def test_a_feed_reads_no_other_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("not to be read", encoding="utf-8")
    path = tmp_path / "trap.rss"
    path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY s SYSTEM "{secret.as_uri()}">]><rss version="2.0">'
        "<channel><item><title>T</title><description>Words: &s;</description></item></channel></rss>",
        encoding="utf-8",
    )

    articles = list(read_articles(path))

    assert all("not to be read" not in article.text for article in articles)
