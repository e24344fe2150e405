"""Report every lock, queue and event that is created while no event loop is running."""
import asyncio
import traceback


def report(cls):
    original = cls.__init__

    def __init__(self, *args, **kwargs):
        original(self, *args, **kwargs)
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            print(cls.__name__, "created without a running event loop:")
            print("".join(traceback.format_stack()[:-1]), end="")

    cls.__init__ = __init__


for cls in (asyncio.Lock, asyncio.Event, asyncio.Semaphore, asyncio.Condition, asyncio.Queue):
    report(cls)


class PriceClient:
    def __init__(self):
        self.one_at_a_time = asyncio.Lock()


client = PriceClient()
