"""Collectors and tests: a facts file or a folder of articles, and one test for each rule and event."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from atodds.check import check
from atodds.errors import AtoddsError
from atodds.facts.accepting import accepted_by_file
from atodds.facts.file import FactsFile, read_facts
from atodds.facts.judging import Judge, Judgement
from atodds.pytest_plugin.reporting import RUNS
from atodds.read.articles import read_articles
from atodds.report.rows import packed
from atodds.report.table import table_of_rows
from atodds.report.tally import articles
from atodds.rulebook.load import load_rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from _pytest._code.code import TerminalRepr

    from atodds.model.finding import Problem, Run
    from atodds.rulebook.book import Rulebook

WIDTH = 100
Style = Literal["long", "short", "line", "no", "native", "value", "auto"] | None


class Discrepancy(Exception):  # noqa: N818 - it is what was found, no mistake of the program
    """A test of a rule on an event failed; its text is the whole failure report."""


class RuleOnEvent(pytest.Item):
    """One rule on one event, named "killed[dock-fire]"."""

    judgement: Judgement
    atodds_rows: str
    line: int

    def runtest(self) -> None:
        """Fail with the table of who says what; skip where nothing could be compared."""
        judged = self.judgement
        if judged.failures:
            raise Discrepancy("\n".join([*judged.failures, "", table_of_rows(judged.rows, WIDTH).rstrip()]))
        if judged.skipped:
            pytest.skip(judged.skipped)

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: Style = None
    ) -> str | TerminalRepr:
        """Return the finding's table instead of a traceback."""
        if isinstance(excinfo.value, Discrepancy):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[str, int, str]:
        """Return the file and the line, counted from 0, that asks for this test."""
        return str(self.path), self.line - 1, self.name


class Refused(pytest.Item):
    """Stands for the tests of a file that cannot be read, so that all other tests run."""

    message: str

    def setup(self) -> None:
        """Report an error of this file's collection."""
        raise Discrepancy(self.message)

    def runtest(self) -> None:
        """Do nothing: the setup has failed."""

    def repr_failure(
        self,
        excinfo: pytest.ExceptionInfo[BaseException],
        style: Style = None,  # noqa: ARG002 - pytest's signature
    ) -> str:
        """Return the located error instead of a traceback."""
        return str(excinfo.value)

    def reportinfo(self) -> tuple[str, None, str]:
        """Return the file that is refused."""
        return str(self.path), None, self.name


class FactsTests(pytest.File):
    """The tests of a facts file."""

    def collect(self) -> Iterable[pytest.Item]:
        """Check the file's articles and yield a test for each rule and event."""
        try:
            file = read_facts(self.path)
            run = _checked(self, file.articles(), file.rulebook, file.facts.event)
        except AtoddsError as error:
            return [_refused(self, error)]
        run = accepted_by_file(run, file, _today())
        judge = Judge(run, file.facts.fail_on, file.expectations)
        return [_marked(test, file) for test in _tests(self, run, judge)]


class ArticleFolder(pytest.Directory):
    """The tests of a folder of articles that --atodds-articles names."""

    def collect(self) -> Iterable[pytest.Item]:
        """Check the articles and yield a test for each rule and event."""
        return _tests_of_articles(self)


class ArticleTable(pytest.File):
    """The tests of a single file or table of articles that --atodds-articles names."""

    def collect(self) -> Iterable[pytest.Item]:
        """Check the articles and yield a test for each rule and event."""
        return _tests_of_articles(self)


def _tests_of_articles(parent: ArticleFolder | ArticleTable) -> list[pytest.Item]:
    given = parent.config.getoption("atodds_rules")
    try:
        rulebook = load_rulebook([parent.config.invocation_params.dir / path for path in given] or None)
        run = _checked(parent, [str(parent.path)], rulebook)
    except AtoddsError as error:
        return [_refused(parent, error)]
    return list(_tests(parent, run, Judge(run)))


def _checked(parent: pytest.Collector, paths: Iterable[str], rulebook: Rulebook, event: str = "") -> Run:
    """Return the run on articles; reports need their paths as they are below the root of the project."""
    problems: list[Problem] = []
    root = parent.config.rootpath
    found = (
        replace(article, path=_below(root, article.path), event=event or article.event)
        for article in read_articles(paths, on_problem=problems.append)
    )
    return check(found, rulebook, problems=problems)


def _below(root: Path, path: str) -> str:
    return Path(path).relative_to(root).as_posix() if Path(path).is_relative_to(root) else path


def _tests(parent: pytest.Collector, run: Run, judge: Judge) -> Iterator[RuleOnEvent]:
    parent.config.stash.setdefault(RUNS, []).append(run)
    number = articles(run)
    for index, judged in enumerate(judge.judgements()):
        name = f"{judged.rule}[{judged.event}]"
        # pytest reads brackets in an id as parameters, also when it looks for the last failed.
        test = RuleOnEvent.from_parent(parent, name=name, nodeid=f"{parent.nodeid}::{name}")
        test.judgement = judged
        test.line = 1
        test.atodds_rows = json.dumps(
            {
                "place": parent.nodeid,
                "articles": number,
                "problems": [] if index else [f"{one.path}: {one.message}" for one in run.problems],
                "rows": [packed(row) for row in judged.rows],
                "stale": [
                    str(one.standing)
                    for one in run.stale
                    if one.rule == judged.rule and one.event == judged.event
                ],
            }
        )
        test.add_marker("atodds")
        test.user_properties += [
            ("atodds_rule", judged.rule),
            ("atodds_event", judged.event),
            ("atodds_verdict", str(judged.verdict)),
            *(("atodds_fingerprint", one) for one in judged.fingerprints),
        ]
        yield test


def _marked(test: RuleOnEvent, file: FactsFile) -> RuleOnEvent:
    """Give a test the markers, the expected failure and the line that its facts file has for it."""
    judged = test.judgement
    for marker in file.facts.markers:
        test.add_marker(marker)
    for doubt in file.facts.xfail:
        if doubt.rule == judged.rule and doubt.event in ("", judged.event):
            test.add_marker(pytest.mark.xfail(reason=doubt.reason))
    entries = [index for index, entry in enumerate(file.facts.accept) if entry.rule == judged.rule]
    if judged.rule in file.facts.expect:
        test.line = file.line("expect", judged.rule)
    elif entries:
        test.line = file.line("accept", entries[0])
    return test


def _refused(parent: pytest.Collector, error: AtoddsError) -> Refused:
    test: Refused = Refused.from_parent(parent, name="readable")
    test.message = str(error)
    return test


def _today() -> date:
    # The only place where the plugin reads the clock: an acceptance may have a last day.
    return datetime.now().astimezone().date()
