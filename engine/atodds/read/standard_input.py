"""The standard input as a stream of bytes, and whether it holds JSON lines or one text."""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

_BUFFER: Final = 1 << 17


@contextmanager
def standard_input() -> Iterator[tuple[io.BufferedReader[Any], bool]]:
    """
    Open the standard input: its bytes, and True where they begin as a JSON object does.

    It is read from where it stands and left open.
    """
    raw = io.BufferedReader(_Open(sys.stdin.buffer), _BUFFER)
    yield raw, raw.peek(_BUFFER).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


class _Open(io.RawIOBase):
    """A stream that stays open when its readers are done with it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = cast("io.BufferedReader[Any]", stream)

    def readable(self) -> bool:
        """Say yes."""
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - any buffer
        """Fill the buffer with what the stream has at hand; 0 at its end."""
        return self._stream.readinto1(buffer)
