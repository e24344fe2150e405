"""Wait for all tasks at the end of the program; the waiting task is one of them."""
import asyncio


async def send(item):
    await asyncio.sleep(0)
    print("sent:", item)


async def main():
    for item in ("tea", "rice"):
        asyncio.create_task(send(item))
    done, pending = await asyncio.wait(asyncio.all_tasks(), timeout=0.2)
    for task in pending:
        print("gave up: still waiting for", task.get_coro().__name__)


asyncio.run(main())
