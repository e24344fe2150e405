"""Start three saves in a group, which waits for them."""
import asyncio

saved = []


async def save_order(number):
    print(f"saving order {number}")
    await asyncio.sleep(0.01)
    saved.append(number)


async def main():
    async with asyncio.TaskGroup() as group:
        for number in (1, 2, 3):
            group.create_task(save_order(number))


asyncio.run(main())
print(f"orders saved: {len(saved)} of 3")
