"""The tests run in a loop of another class, as they do with uvloop."""
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


class ShopLoop(asyncio.SelectorEventLoop):
    """Replaces uvloop.Loop."""


class Conftest:
    """Holds what is a function of conftest.py in your project."""

    @staticmethod
    def pytest_asyncio_loop_factories(config, item):
        return {"shop": ShopLoop}


@pytest.mark.asyncio
async def test_price():
    assert type(asyncio.get_running_loop()).__name__ == "ShopLoop"


if __name__ == "__main__":
    options = ["-o", "asyncio_default_fixture_loop_scope=function", "-q", "--tb=short", "-p", "no:cacheprovider"]
    options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    raise SystemExit(pytest.main([__file__, *options], plugins=[Conftest]))
