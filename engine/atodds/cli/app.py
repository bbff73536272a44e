"""The `atodds` command: its help, its subcommands by name, and errors as one line instead of a traceback."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import IO, Any

import click

from atodds.errors import AtoddsError

COMMANDS = {
    "check": "atodds.cli.check:check_command",
    "claims": "atodds.cli.claims:claims_command",
    "reconcile": "atodds.cli.reconcile:reconcile_command",
    "rules": "atodds.cli.rules:rules",
}


class Refused(click.ClickException):
    """What the user gave cannot be used: the message goes to stderr, the exit code is 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message as it is: a located error already says "error"."""
        plain = "error[" in self.message
        click.echo(self.message if plain else f"atodds: error: {self.message}", file=file, err=True)


class LazyGroup(click.Group):
    """A group that imports a command when it is called, and the others not at all."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command by name, None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)  # noqa: S101 - the table above names nothing else
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what atodds refuses becomes one message."""
        try:
            return super().invoke(ctx)
        except AtoddsError as error:
            raise Refused(str(error)) from error

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - click's signature
        """Run with output that no character can break: what an encoding lacks is printed as an escape."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        return super().main(*args, **kwargs)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(None, "-V", "--version", package_name="atodds", message="atodds %(version)s")
def app() -> None:
    """
    Find where reports of one event disagree.

    \b
    Examples:
      atodds check reports/               compare the articles of a folder
      atodds check reports/ --fail-on never --output sarif=atodds.sarif
      atodds claims article.txt           see every claim that was read, and why some were set aside
      atodds claims archive/ --output parquet=claims.parquet --jobs 8
      atodds reconcile claims.parquet     compare what was read then
      atodds rules list                   see what is asked of the articles

    atodds judges wording, never truth: a finding says "these cannot both hold".
    """  # noqa: D301 - click reads the escape
