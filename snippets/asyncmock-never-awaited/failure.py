"""Test a coroutine with an AsyncMock as response, whose real methods are plain functions."""
import asyncio
from unittest import mock


async def fetch_price(client, item):
    response = await client.get(f"/prices/{item}")
    response.raise_for_status()
    return response.json()["price"]


async def test_fetch_price():
    client = mock.AsyncMock()
    client.get.return_value.json.return_value = {"price": 42}
    assert await fetch_price(client, "tea") == 42
    print("passed")


asyncio.run(test_fetch_price())
