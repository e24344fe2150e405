"""test_price uses the event loop of a fixture, which cleans up and closes it."""
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

import pytest


async def fetch_price():
    return 42


@pytest.fixture
def loop():
    with asyncio.Runner() as runner:
        yield runner.get_loop()


def test_price(loop):
    assert loop.run_until_complete(fetch_price()) == 42


def test_discount():
    assert 42 * 0.5 == 21


def test_yearly_report():
    rows = [[day, 42] for day in range(50_000)]
    assert len(rows) == 50_000


if __name__ == "__main__":
    raise SystemExit(pytest.main([__file__, "-W", "error", "-q", "--tb=short", "-p", "no:cacheprovider"]))
