"""Where rules and lists lie: the shipped in the package of a wheel, at the top of the checkout otherwise."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


@cache
def rules_root() -> Path:
    """
    Return the folder of the shipped rules and their `lexicon/`.

    An editable install leaves the rules in the checkout, three folders above the package; a wheel carries
    them as `atodds/_rules`. Raises FileNotFoundError if neither is there.
    """
    for folder in (PACKAGE / "_rules", PACKAGE.parents[1] / "rules"):
        if (folder / "lexicon").is_dir():
            return folder
    raise FileNotFoundError(f"no rules beside {PACKAGE}; reinstall atodds")


def own_list_files(folder: Path) -> list[Path]:
    """Return the files of the word lists that a folder of rules brings along; the shipped have none."""
    return [] if folder.resolve() == rules_root() else sorted((folder / "lexicon").glob("*.yaml"))
