"""The fixture requests event_loop, which pytest-asyncio 1.0 removed."""
# /// script
# dependencies = [
#   "pytest==8.3.5; python_version < '3.9'",
#   "pytest==8.4.2; python_version == '3.9'",
#   "pytest==9.2.0; python_version >= '3.10'",
#   "pytest-asyncio==0.24.0; python_version < '3.9'",
#   "pytest-asyncio==1.2.0; python_version == '3.9'",
#   "pytest-asyncio==1.4.1; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
import asyncio

import pytest


class PriceClient:
    async def connect(self):
        self.replies = asyncio.Queue()

    async def fetch_price(self):
        await self.replies.put(42)
        return await self.replies.get()

    async def close(self):
        del self.replies


@pytest.fixture
def client(event_loop):
    client = PriceClient()
    event_loop.run_until_complete(client.connect())
    yield client
    event_loop.run_until_complete(client.close())


@pytest.mark.asyncio
async def test_price(client):
    assert await client.fetch_price() == 42


if __name__ == "__main__":
    options = ["-o", "asyncio_default_fixture_loop_scope=function", "-q", "--tb=short", "-p", "no:cacheprovider"]
    options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    raise SystemExit(pytest.main([__file__, *options]))
