"""The command line: one module for each command, imported only when it is called."""

from __future__ import annotations

import gc
import os
import sys

REFUSED = 2
_COLLECTED = 20_000
"""How many new objects have Python look for garbage; at its own 700 it does in the middle of an article."""


def main() -> None:
    """
    Run the command line and end the process with its exit code.

    A mistake in atodds itself is one line too, and never exit code 1, which says that articles disagree;
    with ATODDS_DEBUG set it is Python's traceback.
    """
    gc.set_threshold(_COLLECTED)
    try:
        from atodds.cli.app import app  # noqa: PLC0415 - `import atodds.cli` stays free of click

        app(prog_name="atodds")
    except Exception as error:
        if os.environ.get("ATODDS_DEBUG"):
            raise
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "somewhere"
        words = " ".join(f"{type(error).__name__}: {error}".split())
        sys.stderr.write(f"atodds: internal error: {words} ({place}); ATODDS_DEBUG=1 shows the traceback\n")
        raise SystemExit(REFUSED) from None
