"""Bytes become text: byte order marks, UTF-8, UTF-16, the Windows code pages, and what is no text at all."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

from atodds.errors import InputError

if TYPE_CHECKING:
    from typing import BinaryIO

# UTF-32 stands first, since its little-endian mark begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC: Final = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture or sound"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"PAR1", "a Parquet table"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
# Control characters that no text holds; tab, line ends, form feed, escape and NUL are met in scraped text.
_CONTROLS: Final = bytes(set(range(1, 32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_HIGH: Final = bytes(range(128, 256))
LONGEST: Final = 10_000_000
"""Characters of a text or of a line of a table; no report has as many, and they would fill the memory."""
TOO_LONG: Final = f"has more than {LONGEST // 10**6} million characters, more than any report"
_SAMPLE: Final = 65_536
_DETECT: Final = 16_384


def limited(raw: BinaryIO) -> bytes:
    """Read a file as far as a text may go, or a little further; see LONGEST."""
    return raw.read(4 * LONGEST + 1)


def decode(raw: bytes) -> str:
    """
    Return the text of a file's bytes; of the bytes only a byte order mark is left out.

    A text that is nearly UTF-8 (cut in the middle of a character, one stray byte) is read as UTF-8 with
    U+FFFD for what is broken. Raises InputError for bytes that are no text, with the reason but no path.
    """
    encoding, skip = sniff(raw[:_SAMPLE])
    body = raw[skip:] if skip else raw
    if encoding != "utf-8":
        return body.decode(encoding, errors="replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(body)


def sniff(sample: bytes) -> tuple[str, int]:
    """
    Return the encoding that the first bytes of a file speak for, and the length of its byte order mark.

    Whatever is neither UTF-16 nor UTF-32 counts as "utf-8" here; `decode` looks closer. Raises InputError for
    pictures, archives and other bytes that are no text.
    """
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding, len(mark)
    for magic, name in _MAGIC:
        if sample.startswith(magic):
            raise InputError(f"is {name}, not text")
    if b"\0" in sample and (encoding := _utf16_without_mark(sample)):
        return encoding, 0
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls * 20 > len(sample) or sample.count(0) * 2 > len(sample) > 1:
        raise InputError("is binary, not text")
    return "utf-8", 0


def mended(text: str) -> str:
    """
    Return text that was read with `surrogateescape`, its undecodable bytes read again as `decode` would.

    Text without such bytes comes back as it is.
    """
    if text.isascii() or _is_clean(text):
        return text
    return _not_utf8(text.encode("utf-8", "surrogateescape"))


def paired(text: str) -> str:
    """Return the text with U+FFFD for every half of a surrogate pair, as a JSON escape may leave it."""
    if text.isascii() or _is_clean(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def on_one_line(text: str) -> str:
    """Return the text for a message, with an escape for each character that would break or blur its line."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text
    )


def _is_clean(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _utf16_without_mark(sample: bytes) -> str:
    """Return the UTF-16 whose high bytes are mostly NUL, as those of Latin letters are, else ""."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    enough = len(sample) // 5
    if odd > enough and odd > 8 * even:
        return "utf-16-le"
    if even > enough and even > 8 * odd:
        return "utf-16-be"
    return ""


def _not_utf8(raw: bytes) -> str:
    """
    Read bytes that are no clean UTF-8.

    Where as many characters beyond ASCII came out whole as broken, it is UTF-8 with a stray byte or a cut.
    Where few bytes are beyond ASCII it is Windows-1252, as browsers take it: on one or two curly quotes
    no detector does better. Only then are the other code pages tried.
    """
    as_utf8 = raw.decode("utf-8", errors="replace")
    broken = as_utf8.count("\ufffd")
    ascii_bytes = len(raw.translate(None, _HIGH))
    if len(as_utf8) - ascii_bytes - broken >= broken:
        return as_utf8
    high = len(raw) - ascii_bytes
    if high * 10 > len(raw):
        import charset_normalizer  # noqa: PLC0415 - slow to import, and most files are UTF-8

        guess = charset_normalizer.from_bytes(raw[:_DETECT]).best()
        if guess is not None:
            return raw.decode(guess.encoding, errors="replace")
    return raw.decode("cp1252", errors="replace")
