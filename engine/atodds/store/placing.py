"""A file that is written beside its place and put there whole."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from atodds.errors import AtoddsError

if TYPE_CHECKING:
    from pathlib import Path


def put(draft: Path, path: Path) -> None:
    """Put a draft in the place of a file, once it lies on the disk; raises AtoddsError where it cannot."""
    try:
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise AtoddsError(f"cannot write {path}: {error.strerror or error}") from error
