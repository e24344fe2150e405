"""Run a coroutine from a callback with send(), because it has nothing to wait for."""
import asyncio


async def save_order(item):
    async with asyncio.timeout(1):
        print("saved:", item)


def on_message(item):
    try:
        save_order(item).send(None)
    except StopIteration:
        pass


async def main():
    asyncio.get_running_loop().call_soon(on_message, "tea")
    await asyncio.sleep(0)


asyncio.run(main())
