"""Run a coroutine from a callback as a task, which the program keeps until it is done."""
import asyncio

tasks = set()


async def save_order(item):
    async with asyncio.timeout(1):
        print("saved:", item)


def on_message(item):
    task = asyncio.get_running_loop().create_task(save_order(item))
    tasks.add(task)
    task.add_done_callback(tasks.discard)


async def main():
    asyncio.get_running_loop().call_soon(on_message, "tea")
    await asyncio.sleep(0)
    await asyncio.gather(*tasks)


asyncio.run(main())
