# /// script
# dependencies = [
#   "ipykernel==6.29.5; python_version < '3.10'",
#   "ipykernel==7.2.0; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""Check whether a cell runs inside an event loop, and whether it can use await."""

from jupyter_client.manager import run_kernel

CELL = """\
import asyncio

print("runs this cell:", asyncio.get_running_loop())
%autoawait
"""


def run_cell(cell):
    with run_kernel(extra_arguments=["--InteractiveShell.colors=nocolor"]) as client:
        client.execute_interactive(cell, timeout=30)


run_cell(CELL)
