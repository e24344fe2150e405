"""Wait for all tasks except the one that waits."""
import asyncio


async def send(item):
    await asyncio.sleep(0)
    print("sent:", item)


async def main():
    for item in ("tea", "rice"):
        asyncio.create_task(send(item))
    others = asyncio.all_tasks() - {asyncio.current_task()}
    await asyncio.gather(*others)
    print("all tasks are done")


asyncio.run(main())
