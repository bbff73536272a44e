"""The fingerprint of atodds itself: what other code or another lexicon made is not believed."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from typing import TYPE_CHECKING

from atodds.rulebook.places import PACKAGE, rules_root

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@cache
def engine_fingerprint() -> str:
    """
    Return 32 hex digits that change with every change of a source file of atodds or of the shipped lexicon.

    The files are read once in a process, which takes some milliseconds. A release number would be cheaper and
    would stay the same while somebody works on the engine.
    """
    digest = hashlib.blake2b(digest_size=16)
    for root in (PACKAGE, rules_root() / "lexicon"):
        for path in _files(root):
            name = os.path.relpath(path, root).encode("utf-8", "surrogateescape")
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - Path.open takes as long as the reading
                content = file.read()
            digest.update(b"%d %d %b%b" % (len(name), len(content), name, content))
    return digest.hexdigest()


def _files(folder: str | Path) -> Iterator[str]:
    """Yield the files of a folder and of those below it, in the order of their names."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        else:
            yield entry.path
