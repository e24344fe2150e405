"""A cache keeps the event loop until the interpreter exits."""
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
from functools import lru_cache

import pytest


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
