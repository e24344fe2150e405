"""One event loop for several tests, without a fixture event_loop."""
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
import pytest_asyncio

pytestmark = pytest.mark.asyncio(loop_scope="session")


class PriceClient:
    async def connect(self):
        self.replies = asyncio.Queue()

    async def fetch_price(self):
        await self.replies.put(42)
        return await self.replies.get()

    async def close(self):
        del self.replies


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def client():
    client = PriceClient()
    await client.connect()
    yield client
    await client.close()


async def test_price(client):
    assert await client.fetch_price() == 42


async def test_price_again(client):
    assert await client.fetch_price() == 42


if __name__ == "__main__":
    options = ["-o", "asyncio_default_fixture_loop_scope=function", "-q", "--tb=short", "-p", "no:cacheprovider"]
    options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    raise SystemExit(pytest.main([__file__, *options]))
