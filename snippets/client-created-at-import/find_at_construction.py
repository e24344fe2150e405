"""The client asks for the running loop, so creating it too early is an error."""
import asyncio


class PriceClient:
    def __init__(self):
        asyncio.get_running_loop()
        self.one_at_a_time = asyncio.Lock()


client = PriceClient()
