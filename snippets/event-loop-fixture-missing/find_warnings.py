"""Before 1.0, pytest-asyncio warns about a test that requests event_loop, and about your own fixture."""
# /// script
# dependencies = [
#   "pytest==8.3.5",
#   "pytest-asyncio==0.24.0; python_version < '3.9'",
#   "pytest-asyncio==0.26.0; python_version >= '3.9'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
import asyncio

import pytest


@pytest.fixture
def event_loop():
    yield asyncio.new_event_loop()


@pytest.mark.asyncio
async def test_price(event_loop):
    await event_loop.create_task(asyncio.sleep(0))


if __name__ == "__main__":
    options = ["-o", "asyncio_default_fixture_loop_scope=function", "-q", "-p", "no:cacheprovider"]
    # Its own use of event loop policies, which Python 3.14 deprecates.
    options += ["-W", "ignore:'asyncio:DeprecationWarning", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    raise SystemExit(pytest.main([__file__, *options]))
