"""A signal ends a build at once, and the scripts that its cells run with it.

Readers of pages are processes of their own, which would otherwise wait for their kernels.
"""

import multiprocessing
import signal
import threading

from sphinx.application import Sphinx

from asyncio_pitfalls.run import runner


def setup(app: Sphinx) -> None:
    """Take the signals before readers, which inherit that, are forked."""
    take()


def take() -> None:
    """Let Ctrl-C and `kill` end the readers, the running scripts and then the process.

    nbclient puts its own handlers, which wait for a kernel to end, in the place of these when it
    begins to execute a page; so each kernel calls this again when it is launched.
    """
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGINT, signal.SIGTERM):
            runner.end_with(number, _end_readers)


def _end_readers() -> None:
    for reader in multiprocessing.active_children():
        reader.terminate()
