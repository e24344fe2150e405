"""The fixture and the test run in the event loop of the session."""
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


class PriceClient:
    async def connect(self):
        self.loop = asyncio.get_running_loop()

    async def fetch_price(self):
        reply = self.loop.create_future()
        self.loop.call_soon(reply.set_result, 42)
        return await reply


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def client():
    client = PriceClient()
    await client.connect()
    return client


@pytest.mark.asyncio(loop_scope="session")
async def test_price(client):
    assert await client.fetch_price() == 42


if __name__ == "__main__":
    options = ["-o", "asyncio_default_fixture_loop_scope=function", "-q", "--tb=short", "-p", "no:cacheprovider"]
    options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    raise SystemExit(pytest.main([__file__, *options]))
