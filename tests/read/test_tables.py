from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from atodds.errors import InputError
from atodds.read.articles import read_articles

if TYPE_CHECKING:
    from pathlib import Path

    from atodds.model.article import Article
    from atodds.model.finding import Problem

TEXT = "Twelve people died."


def read(path: Path) -> tuple[list[Article], list[str]]:
    """Return the articles of a table and the problems told on the way."""
    problems: list[Problem] = []
    articles = list(read_articles(path, on_problem=problems.append))
    assert {problem.path for problem in problems} <= {path.as_posix()}
    return articles, [problem.message for problem in problems]


def jsonl(folder: Path, *rows: object) -> Path:
    path = folder / "strait.jsonl"
    path.write_text(
        "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), encoding="utf-8"
    )
    return path


def csv(folder: Path, *lines: str, name: str = "strait.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_every_column_of_a_row_is_read(tmp_path: Path) -> None:
    row = {
        "id": 7,
        "text": TEXT,
        "title": "Ferry aground",
        "outlet": "The Strait",
        "published": "2031-03-02T08:00:00Z",
        "url": "https://strait.example/7",
        "event": "ferry",
        "author": {"name": "of no concern"},
    }

    [article], problems = read(jsonl(tmp_path, row))

    assert problems == []
    assert (article.id, article.text, article.title, article.outlet) == (
        "7",
        TEXT,
        "Ferry aground",
        "The Strait",
    )
    assert (article.published, article.url, article.event) == (date(2031, 3, 2), row["url"], "ferry")
    assert article.path == (tmp_path / "strait.jsonl").as_posix()


def test_a_row_without_id_is_called_by_its_line_and_without_event_by_its_file(tmp_path: Path) -> None:
    [article], _ = read(jsonl(tmp_path, "", {"text": TEXT}))

    assert (article.id, article.event) == ("strait.jsonl:2", "strait")


BAD_ROWS = {
    '{"text": ': "line 2: is no JSON object: Expecting value at column 9",
    "[1, 2]": "line 2: is no object with id and text but a list",
    "null": "line 2: is no object with id and text but null",
    '"text"': "line 2: is no object with id and text but a string",
    '{"id": "b"}': "line 2: has no text; the row is left out",
    '{"id": "b", "text": null}': "line 2: has no text; the row is left out",
    '{"id": "b", "text": " \\n"}': "line 2: has no text; the row is left out",
    '{"id": "b", "text": ["a"]}': "line 2: text is list, not a string; the row is left out",
    "[" * 100_000: "line 2: is no JSON that can be read: nested too deep, or a number too long",
    '{"id": '
    + "9" * 5000
    + "}": "line 2: is no JSON that can be read: nested too deep, or a number too long",
    '{"id": "a", "text": "Again."}': "id 'a' is used twice in strait; left out",
}


@pytest.mark.parametrize(("line", "message"), BAD_ROWS.items(), ids=lambda value: value[:24])
def test_a_bad_row_is_told_in_one_line_and_the_others_go_on(tmp_path: Path, line: str, message: str) -> None:
    path = jsonl(tmp_path, {"id": "a", "text": TEXT}, line, {"id": "c", "text": TEXT})

    articles, problems = read(path)

    assert [article.id for article in articles] == ["a", "c"]
    assert problems == [message]


BAD_CELLS = {
    '{"text": "T.", "published": "soon"}': "line 1: published 'soon' names no day, or two; taken as unknown",
    '{"text": "T.", "published": [1]}': "line 1: published 'list' names no day, or two; taken as unknown",
    '{"text": "T.", "outlet": {}}': "line 1: outlet is dict, not a string; taken as unknown",
    '{"text": "T.", "id": true}': "line 1: id is bool, not a string; taken as unknown",
    '{"text": "T.", "event": 1.5}': "line 1: event is float, not a string; taken as unknown",
}


@pytest.mark.parametrize(("line", "message"), BAD_CELLS.items())
def test_a_bad_cell_is_told_and_taken_as_unknown(tmp_path: Path, line: str, message: str) -> None:
    [article], problems = read(jsonl(tmp_path, line))

    assert problems == [message]
    assert (article.text, article.published, article.outlet, article.event) == ("T.", None, "", "strait")


def test_a_row_in_another_encoding_is_read_in_the_middle_of_a_utf8_table(tmp_path: Path) -> None:
    path = tmp_path / "strait.jsonl"
    path.write_bytes('{"text": "Fähre."}\n'.encode() + '{"text": "“Fähre” said 12"}\n'.encode("cp1252"))

    articles, problems = read(path)

    assert [article.text for article in articles] == ["Fähre.", "“Fähre” said 12"]
    assert problems == []


def test_a_broken_escape_leaves_text_that_can_be_printed(tmp_path: Path) -> None:
    [article], _ = read(
        jsonl(tmp_path, '{"id": "\\udc80", "text": "fire \\ud83d here", "published": "\\ud83d"}')
    )

    assert (article.id, article.text) == ("\ufffd", "fire \ufffd here")


def test_a_table_is_read_in_utf16_and_with_a_mark(tmp_path: Path) -> None:
    for encoding in ("utf-16", "utf-8-sig", "utf-16-le"):
        path = tmp_path / "strait.jsonl"
        path.write_text('{"id": "a", "text": "Fähre."}\r\n', encoding=encoding, newline="")

        [article], problems = read(path)

        assert (article.id, article.text, problems) == ("a", "Fähre.", [])


def test_csv_cells_may_hold_line_breaks_and_quotes(tmp_path: Path) -> None:
    path = csv(tmp_path, "ID,Text,event", 'a,"Ferry aground', "", 'He said ""no"".",ferry', "b,Twelve died.,")

    articles, problems = read(path)

    assert problems == []
    assert [(article.id, article.text, article.event) for article in articles] == [
        ("a", 'Ferry aground\n\nHe said "no".', "ferry"),
        ("b", "Twelve died.", "strait"),
    ]


@pytest.mark.parametrize(
    ("name", "delimiter"),
    [("strait.csv", ","), ("strait.csv", ";"), ("strait.csv", "\t"), ("strait.tsv", "\t")],
)
def test_csv_takes_the_delimiter_of_its_header(tmp_path: Path, name: str, delimiter: str) -> None:
    path = csv(tmp_path, delimiter.join(["id", "text"]), delimiter.join(["a", TEXT]), name=name)

    [article], _ = read(path)

    assert (article.id, article.text) == ("a", TEXT)


def test_csv_with_the_line_ends_of_old_macs_is_read(tmp_path: Path) -> None:
    path = tmp_path / "strait.csv"
    path.write_bytes(b"id,text\ra,Twelve died.\rb,Sixty were hurt.\r")

    articles, _ = read(path)

    assert [article.id for article in articles] == ["a", "b"]


def test_a_short_csv_row_lacks_its_last_cells_and_a_long_one_is_told(tmp_path: Path) -> None:
    path = csv(
        tmp_path, "id,text,outlet", "a,Twelve died.", "b,Twelve, so far, died.,The Strait", "c,Sixty hurt.,"
    )

    articles, problems = read(path)

    assert [article.id for article in articles] == ["a", "c"]
    assert problems == ["line 3: has 5 cells, but the header 3"]


def test_an_open_quote_at_the_end_of_a_csv_is_told_with_its_line(tmp_path: Path) -> None:
    path = csv(tmp_path, "id,text", "a,Twelve died.", 'b,"Sixty were')

    articles, problems = read(path)

    assert [article.id for article in articles] == ["a"]
    assert problems == ["line 3: is no CSV row: unexpected end of data"]


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("id,body", 'has no column "text"; its columns are id, body'),
        ("text,id,text", 'has twice a column "text"; its columns are text, id, text'),
    ],
)
def test_csv_without_its_column_is_refused_in_one_line(tmp_path: Path, header: str, message: str) -> None:
    path = csv(tmp_path, header, "a,b,c")

    with pytest.raises(InputError) as refused:
        read(path)

    assert str(refused.value) == f"{path.as_posix()}: {message}"


@pytest.mark.parametrize("name", ["strait.csv", "strait.jsonl"])
@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_a_table_without_rows_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(InputError, match="holds no rows"):
        read(path)


@pytest.mark.parametrize("name", ["strait.csv", "strait.jsonl"])
def test_a_cell_of_five_million_characters_is_read(tmp_path: Path, name: str) -> None:
    text = "Twelve died. " * 400_000
    path = tmp_path / name
    path.write_text(
        f"text\n{text}\n" if name.endswith("csv") else json.dumps({"text": text}), encoding="utf-8"
    )

    [article], _ = read(path)

    assert len(article.text) == len(text)
