"""Catch the exception of the module queue, which asyncio does not raise."""
import asyncio
import queue


async def main():
    orders = asyncio.Queue()
    try:
        print("packed", orders.get_nowait())
    except queue.Empty:
        print("no order")


asyncio.run(main())
