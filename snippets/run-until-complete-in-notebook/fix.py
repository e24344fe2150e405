# /// script
# dependencies = [
#   "ipykernel==6.29.5; python_version < '3.10'",
#   "ipykernel==7.2.0; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""A notebook cell awaits the coroutine in the loop that runs the kernel."""

from jupyter_client.manager import run_kernel

CELL = """\
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42}[symbol]


price = await fetch_price("ABC")
print("ABC costs", price)
"""


def run_cell(cell):
    with run_kernel(extra_arguments=["--InteractiveShell.colors=nocolor"]) as client:
        client.execute_interactive(cell, timeout=30)


run_cell(CELL)
