"""The same mistake with async with: session.get() is a plain method, too."""
import asyncio
from unittest import mock


async def fetch_price(session, item):
    async with session.get(f"/prices/{item}") as response:
        response.raise_for_status()
        body = await response.json()
        return body["price"]


async def test_fetch_price():
    session = mock.AsyncMock()
    assert await fetch_price(session, "tea") == 42
    print("passed")


asyncio.run(test_fetch_price())
