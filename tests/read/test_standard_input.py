"""The standard input, "-": one text, or a table in JSON lines."""

from __future__ import annotations

import io
import sys

import pytest

from atodds.errors import InputError
from atodds.read.articles import read_articles


class _Input:
    """A standard input of some bytes."""

    def __init__(self, raw: bytes) -> None:
        self.buffer = io.BytesIO(raw)


def test_a_text_is_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", _Input(b"Twelve died.\n"))

    [article] = read_articles("-")

    assert (article.id, article.event, article.text, article.path) == ("-", "stdin", "Twelve died.\n", "-")


@pytest.mark.parametrize("before", [b"", b"\n  ", b"\xef\xbb\xbf"])
def test_json_lines_are_articles(monkeypatch: pytest.MonkeyPatch, before: bytes) -> None:
    raw = before + b'{"id": "a", "text": "Twelve died."}\n{"text": "T.", "event": "ferry"}\n'
    monkeypatch.setattr(sys, "stdin", _Input(raw))

    articles = list(read_articles(["-"]))

    assert [(one.id, one.event) for one in articles][:1] == [("a", "stdin")]
    assert articles[1].event == "ferry"


@pytest.mark.parametrize(
    ("raw", "message"), [(b"", "-: is empty"), (b"\x89PNG", "-: is a PNG picture, not text")]
)
def test_nothing_to_read_is_one_line(monkeypatch: pytest.MonkeyPatch, raw: bytes, message: str) -> None:
    monkeypatch.setattr(sys, "stdin", _Input(raw))

    with pytest.raises(InputError) as refused:
        list(read_articles("-", on_problem=lambda _: None))
    assert str(refused.value) == message


def test_the_standard_input_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = _Input(b'{"text": "Twelve died."}\n')
    monkeypatch.setattr(sys, "stdin", stdin)

    list(read_articles("-"))

    assert not stdin.buffer.closed
