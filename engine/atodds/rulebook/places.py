"""Where the shipped rules lie: beside the package in a wheel, at the top of the checkout otherwise."""

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
