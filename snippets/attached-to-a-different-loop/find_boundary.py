"""Check a future where it is passed in, before it is awaited."""
import asyncio


async def print_price(reply):
    asyncio.ensure_future(reply, loop=asyncio.get_running_loop())
    await asyncio.sleep(0.01)
    print("tea costs", await reply)


async def main():
    loop = asyncio.new_event_loop()
    await print_price(loop.create_future())


asyncio.run(main())
