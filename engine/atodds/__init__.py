"""atodds finds where news reports of the same event disagree."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from atodds.check import check, find_claims
    from atodds.compare.grade import grade_quotes
    from atodds.extract.quantities import find_quantities as quantities
    from atodds.extract.quotes import find_quotes as quotes
    from atodds.read.articles import read_article, read_articles
    from atodds.rulebook.load import load_rulebook

__all__ = [
    "check",
    "find_claims",
    "grade_quotes",
    "load_rulebook",
    "quantities",
    "quotes",
    "read_article",
    "read_articles",
]

# Name in the API -> where it lives. Imported when first asked for, so that `import atodds` stays cheap.
_API = {
    "check": "atodds.check:check",
    "find_claims": "atodds.check:find_claims",
    "grade_quotes": "atodds.compare.grade:grade_quotes",
    "load_rulebook": "atodds.rulebook.load:load_rulebook",
    "quantities": "atodds.extract.quantities:find_quantities",
    "quotes": "atodds.extract.quotes:find_quotes",
    "read_article": "atodds.read.articles:read_article",
    "read_articles": "atodds.read.articles:read_articles",
}


class _Package(ModuleType):
    """The package itself: `atodds.check` is the function, whoever imports the module `atodds.check` first."""

    def __setattr__(self, name: str, value: object) -> None:
        # Importing a module binds it to its package, which would put the module in the function's place.
        if not (name in _API and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


def __getattr__(name: str) -> Any:  # noqa: ANN401 - each name has a type of its own
    if name not in _API:
        raise AttributeError(f"module 'atodds' has no attribute {name!r}")
    module, _, attribute = _API[name].partition(":")
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


sys.modules[__name__].__class__ = _Package
