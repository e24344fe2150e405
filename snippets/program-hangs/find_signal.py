"""A signal makes the running program print its stacks: SIGUSR1 those of threads, SIGUSR2 of tasks."""

import asyncio
import faulthandler
import signal
import subprocess


async def pack(orders):
    while True:
        order = await orders.get()
        print("packed order", order)


def print_tasks():
    for task in sorted(asyncio.all_tasks(), key=asyncio.Task.get_name):
        task.print_stack()


async def main():
    faulthandler.register(signal.SIGUSR1)
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR2, print_tasks)
    orders = asyncio.Queue()
    orders.put_nowait(1)
    worker = asyncio.create_task(pack(orders), name="packer")
    joining = asyncio.create_task(orders.join(), name="join")
    operator = subprocess.Popen(["sh", "-c", "sleep 0.05; kill -USR1 $PPID; kill -USR2 $PPID"])
    await asyncio.wait([joining], timeout=0.3)
    print("still running")
    operator.wait()
    joining.cancel()
    worker.cancel()


asyncio.run(main())
