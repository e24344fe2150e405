"""Start three saves in the background and let the program end."""
import asyncio

saved = []


async def save_order(number):
    print(f"saving order {number}")
    await asyncio.sleep(0.01)
    saved.append(number)


async def main():
    for number in (1, 2, 3):
        asyncio.create_task(save_order(number))


asyncio.run(main())
print(f"orders saved: {len(saved)} of 3")
