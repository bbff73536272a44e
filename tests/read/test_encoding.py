from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.errors import InputError
from atodds.read.encoding import decode, mended, on_one_line, paired

TEXT = "Fähre “Anemone” läuft auf – 12 missing\n"


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=[
        "utf-8",
        "utf-8 mark",
        "utf-16-le",
        "utf-16-be",
        "utf-32-le",
        "utf-32-be",
        "le bare",
        "be bare",
        "cp1252",
    ],
)
def test_a_text_is_read_in_any_of_its_encodings(raw: bytes) -> None:
    assert decode(raw) == TEXT


def test_a_text_beyond_latin_letters_is_detected() -> None:
    # A ferry ran aground, twelve are missing.
    text = "Паром сел на мель у порта, двенадцать человек пропали без вести, сообщила береговая охрана.\n" * 5  # noqa: RUF001

    assert decode(text.encode("cp1251")) == text


def test_utf8_cut_in_a_character_keeps_the_rest() -> None:
    assert decode(TEXT.encode()[:2] + b" " + TEXT.encode()) == "F\ufffd " + TEXT


def test_nul_bytes_and_line_ends_stay_where_they_are() -> None:
    assert decode(b"Twelve died.\r\n\0\0Sixty were hurt.\r") == "Twelve died.\r\n\0\0Sixty were hurt.\r"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04", "a ZIP archive"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (bytes(range(1, 32)) * 4, "binary"),
        (b"\0" * 64, "binary"),
    ],
)
def test_what_is_no_text_is_refused_with_its_kind(raw: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        decode(raw)


@given(st.binary())
def test_any_bytes_are_read_or_refused_in_words(raw: bytes) -> None:
    try:
        said = decode(raw)
    except InputError as error:
        said = str(error)

    assert said.encode() or not raw.strip(b"\xef\xbb\xbf")


@given(st.text())
def test_any_utf8_text_comes_back_as_it_was(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()) == text


@given(st.text())
def test_a_clean_line_needs_no_mending(text: str) -> None:
    assert mended(text) == text
    assert paired(text) == text


def test_a_line_with_windows_quotes_in_a_utf8_file_is_mended() -> None:
    line = TEXT.encode("cp1252").decode("utf-8", "surrogateescape")

    assert mended(line) == TEXT


def test_a_message_stays_on_one_line_whatever_it_quotes() -> None:
    assert (
        on_one_line("no column text; its columns are a\vb\n, é")
        == r"no column text; its columns are a\x0bb\n, é"
    )


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    assert paired("fire \ud83d here") == "fire \ufffd here"
