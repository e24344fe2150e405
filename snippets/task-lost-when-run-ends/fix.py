"""Keep the three tasks and wait for them."""
import asyncio

saved = []


async def save_order(number):
    print(f"saving order {number}")
    await asyncio.sleep(0.01)
    saved.append(number)


async def main():
    saves = [asyncio.create_task(save_order(number)) for number in (1, 2, 3)]
    await asyncio.gather(*saves)


asyncio.run(main())
print(f"orders saved: {len(saved)} of 3")
