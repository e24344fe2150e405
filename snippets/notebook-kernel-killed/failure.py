# /// script
# dependencies = [
#   "ipykernel==6.29.5; python_version < '3.10'",
#   "ipykernel==7.2.0; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""A cell closes, then stops, the event loop that runs the kernel."""

from jupyter_client.manager import start_new_kernel

CELL = """\
import asyncio

orders = ["tea", "milk", "bread"]


async def watch_orders():
    while True:
        await asyncio.sleep(0.01)


watcher = asyncio.create_task(watch_orders())
asyncio.get_event_loop().close()
print("no longer watching")
"""

STOP_CELL = """\
asyncio.get_event_loop().stop()
"""

NEXT_CELL = """\
print("orders:", len(orders), "- watcher cancelled:", watcher.cancelled())
"""


def run_cells():
    kernel, client = start_new_kernel(extra_arguments=["--InteractiveShell.colors=nocolor"])
    client.execute_interactive(CELL, timeout=30)
    client.execute(STOP_CELL)
    print("\nexit status of the kernel:", kernel.provisioner.process.wait(timeout=30))

    # A notebook server reports the dead kernel like this and starts another.
    print("The kernel appears to have died. It will restart automatically.")
    kernel.restart_kernel()
    client.wait_for_ready(timeout=30)
    client.execute_interactive(NEXT_CELL, timeout=30)

    client.stop_channels()
    kernel.shutdown_kernel(now=True)


run_cells()
