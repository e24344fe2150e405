"""test_price leaks no event loop, and test_yearly_report passes."""
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


def test_price():
    assert asyncio.run(fetch_price()) == 42


def test_discount():
    assert 42 * 0.5 == 21


def test_yearly_report():
    rows = [[day, 42] for day in range(50_000)]
    assert len(rows) == 50_000


if __name__ == "__main__":
    raise SystemExit(pytest.main([__file__, "-W", "error", "-q", "--tb=short", "-p", "no:cacheprovider"]))
