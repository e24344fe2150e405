# /// script
# dependencies = [
#   "ipykernel==6.29.5; python_version < '3.10'",
#   "ipykernel==7.2.0; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""Make the code that stops the kernel's event loop raise an exception instead."""

from jupyter_client.manager import run_kernel

FIRST_CELL = """\
import asyncio


def refuse_to_stop():
    raise RuntimeError("this stops the kernel")


asyncio.get_running_loop().stop = refuse_to_stop
"""

CELL = """\
def end_watching():
    asyncio.get_event_loop().stop()


end_watching()
"""


def run_cells():
    with run_kernel(extra_arguments=["--InteractiveShell.colors=nocolor"]) as client:
        client.execute_interactive(FIRST_CELL, timeout=30)
        client.execute_interactive(CELL, timeout=30)


run_cells()
