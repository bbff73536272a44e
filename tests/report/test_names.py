"""What a report calls an article."""

from __future__ import annotations

import pytest

from atodds.model.article import Article, Dossier
from atodds.report.names import dossier_names


def _names(*articles: Article) -> list[str]:
    return list(dossier_names(Dossier("e", articles)).values())


@pytest.mark.parametrize(
    ("ids", "names"),
    [
        (["000_cf3cf921da9d11d1.txt", "001_fdb3e860eed04e18.txt"], ["000", "001"]),
        (["herald.txt", "courier.md"], ["herald", "courier"]),
        (["a/report.txt", "b/report.txt"], ["a/report", "b/report"]),
        (["wire/one.txt", "wire/two.txt"], ["one", "two"]),
        (["page.txt", "page.html"], ["page.txt", "page.html"]),
        (["20220110.txt", "20220111.txt"], ["20220110", "20220111"]),
        (["cf3cf921da9d11d1.txt", "fdb3e860eed04e18.txt"], ["cf3cf921da9d11d1", "fdb3e860eed04e18"]),
        (["2022-01-10-the-long-name-of-a-story-1.txt"], ["2022-01-10-the…story-1"]),
        (["17"], ["17"]),
    ],
)
def test_a_file_is_called_what_tells_it_apart(ids: list[str], names: list[str]) -> None:
    assert _names(*(Article(id=one, text="") for one in ids)) == names


def test_an_outlet_is_called_by_its_name() -> None:
    assert _names(Article(id="1", text="", outlet="The Herald"), Article(id="2.txt", text="")) == [
        "The Herald",
        "2",
    ]


def test_two_articles_of_one_outlet_stay_apart() -> None:
    names = _names(Article(id="1", text="", outlet="Herald"), Article(id="2", text="", outlet="Herald"))

    assert names == ["Herald [1]", "Herald [2]"]


def test_no_two_articles_share_a_name() -> None:
    long = "a" * 60
    names = _names(*(Article(id=f"{long}{number}{long}", text="") for number in range(3)))

    assert len(set(names)) == 3
