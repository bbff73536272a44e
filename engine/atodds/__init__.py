"""atodds finds where news reports of the same event disagree."""

from __future__ import annotations

from importlib import import_module
from typing import Any

# Name in the API -> where it lives. Imported when first asked for, so that `import atodds` stays cheap.
_API = {
    "grade_quotes": "atodds.compare.grade:grade_quotes",
    "read_article": "atodds.read.articles:read_article",
    "read_articles": "atodds.read.articles:read_articles",
    "quantities": "atodds.extract.quantities:find_quantities",
    "quotes": "atodds.extract.quotes:find_quotes",
}

__all__ = list(_API)


def __getattr__(name: str) -> Any:  # noqa: ANN401 - each name has a type of its own
    if name not in _API:
        raise AttributeError(f"module 'atodds' has no attribute {name!r}")
    module, _, attribute = _API[name].partition(":")
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value
