"""Keep three saves in a set, and wait for them before main() returns."""
import asyncio

saved = []
background_tasks = set()


async def save_order(number):
    print(f"saving order {number}")
    await asyncio.sleep(0.01)
    saved.append(number)


def start_in_background(coroutine):
    task = asyncio.create_task(coroutine)
    background_tasks.add(task)
    task.add_done_callback(background_tasks.discard)


async def main():
    for number in (1, 2, 3):
        start_in_background(save_order(number))
    while background_tasks:
        await asyncio.wait(background_tasks)


asyncio.run(main())
print(f"orders saved: {len(saved)} of 3")
