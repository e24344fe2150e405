"""Run the shop in its own kind of event loop, which asyncio.run() creates."""
import asyncio


class ShopLoop(asyncio.SelectorEventLoop):
    pass


async def main():
    print("running in", type(asyncio.get_running_loop()).__name__)


asyncio.run(main(), loop_factory=ShopLoop)
