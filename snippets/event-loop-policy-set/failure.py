"""Run the shop in its own kind of event loop, which a policy creates."""
import asyncio


class ShopLoop(asyncio.SelectorEventLoop):
    pass


class ShopPolicy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return ShopLoop()


async def main():
    print("running in", type(asyncio.get_running_loop()).__name__)


asyncio.set_event_loop_policy(ShopPolicy())
asyncio.run(main())
