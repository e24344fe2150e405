"""Patch a function that patch() does not recognize as a coroutine function."""
import asyncio
import functools
from unittest import mock


def logged(function):
    @functools.wraps(function)
    def wrapper(*args):
        print("call", function.__name__)
        return function(*args)

    return wrapper


@logged
async def send(text):
    ...


async def notify(order):
    await send(f"order {order} was shipped")
    return "notified"


async def test_notify():
    with mock.patch("__main__.send", new_callable=mock.AsyncMock) as fake_send:
        assert await notify(7) == "notified"
    fake_send.assert_awaited_once_with("order 7 was shipped")
    print("passed")


asyncio.run(test_notify())
