"""The fixture has the decorator of pytest-asyncio."""
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
import pytest_asyncio


@pytest_asyncio.fixture
async def prices():
    yield {"tea": 3}


@pytest.mark.asyncio
async def test_price(prices):
    assert prices["tea"] == 3


if __name__ == "__main__":
    options = ["-o", "asyncio_default_fixture_loop_scope=function", "-q", "--tb=short", "-p", "no:cacheprovider"]
    options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    raise SystemExit(pytest.main([__file__, *options]))
