"""Let the real classes decide which methods are asynchronous."""
import asyncio
from unittest import mock


class Response:
    def raise_for_status(self):
        ...

    def json(self):
        ...


class Client:
    async def get(self, path):
        ...


async def fetch_price(client, item):
    response = await client.get(f"/prices/{item}")
    response.raise_for_status()
    return response.json()["price"]


async def test_fetch_price():
    response = mock.create_autospec(Response, instance=True)
    response.json.return_value = {"price": 42}
    client = mock.create_autospec(Client, instance=True)
    client.get.return_value = response
    assert await fetch_price(client, "tea") == 42
    print("passed")


asyncio.run(test_fetch_price())
