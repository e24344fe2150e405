"""Show where the tasks of another, hanging program wait."""

import asyncio
import runpy
import subprocess
import sys


async def pack(orders):
    while True:
        order = await orders.get()
        print("packed order", order, flush=True)


async def main():
    orders = asyncio.Queue()
    worker = asyncio.create_task(pack(orders), name="packer")
    orders.put_nowait(1)
    await orders.join()
    worker.cancel()


if sys.argv[1:] == ["--hang"]:
    asyncio.run(main())

with subprocess.Popen([sys.executable, __file__, "--hang"], stdout=subprocess.PIPE) as program:
    program.stdout.readline()
    sys.argv = ["asyncio", "pstree", str(program.pid)]
    try:
        runpy.run_module("asyncio", run_name="__main__")
    finally:
        program.kill()
