"""Web archives: each HTML answer is an article, whatever else the archive holds."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from atodds.errors import InputError
from atodds.model.article import Section
from atodds.read.articles import read_articles

FERRY = (Path(__file__).parents[2] / "fixtures" / "inputs" / "ferry.html").read_bytes()
URL = "https://herald.example/ferry"


def record(
    kind: str, body: bytes, url: str = URL, content: str = "application/http; msgtype=response"
) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-03-02T19:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash(url)) % 10**12:012}>\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def answer(body: bytes, status: str = "200 OK", content: str = "text/html", more: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {content}\r\n{more}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


RECORDS = [
    record("warcinfo", b"software: by hand\r\n", content="application/warc-fields"),
    record("request", b"GET / HTTP/1.1\r\n\r\n", content="application/http; msgtype=request"),
    record("response", answer(FERRY)),
    record("response", answer(b"GIF89a", content="image/gif"), "https://herald.example/a.gif"),
    record("response", answer(FERRY, "404 Not Found"), "https://herald.example/gone"),
    record(
        "response",
        answer(gzip.compress(FERRY), more="Content-Encoding: gzip\r\n"),
        "https://herald.example/again",
    ),
    record("response", answer(b"<html><body></body></html>"), "https://herald.example/hollow"),
]


@pytest.fixture(params=["plain.warc", "packed.warc.gz"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path: Path = tmp_path / request.param
    pack = gzip.compress if path.suffix == ".gz" else bytes
    path.write_bytes(b"".join(pack(one) for one in RECORDS))
    return path


def test_html_answers_are_articles_and_all_else_is_passed_over(archive: Path) -> None:
    told: list[str] = []

    ferry, again = read_articles(archive, on_problem=lambda problem: told.append(problem.message))

    assert (ferry.id, ferry.url, ferry.title, ferry.outlet, ferry.published) == (
        URL,
        URL,
        "Ferry runs aground off Port Nadir",
        "The Harbour Herald",
        date(2031, 3, 2),
    )
    assert ferry.event == archive.name.partition(".")[0]
    assert (again.id, again.text) == ("https://herald.example/again", ferry.text)
    assert len(told) == 1
    assert told[0].endswith("has no text; the row is left out")


def test_captions_are_told_apart_and_comments_left_out(archive: Path) -> None:
    ferry = next(iter(read_articles(archive, on_problem=print)))

    captions = [ferry.words_of(b) for b in ferry.stories[0].blocks if b.section is Section.CAPTION]

    assert captions == ["The ferry Santa Rosa on Monday; 40 people were on board. Photo: Jane Roe"]
    assert "99 dead" not in ferry.text
    assert "Storm kills" not in ferry.text


HUGE = b"<html><body>" + b"<p>All is calm.</p>" * 600_000


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(answer(HUGE), id="plain"),
        pytest.param(answer(gzip.compress(HUGE), more="Content-Encoding: gzip\r\n"), id="packed"),
    ],
)
def test_a_page_larger_than_any_report_is_told_and_the_others_go_on(tmp_path: Path, page: bytes) -> None:
    path = tmp_path / "harbour.warc"
    path.write_bytes(record("response", page, "https://herald.example/huge") + RECORDS[2])
    told: list[str] = []

    (ferry,) = read_articles(path, on_problem=lambda problem: told.append(problem.message))

    assert ferry.id == URL
    assert told == ["page 1: is larger than 10 MB, more than any report; left out"]


@pytest.mark.parametrize("cut", [40, 400])
def test_an_archive_that_breaks_off_keeps_what_was_read(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "cut.warc.gz"
    path.write_bytes(gzip.compress(RECORDS[2]) + gzip.compress(RECORDS[5])[:cut])

    articles = list(read_articles(path, on_problem=lambda _: None))

    assert articles[0].id == URL


@pytest.mark.parametrize("raw", [b"", b"no archive", b"\x1f\x8bbroken"])
def test_what_is_no_archive_is_one_line(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "x.warc.gz"
    path.write_bytes(raw)

    with pytest.raises(InputError) as refused:
        list(read_articles(path, on_problem=lambda _: None))
    assert str(refused.value).startswith(f"{path.as_posix()}: ")
    assert "\n" not in str(refused.value)
