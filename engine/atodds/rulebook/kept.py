"""What was made of rule and lexicon files, kept in the user's cache folder until they or atodds change."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from atodds.rulebook.fingerprint import engine_fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

VARIABLE: Final = "ATODDS_CACHE_DIR"
"""The environment variable that names the folder; empty, it has nothing kept."""
_MOST: Final = 200  # files of the folder; the oldest go

Json = Any


def kept(files: Iterable[Path], make: Callable[[], Json]) -> Json:
    """
    Return what `make` makes of files, or what it made of them the last time: a value that JSON has.

    Whatever is wrong with the folder, or with what lies in it, costs time only.
    """
    place = _folder()
    paths = [Path(os.path.abspath(file)) for file in files]  # noqa: PTH100 - links are followed when a file is read
    told = None if place is None else _digest(paths)
    if place is None or told is None:
        return make()
    name = hashlib.blake2b("\0".join(map(str, paths)).encode("utf-8", "surrogateescape"), digest_size=16)
    file = place / f"{name.hexdigest()}.json"
    try:
        head, _, body = file.read_bytes().partition(b"\n")
        if head == told:
            return json.loads(body)
    except (OSError, ValueError):
        pass
    made = make()
    text = json.dumps(made, ensure_ascii=True, separators=(",", ":"))
    if json.loads(text) == made:
        _write(file, told + b"\n" + text.encode())
    return made


@cache
def _folder() -> Path | None:
    """Return the folder, made where it is missing; None where there is none that is the user's alone."""
    given = os.environ.get(VARIABLE)
    if given == "":
        return None
    folder = Path(given) if given else _caches() / "atodds"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        about = folder.stat()
    except OSError:
        return None
    if hasattr(os, "geteuid") and (
        about.st_uid != os.geteuid() or about.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    ):
        return None
    return folder


def _caches() -> Path:
    """Return where programs of this system keep what they can make again."""
    home = os.path.expanduser("~")  # noqa: PTH111 - Path.home() raises where there is none
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local"))  # noqa: PTH118
    if sys.platform == "darwin":
        return Path(home, "Library", "Caches")
    return Path(os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache"))  # noqa: PTH118


def _digest(files: Iterable[Path]) -> bytes | None:
    """Return what changes with the files and with atodds, None if a file cannot be read."""
    digest = hashlib.blake2b(engine_fingerprint().encode(), digest_size=16)
    try:
        for file in files:
            content = file.read_bytes()
            digest.update(b"%d %b" % (len(content), content))
    except (OSError, ValueError):
        return None
    return digest.hexdigest().encode()


def _write(file: Path, content: bytes) -> None:
    """Put a file in its place whole, and the oldest others out of it."""
    draft = file.with_suffix(f".{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(file)
        others = sorted(file.parent.glob("*.json"), key=lambda other: other.stat().st_mtime)
        for other in others[:-_MOST]:
            other.unlink()
    except OSError:
        draft.unlink(missing_ok=True)
