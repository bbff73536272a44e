"""What a page's head says of it, by JSON-LD first, then meta tags, then its title."""

from __future__ import annotations

import json
from typing import Any

import pytest

from atodds.read.page_heads import PageHead, head_of

REPORT: dict[str, Any] = {
    "@type": "NewsArticle",
    "headline": "Ferry  aground",
    "datePublished": "2031-03-02",
    "publisher": {"name": "The Strait"},
}
READ = PageHead("Ferry aground", "The Strait", "2031-03-02")
METAS = {"og:title": "Ferry", "og:site_name": "Strait Online", "article:published_time": "2031-03-03"}


@pytest.mark.parametrize(
    "linked",
    [
        REPORT,
        [{"@type": "WebSite", "headline": "no"}, REPORT],
        {"@graph": [{"@type": "Person"}, REPORT]},
        REPORT | {"@type": ["Thing", "ReportageNewsArticle"]},
        REPORT | {"publisher": [{"name": "The Strait"}]},
        REPORT | {"publisher": "The Strait"},
    ],
)
def test_a_report_in_json_ld_goes_before_meta_tags(linked: object) -> None:
    assert head_of([json.dumps(linked)], METAS, "title") == READ


@pytest.mark.parametrize(
    "script",
    ["", "{", "null", "[[[[[[[[]]]]]]]]", "[" * 100_000, '{"@type": "WebSite"}', '{"@type": 7}', "9" * 5000],
)
def test_without_a_report_in_json_ld_the_meta_tags_speak(script: str) -> None:
    assert head_of([script], METAS) == PageHead("Ferry", "Strait Online", "2031-03-03")


def test_without_either_the_title_is_all_there_is() -> None:
    assert head_of([], {}, " Ferry \n aground ") == PageHead("Ferry aground")
