"""What was left out is told once: as a problem, or as the error that ends the reading."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from atodds.model.finding import Problem
from atodds.read.encoding import on_one_line

if TYPE_CHECKING:
    from collections.abc import Callable


class Telling:
    """
    Tells problems in their order, but holds the first back until there is an article or a second problem.

    A problem that is alone and leaves no article becomes the error, which should not be read twice.
    """

    def __init__(self, on_problem: Callable[[Problem], None] | None) -> None:
        self.only: Problem | None = None
        self._on_problem = on_problem
        self._holds = True

    def tell(self, told: Problem) -> None:
        """Pass a problem on, each line break and control character in it shown as an escape."""
        # Names of files and of columns may hold anything.
        problem = Problem(on_one_line(told.path), on_one_line(told.message))
        if self._holds and self.only is None:
            self.only = problem
            return
        self.release()
        self._pass_on(problem)

    def release(self) -> None:
        """Pass on what was held back; from now on nothing is."""
        held, self.only, self._holds = self.only, None, False
        if held:
            self._pass_on(held)

    def _pass_on(self, problem: Problem) -> None:
        if self._on_problem is None:
            warnings.warn(f"{problem.path}: {problem.message}", stacklevel=5)
        else:
            self._on_problem(problem)
