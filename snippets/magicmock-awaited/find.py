"""The failure, with lines that print the call whose result was awaited."""
import asyncio
from unittest import mock


async def notify(mailer, order):
    await mailer.send(f"order {order} was shipped")
    return "notified"


async def test_notify():
    mailer = mock.MagicMock()
    try:
        await notify(mailer, 7)
    finally:
        print("last call:", mailer.mock_calls[-1])


asyncio.run(test_notify())
