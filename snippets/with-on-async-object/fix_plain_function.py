"""Move the use of the client into a coroutine, which a plain function runs."""
import asyncio


class Client:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        print("client closed")


async def use_client():
    async with Client() as client:
        print("connected:", type(client).__name__)


def main():
    asyncio.run(use_client())


main()
