"""Test a coroutine with a MagicMock as mailer, whose real send() is a coroutine function."""
import asyncio
from unittest import mock


async def notify(mailer, order):
    await mailer.send(f"order {order} was shipped")
    return "notified"


async def test_notify():
    mailer = mock.MagicMock()
    assert await notify(mailer, 7) == "notified"
    mailer.send.assert_called_once_with("order 7 was shipped")
    print("passed")


asyncio.run(test_notify())
