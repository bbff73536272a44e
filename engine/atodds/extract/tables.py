"""The linguistic tables of `rules/lexicon/`, read once."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from atodds.rulebook.places import rules_root

# Every scalar stays a string: `no` and `on` are words here, not truth values.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def table(name: str) -> dict[str, Any]:
    """
    Return the lexicon file `name`.yaml as a mapping whose leaves are strings.

    Raises FileNotFoundError if there is no such file.
    """
    words = (rules_root() / "lexicon" / f"{name}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(words, _Loader)  # noqa: S506 - builds nothing but strings
    return loaded
