"""In auto mode, pytest-asyncio handles each async fixture and test."""
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
import pytest


@pytest.fixture
async def prices():
    yield {"tea": 3}


async def test_price(prices):
    assert prices["tea"] == 3


if __name__ == "__main__":
    options = ["-o", "asyncio_mode=auto", "-o", "asyncio_default_fixture_loop_scope=function", "-q", "--tb=short", "-p", "no:cacheprovider"]
    raise SystemExit(pytest.main([__file__, *options]))
