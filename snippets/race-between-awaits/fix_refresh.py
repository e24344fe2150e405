"""Fetch a token once, although several tasks need it at the same time."""
import asyncio


class Client:
    def __init__(self):
        self.token = None
        self.lock = asyncio.Lock()

    async def fetch_token(self):
        print("fetch a token")
        await asyncio.sleep(0)
        return "token 1"

    async def get_token(self):
        async with self.lock:
            if self.token is None:
                self.token = await self.fetch_token()
            return self.token


async def main():
    client = Client()
    print(await asyncio.gather(client.get_token(), client.get_token(), client.get_token()))


asyncio.run(main())
