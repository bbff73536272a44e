"""What all tests share: they keep what they make of rule files beside pytest's cache, not in the user's."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from atodds.rulebook.kept import VARIABLE

if TYPE_CHECKING:
    import pytest


def pytest_configure(config: pytest.Config) -> None:
    if config.cache is not None:
        os.environ[VARIABLE] = str(config.cache.mkdir("atodds-rules"))
