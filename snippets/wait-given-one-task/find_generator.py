"""Pass a generator of tasks to asyncio.wait()."""
import asyncio


async def fetch_price(price):
    await asyncio.sleep(0)
    return price


async def main():
    calls = [fetch_price(price) for price in (40, 42)]
    done, pending = await asyncio.wait(asyncio.create_task(call) for call in calls)
    print("prices:", sorted(task.result() for task in done))


asyncio.run(main())
