"""Ctrl-C ends a build at once, and the scripts that its cells run with it.

Readers of pages are processes of their own, which would otherwise wait for their kernels.
"""

import signal
import threading

from sphinx.application import Sphinx

from asyncio_pitfalls.run import runner


def setup(app: Sphinx) -> None:
    """Let signals end the running scripts and then the process; readers inherit that when they fork."""
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGINT, signal.SIGTERM):
            runner.end_with(number)
