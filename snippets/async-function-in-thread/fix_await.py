"""A coroutine awaits the async function and needs no thread."""

import asyncio

saved = []


async def save_order(item):
    await asyncio.sleep(0.01)
    saved.append(item)


async def main():
    await save_order("tea")
    print("saved orders:", saved)


asyncio.run(main())
