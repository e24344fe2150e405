"""A lock that each call creates lets all tasks in at the same time."""

import asyncio

inside = 0
most = 0


async def add_payment():
    global inside, most
    async with asyncio.Lock():
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0)  # ask the bank
        inside -= 1


async def main():
    await asyncio.gather(add_payment(), add_payment(), add_payment())
    print("most inside the lock:", most)


asyncio.run(main())
