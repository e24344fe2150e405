"""Wait in a loop that does not end when the last task is done."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0)
    return len(item)


async def main():
    pending = [asyncio.create_task(fetch_price(item)) for item in ("tea", "rice")]
    while True:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        print("prices:", sorted(task.result() for task in done))


asyncio.run(main())
