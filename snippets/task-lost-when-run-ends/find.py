"""Wrap main() to see which tasks it leaves behind."""
import asyncio


async def save_order(number):
    await asyncio.sleep(0.01)


async def main():
    for number in (1, 2, 3):
        asyncio.create_task(save_order(number))


async def show_lost_tasks(coroutine):
    await coroutine
    lost = asyncio.all_tasks() - {asyncio.current_task()}
    for task in sorted(lost, key=asyncio.Task.get_name):
        print("lost:", task)


asyncio.run(show_lost_tasks(main()))
