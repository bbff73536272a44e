"""The HTML report: what it holds, and what happens in a real browser when somebody clicks."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.errors import AtoddsError
from atodds.model.article import Dossier
from atodds.model.finding import Coverage, Run, Verdict
from atodds.model.interval import Interval
from atodds.model.quantity import Hedge, Quantity
from atodds.report import html
from atodds.report.formats import rendered
from atodds.report.html.pages import MOST_EVENTS, page_of
from atodds.report.html.plots import Axis, gap_of, in_words
from atodds.report.html.texts import LONGEST, Marking, diff_pieces, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Reader(HTMLParser):
    """Collects ids, links and whatever could be fetched."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and tag == "a":
                self.links.append(value or "")
            elif name in ("src", "srcset", "data", "action") or (name == "href" and tag != "a"):
                self.fetched.append(value or "")


def test_every_link_leads_somewhere_on_the_page(dock_fire: Run) -> None:
    page = Reader(rendered("html", dock_fire))

    assert len(page.ids) == len(set(page.ids))
    assert page.links
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert page.fetched == []


def test_nothing_is_fetched_from_the_network(dock_fire: Run) -> None:
    text = rendered("html", dock_fire)

    assert "default-src 'none'" in text
    assert "http://" not in text
    assert "https://" not in text
    assert "@import" not in text


def test_every_side_is_there_with_its_words(dock_fire: Run) -> None:
    (event,) = page_of(dock_fire).events
    killed = event.findings[0]

    said = [(side.label, saying.name, saying.words) for side in killed.sides for saying in side.sayings]

    assert said == [
        ("A", "Merin Herald", "At least 40"),
        ("A", "Merin Herald", "At least 40"),
        ("A", "The Ledger", "at least 40"),
        ("B", "courier", "Twelve"),
        ("fits every side", "003", "Dozens"),
    ]


def test_of_very_many_events_only_those_with_a_disagreement_are_shown(dock_fire: Run) -> None:
    others = [f"quiet-{number}" for number in range(MOST_EVENTS)]
    run = replace(
        dock_fire,
        dossiers=(*dock_fire.dossiers, *(Dossier(name, ()) for name in others)),
        coverage=(*dock_fire.coverage, *(Coverage("killed", name, Verdict.ABSENT, 0, ()) for name in others)),
    )

    page = page_of(run)

    assert [event.title for event in page.events] == ["dock-fire"]
    assert page.left_out == MOST_EVENTS


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        ("12", "exactly 12"),
        ("[40, inf)", "40 or more"),
        ("(160, inf)", "more than 160"),
        ("[7200, 8000)", "7,200 to below 8,000"),
        ("[270, 330]", "270 to 330"),
        ("[0, 50)", "fewer than 50"),
        ("[0, 50]", "at most 50"),
        ("(3, 4.5]", "above 3 to 4.5"),
    ],
)
def test_an_interval_in_words(interval: str, words: str) -> None:
    assert in_words(Interval.parse(interval)) == words


def _quantity(low: int, high: int | None) -> Quantity:
    allowed = Interval(low, high)
    taken = Interval(low, high if high is not None else low * 2 + 1)
    return Quantity("x", (0, 1), Hedge.RANGE, "", (low, high if high is not None else low), allowed, taken)


bounds = st.tuples(st.integers(0, 10**9), st.none() | st.integers(0, 10**9)).map(
    lambda ends: ends if ends[1] is None or ends[0] <= ends[1] else (ends[1], ends[0])
)


@given(st.lists(bounds, min_size=1, max_size=6))
def test_every_bar_lies_on_its_axis_and_the_order_of_numbers_is_kept(
    ends: list[tuple[int, int | None]],
) -> None:
    quantities = [_quantity(low, high) for low, high in ends]
    axis = Axis(quantities)

    for one in quantities:
        bar = axis.bar(one)
        assert 0 <= bar.allowed.left <= bar.allowed.left + bar.allowed.width <= 100.01
        assert bar.allowed.left <= bar.implied.left + 0.01
    lows = sorted(low for low, _ in ends)
    assert [axis.place(low) for low in lows] == sorted(axis.place(low) for low in lows)
    assert all(0 <= tick.left <= 100 for tick in axis.ticks())


