"""Let the real class decide which methods are asynchronous."""
import asyncio
from unittest import mock


class Mailer:
    async def send(self, text):
        ...

    def close(self):
        ...


async def notify(mailer, order):
    await mailer.send(f"order {order} was shipped")
    mailer.close()
    return "notified"


async def test_notify():
    mailer = mock.create_autospec(Mailer, instance=True)
    assert await notify(mailer, 7) == "notified"
    mailer.send.assert_awaited_once_with("order 7 was shipped")
    mailer.close.assert_called_once_with()
    print("passed")


asyncio.run(test_notify())
