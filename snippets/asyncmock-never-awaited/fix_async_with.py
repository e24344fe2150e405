"""Replace a plain method that returns an asynchronous context manager."""
import asyncio
from unittest import mock


async def fetch_price(session, item):
    async with session.get(f"/prices/{item}") as response:
        response.raise_for_status()
        body = await response.json()
        return body["price"]


async def test_fetch_price():
    response = mock.MagicMock()
    response.json = mock.AsyncMock(return_value={"price": 42})
    session = mock.MagicMock()
    session.get.return_value.__aenter__.return_value = response
    assert await fetch_price(session, "tea") == 42
    print("passed")


asyncio.run(test_fetch_price())
