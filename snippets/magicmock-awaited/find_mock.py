"""The same mistake with async with: a Mock has no magic methods."""
import asyncio
from unittest import mock


async def notify(pool, order):
    async with pool.connection() as connection:
        await connection.send(f"order {order} was shipped")
    return "notified"


async def test_notify():
    pool = mock.Mock()
    assert await notify(pool, 7) == "notified"
    print("passed")


asyncio.run(test_notify())
