# /// script
# dependencies = [
#   "pytest==8.3.5; python_version < '3.9'",
#   "pytest==8.4.2; python_version == '3.9'",
#   "pytest==9.2.0; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""get_event_loop(), or closing the loop at the end of the test, fixes it."""

import asyncio
import contextlib
import gc
import io

import pytest

from probe import report


def test_get_event_loop():
    """Use the current loop and leave it."""
    asyncio.get_event_loop().run_until_complete(asyncio.sleep(0))


def test_close():
    """Create a loop and close it."""
    loop = asyncio.new_event_loop()
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()


def test_run():
    """Run a loop as most tests do."""
    asyncio.run(asyncio.sleep(0))


def test_that_collects():
    """Run the garbage collector, as it may run in any test."""
    gc.collect()


def fixed(*tests):
    """Return whether these tests pass, and pytest's last line."""
    printed = io.StringIO()
    arguments = [f"{__file__}::{test.__name__}" for test in (*tests, test_that_collects)]
    with contextlib.redirect_stdout(printed):
        status = pytest.main([*arguments, "-W", "error", "-q", "-p", "no:cacheprovider"])
    return status == 0, printed.getvalue().splitlines()[-1]


if __name__ == "__main__":
    report("get_event_loop()", *fixed(test_get_event_loop))
    report("close() at the end", *fixed(test_close))
    report("get_event_loop(), and another test calls asyncio.run()", *fixed(test_run, test_get_event_loop))
