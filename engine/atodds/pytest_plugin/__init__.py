"""
The pytest plugin: facts files become tests, one for each rule and event.

It is loaded in every pytest run of an environment that has atodds. So it imports the engine only when there
is something to check, and says nothing where there is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from atodds.facts.agreement import Agreement
    from atodds.pytest_plugin.collection import ArticleFolder, ArticleTable, FactsTests

SUFFIX = ".facts.yaml"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of atodds."""
    group = parser.getgroup("atodds", "reports that disagree (atodds)")
    group.addoption(
        "--atodds-articles",
        metavar="PATH",
        action="append",
        default=[],
        help="check a folder or table of articles without a facts file. Repeatable",
    )
    group.addoption(
        "--atodds-rules",
        metavar="PATH",
        action="append",
        default=[],
        help="the rules for --atodds-articles, instead of the shipped ones. Repeatable",
    )
    group.addoption(
        "--atodds-report",
        metavar="FORMAT=FILE",
        action="append",
        default=[],
        help="write a report of all that was checked, in any format of `atodds check`. Repeatable",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker, refuse wrong options, and collect what --atodds-articles names."""
    config.addinivalue_line("markers", "atodds: a test of a facts file (or of --atodds-articles)")
    if config.getoption("atodds_report"):
        from atodds.pytest_plugin.reporting import outputs  # noqa: PLC0415 - see the module's docstring

        outputs(config)
    for given in config.getoption("atodds_articles"):
        path = (config.invocation_params.dir / given).resolve()
        if not path.exists():
            raise pytest.UsageError(f"--atodds-articles {given}: there is no such file or folder")
        if str(path) not in config.args:
            config.args.append(str(path))


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> FactsTests | ArticleTable | None:
    """Collect facts files, and tables of articles that --atodds-articles names."""
    if file_path.name.endswith(SUFFIX):
        from atodds.pytest_plugin.collection import FactsTests  # noqa: PLC0415 - see the module's docstring

        return FactsTests.from_parent(parent, path=file_path)
    if _is_named(file_path, parent.config):
        from atodds.pytest_plugin.collection import ArticleTable  # noqa: PLC0415

        return ArticleTable.from_parent(parent, path=file_path)
    return None


def pytest_collect_directory(path: Path, parent: pytest.Collector) -> ArticleFolder | None:
    """Collect folders of articles that --atodds-articles names."""
    if not _is_named(path, parent.config):
        return None
    from atodds.pytest_plugin.collection import ArticleFolder  # noqa: PLC0415 - see the module's docstring

    return ArticleFolder.from_parent(parent, path=path)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Attach the rows of the table to the report of a test; with xdist only reports reach the terminal."""
    report = yield
    if call.when == "call" and (rows := getattr(item, "atodds_rows", None)):
        report.atodds_rows = rows  # type: ignore[attr-defined]
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the reports that --atodds-report asks for."""
    if session.config.getoption("atodds_report") and not session.config.option.collectonly:
        from atodds.pytest_plugin.reporting import write_reports  # noqa: PLC0415

        write_reports(session.config)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the discrepancy table of all tests that ran; with -q only its closing line, with -qq nothing."""
    reports = [report for own in terminalreporter.stats.values() for report in own]
    rows = [report.atodds_rows for report in reports if hasattr(report, "atodds_rows")]
    if not rows:
        return
    from atodds.pytest_plugin.reporting import summary  # noqa: PLC0415 - see the module's docstring

    summary(terminalreporter, config, rows)


@pytest.fixture(name="assert_agrees")
def assert_agrees_fixture() -> Agreement:
    """Return `assert_agrees(articles, rules=None)`: articles that disagree fail the test with their table."""
    from atodds.facts.agreement import assert_agrees  # noqa: PLC0415 - see the module's docstring

    return assert_agrees


def _is_named(path: Path, config: pytest.Config) -> bool:
    named = config.getoption("atodds_articles")
    return bool(named) and path in {(config.invocation_params.dir / given).resolve() for given in named}
