# /// script
# dependencies = [
#   "ipykernel==6.29.5; python_version < '3.10'",
#   "ipykernel==7.2.0; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""A cell can end the event loop of the Jupyter kernel that runs it."""

from jupyter_client.manager import start_new_kernel

from probe import report


def probe():
    """Start a kernel and stop its loop from a cell."""
    kernel, client = start_new_kernel()
    client.execute("import asyncio; asyncio.get_event_loop().stop()")
    status = kernel.provisioner.process.wait(timeout=30)
    report("stop() in a cell", not kernel.is_alive(), f"the kernel ended, exit status {status}")
    client.stop_channels()
    kernel.shutdown_kernel(now=True)


probe()
