"""Run the shop in its own kind of event loop, which a Runner creates."""
import asyncio


class ShopLoop(asyncio.SelectorEventLoop):
    pass


async def main():
    print("running in", type(asyncio.get_running_loop()).__name__)


with asyncio.Runner(loop_factory=ShopLoop) as runner:
    runner.run(main())
