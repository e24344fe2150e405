"""Wait at most a second for one task, then say so and wait on."""
import asyncio


async def fetch_price():
    await asyncio.sleep(0)
    return 42


async def main():
    task = asyncio.create_task(fetch_price())
    try:
        done, pending = await asyncio.wait(task, timeout=1)
        if pending:
            print("still waiting for the price")
        print("price:", await task)
    finally:
        task.cancel()  # does nothing if the task is done


asyncio.run(main())
