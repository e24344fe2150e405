"""Show which callables that return a coroutine the two functions recognize."""
import asyncio
import functools
import inspect
import warnings
from unittest import mock

warnings.simplefilter("ignore", DeprecationWarning)


async def save_order(item):
    print("saved:", item)


class SaveOrder:
    async def __call__(self, item):
        await save_order(item)


def decorated(item):
    return save_order(item)


def marked(item):
    return save_order(item)


marked._is_coroutine = asyncio.coroutines._is_coroutine

handlers = {
    "async def": save_order,
    "functools.partial": functools.partial(save_order, "tea"),
    "AsyncMock": mock.AsyncMock(),
    "marked with _is_coroutine": marked,
    "object with async __call__": SaveOrder(),
    "function that returns a coroutine": decorated,
}
for name, handler in handlers.items():
    of_asyncio = asyncio.iscoroutinefunction(handler)
    of_inspect = inspect.iscoroutinefunction(handler)
    print(f"{name}: asyncio {of_asyncio}, inspect {of_inspect}")
