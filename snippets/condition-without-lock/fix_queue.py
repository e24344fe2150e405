"""A queue stores the tins and wakes the buyer."""
import asyncio


async def main():
    shelf = asyncio.Queue()
    buyer = asyncio.create_task(shelf.get())
    await asyncio.sleep(0)  # the buyer waits
    for tin in ("beans", "peas", "corn"):
        shelf.put_nowait(tin)
    print("bought:", await buyer)
    print("tins left:", shelf.qsize())


asyncio.run(main())
