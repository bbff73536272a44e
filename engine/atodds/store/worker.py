"""What a process that reads for another one owes to it: to be silent at an interrupt, and to end with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
from threading import Thread


def serve() -> None:
    """
    Leave interrupts to the parent process, and end when that ends, also when it is killed.

    Without this a worker whose parent was killed waits for work for ever, and one that Ctrl-C reaches prints
    a traceback of its own.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is not None:

        def wait() -> None:
            parent.join()
            os._exit(1)

        Thread(target=wait, daemon=True).start()