@given(st.lists(bounds, min_size=2, max_size=6))
def test_a_gap_is_drawn_exactly_where_no_number_fits_all(ends: list[tuple[int, int | None]]) -> None:
    quantities = [_quantity(low, high) for low, high in ends]
    fits = max(low for low, _ in ends) <= min((high for _, high in ends if high is not None), default=10**9)

    assert (gap_of(Axis(quantities), quantities) is None) == fits


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_pieces_lose_no_character_of_a_text(text: str, spots: list[tuple[int, int]]) -> None:
    plain = "".join(char for char in text if char.isprintable())
    markings = [
        Marking(min(s), min(max(s), len(plain)), "", "single", "", "") for s in spots if min(s) < len(plain)
    ]

    assert "".join(piece.text for piece in pieces(plain, markings)) == plain


def test_of_a_very_long_article_the_claims_and_their_surroundings_are_kept() -> None:
    text = "word " * LONGEST
    marked = pieces(text, [Marking(500_0, 500_4, "#f", "conflict", "t", "c")])

    assert [piece.text for piece in marked if piece.marking] == [text[5000:5004]]
    assert sum(len(piece.text) for piece in marked) < 5000


def test_a_diff_falls_into_kept_cut_and_added_words() -> None:
    parts = list(diff_pieces("may [-only-] {+not+} be shown"))

    assert parts == [
        ("kept", "may "),
        ("cut", "only"),
        ("kept", " "),
        ("added", "not"),
        ("kept", " be shown"),
    ]


def test_without_its_extra_the_report_says_which_one_is_missing(
    dock_fire: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    html._template.cache_clear()

    with pytest.raises(AtoddsError, match=r'pip install "atodds\[report\]"'):
        rendered("html", dock_fire)


# -------------------------------------------------------------------- in a browser


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if BROWSER is None:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any, dock_fire: Run, tmp_path: Path) -> Iterator[Any]:  # noqa: ANN401 - playwright's own
    file = tmp_path / "report.html"
    file.write_text(rendered("html", dock_fire), encoding="utf-8")
    page = chromium.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on(
        "request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None
    )
    page.goto(file.as_uri())
    yield page
    assert said == []
    page.close()


def _shown(page: Any) -> list[str]:  # noqa: ANN401
    return [one.get_attribute("data-rule") for one in page.locator(".finding:visible").all()]


def test_findings_can_be_filtered(page: Any) -> None:  # noqa: ANN401
    everything = _shown(page)
    page.select_option("select[name=rule]", "displaced")
    by_rule = _shown(page)
    status = page.inner_text("#status")
    page.click("button[type=reset]")
    page.select_option("select[name=article]", "003")
    by_article = _shown(page)
    page.click("button[type=reset]")
    page.fill("input[name=words]", "PORT OFFICE")
    by_words = _shown(page)
    page.click("button[type=reset]")
    page.uncheck("input[value=conflict]")
    without_conflicts = _shown(page)

    assert everything == ["killed", "displaced", "quote-wording"]
    assert by_rule == ["displaced"]
    assert status == "1 of 3 findings shown"
    assert by_article == ["killed", "quote-wording"]
    assert by_words == ["killed"]
    assert without_conflicts == []


def test_a_claim_and_its_finding_link_to_each_other(page: Any) -> None:  # noqa: ANN401
    page.click(".plot a:text-is('Twelve')")
    mark = page.locator("mark:target")

    assert mark.inner_text().startswith("Twelve")
    mark.locator("a").click()
    assert page.locator(".finding:target h3").inner_text().startswith("killed")


def test_a_link_to_a_finding_that_is_filtered_away_shows_it(page: Any) -> None:  # noqa: ANN401
    page.select_option("select[name=rule]", "displaced")

    page.click(".overview a:text-is('killed')")

    assert "killed" in _shown(page)


def test_the_page_can_be_used_with_the_keyboard_alone(page: Any) -> None:  # noqa: ANN401
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.className")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    assert first == "skip"
    assert _shown(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_that_axe_knows_of(page: Any, scheme: str) -> None:  # noqa: ANN401
    """Contrast, names, roles and order, in both colour schemes."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page.emulate_media(color_scheme=scheme)

    found = axe.Axe().run(page).response["violations"]

    assert json.dumps([(one["id"], [node["html"] for node in one["nodes"]]) for one in found]) == "[]"


def test_on_a_narrow_screen_and_on_paper_nothing_overflows(page: Any) -> None:  # noqa: ANN401
    page.set_viewport_size({"width": 800, "height": 900})
    narrow = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.emulate_media(media="print")

    assert narrow
    assert page.locator(".filters").is_hidden()
    assert page.evaluate(
        "[...document.querySelectorAll('.body')].every(b => b.scrollHeight <= b.clientHeight + 1)"
    )
