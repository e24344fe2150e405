"""A task is lost with its loop, and the coroutine awaits in its cleanup."""

import asyncio


async def watch_prices():
    try:
        await asyncio.sleep(3600)
    finally:
        await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(watch_prices())
    await asyncio.sleep(0)
    return task


loop = asyncio.new_event_loop()
task = loop.run_until_complete(main())
loop.close()
del task
