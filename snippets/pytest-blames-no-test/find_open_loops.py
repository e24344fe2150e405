"""A cache keeps the event loop, and a fixture names the test that created it."""
# /// script
# dependencies = [
#   "pytest==8.3.5; python_version < '3.9'",
#   "pytest==8.4.2; python_version == '3.9'",
#   "pytest==9.2.0; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
import asyncio
import gc
from functools import lru_cache

import pytest


def open_loops():
    loops = [item for item in gc.get_objects() if issubclass(type(item), asyncio.AbstractEventLoop)]
    return {loop for loop in loops if not loop.is_closed()}


@pytest.fixture(autouse=True)
def no_new_open_loops():
    before = open_loops()
    yield
    assert open_loops() <= before


@lru_cache(maxsize=None)
def price_loop():
    return asyncio.new_event_loop()


async def fetch_price():
    return 42


def test_price():
    assert price_loop().run_until_complete(fetch_price()) == 42


def test_discount():
    assert 42 * 0.5 == 21


if __name__ == "__main__":
    raise SystemExit(pytest.main([__file__, "-W", "error", "-q", "--tb=short", "-p", "no:cacheprovider"]))
