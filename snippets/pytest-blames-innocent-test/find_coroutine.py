"""A reference cycle keeps a coroutine that test_order did not await."""
# /// script
# dependencies = [
#   "pytest==8.3.5; python_version < '3.9'",
#   "pytest==8.4.2; python_version == '3.9'",
#   "pytest==9.2.0; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
import pytest


async def save(order):
    order["saved"] = True


def test_order():
    order = {"item": "tea"}
    order["saved"] = save(order)
    assert order["saved"]


def test_yearly_report():
    rows = [[day, 42] for day in range(50_000)]
    assert len(rows) == 50_000


if __name__ == "__main__":
    raise SystemExit(pytest.main([__file__, "-q", "-p", "no:cacheprovider"]))
