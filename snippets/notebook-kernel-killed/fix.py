# /// script
# dependencies = [
#   "ipykernel==6.29.5; python_version < '3.10'",
#   "ipykernel==7.2.0; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""A cell cancels its own task and leaves the event loop of the kernel alone."""

from jupyter_client.manager import start_new_kernel

CELL = """\
import asyncio

orders = ["tea", "milk", "bread"]


async def watch_orders():
    while True:
        await asyncio.sleep(0.01)


watcher = asyncio.create_task(watch_orders())
watcher.cancel()
print("no longer watching")
"""

NEXT_CELL = """\
print("orders:", len(orders), "- watcher cancelled:", watcher.cancelled())
"""


def run_cells():
    kernel, client = start_new_kernel(extra_arguments=["--InteractiveShell.colors=nocolor"])
    client.execute_interactive(CELL, timeout=30)
    client.execute_interactive(NEXT_CELL, timeout=30)

    client.stop_channels()
    kernel.shutdown_kernel(now=True)


run_cells()
