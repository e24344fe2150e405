"""Makes Pyodide run a program as CPython does: with asyncio's own event loop, and without JavaScript.

It is executed in the interpreter of a program, before it. These are all the private names that it and
`worker.js` use, as seen in Pyodide 314.0.7, whose CPython is 3.14.2; a test compares this list with the code:
pyodide.webloop: _orig_run, _orig_sleep
pyodide: _module, _run_main, _Py_FinalizeEx
asyncio: _set_event_loop_policy, _set_running_loop
warnings: _processoptions
"""

import asyncio
import gc
import os
import selectors
import socket
import sys
import time
import types
import warnings

from pyodide import webloop

# Modules that CPython does not have.
FOREIGN = {"js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core"}
sleep = webloop._orig_sleep


class Selector(selectors.SelectSelector):
    """Sleeps, and then looks: there is one thread, so nothing happens meanwhile."""

    def select(self, timeout=None):
        """Return what is ready; without a timeout wait, as CPython would, for what may never happen."""
        ready = super().select(0)
        while not ready and (timeout is None or timeout > 0):
            sleep(3600 if timeout is None else timeout)
            timeout = timeout and 0
            ready = super().select(0)
        return ready


class End:
    """One end of a pipe, as asyncio uses a socket to wake its loop."""

    def __init__(self, number):
        self.number = number
        self.fileno = lambda: number

    def setblocking(self, flag):
        """Have reads and writes return at once, or not."""
        os.set_blocking(self.number, flag)

    def recv(self, size):
        """Read."""
        return os.read(self.number, size)

    def send(self, data):
        """Write."""
        return os.write(self.number, data)

    def close(self):
        """Close this end."""
        os.close(self.number)


def pipe():
    """Return two ends that are connected."""
    return [End(number) for number in os.pipe()]


def prepare(filters):
    """Put CPython's parts in the place of Pyodide's, and add filters of warnings, one on a line."""
    asyncio.run, time.sleep = webloop._orig_run, sleep
    asyncio.events._set_event_loop_policy(None)
    asyncio._set_running_loop(None)
    selectors.DefaultSelector = Selector
    asyncio.selector_events.socket = types.SimpleNamespace(**vars(socket) | {"socketpair": pipe})
    sys.warnoptions += filters.split()
    warnings._processoptions(filters.split())
    sys.meta_path[:] = [it for it in sys.meta_path if "_pyodide" not in f"{it}"]
    for name in [name for name in sys.modules if name.partition(".")[0] in FOREIGN]:
        del sys.modules[name]
    gc.collect()
