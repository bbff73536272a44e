"""The command line: one module for each command, imported only when it is called."""

from __future__ import annotations


def main() -> None:
    """Run the command line and end the process with its exit code."""
    from atodds.cli.app import app  # noqa: PLC0415 - `import atodds.cli` stays free of click

    app(prog_name="atodds")
