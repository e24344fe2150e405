"""Both tests expect the wrong price, and neither of them runs."""
# /// script
# dependencies = [
#   "pytest==8.3.5; python_version < '3.9'",
#   "pytest==8.4.2; python_version == '3.9'",
#   "pytest==9.2.0; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
import unittest

import pytest


async def fetch_price():
    return 42


async def test_price():
    assert await fetch_price() == 41


class TestPrices(unittest.TestCase):
    async def test_price(self):
        self.assertEqual(await fetch_price(), 41)


if __name__ == "__main__":
    raise SystemExit(pytest.main([__file__, "-q", "--tb=short", "-p", "no:cacheprovider"]))
