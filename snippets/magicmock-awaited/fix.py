"""Test the same coroutine with an AsyncMock as send()."""
import asyncio
from unittest import mock


async def notify(mailer, order):
    await mailer.send(f"order {order} was shipped")
    return "notified"


async def test_notify():
    mailer = mock.MagicMock()
    mailer.send = mock.AsyncMock()
    assert await notify(mailer, 7) == "notified"
    mailer.send.assert_awaited_once_with("order 7 was shipped")
    print("passed")


asyncio.run(test_notify())
