# /// script
# dependencies = [
#   "pytest==8.3.5; python_version < '3.9'",
#   "pytest==8.4.2; python_version == '3.9'",
#   "pytest==9.2.0; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""The pytest report does not show which line caused the messages."""

import asyncio
import contextlib
import gc
import io
import re
import tracemalloc

import pytest

from probe import report


def test_not_closed():
    """Leave a loop open."""
    asyncio.new_event_loop().run_until_complete(asyncio.sleep(0))


def test_never_started():
    """Leave a loop with a task that never started."""
    asyncio.new_event_loop().create_task(asyncio.sleep(0))


def test_that_collects():
    """Run the garbage collector, as it may run in any test."""
    gc.collect()


def shown(test, filters):
    """Return whether pytest's report names the line of `test` that left the loop."""
    printed = io.StringIO()
    arguments = [f"{__file__}::{name}" for name in (test.__name__, "test_that_collects")]
    with contextlib.redirect_stdout(printed):
        pytest.main([*arguments, "-W", filters, "-q", "-p", "no:cacheprovider"])
    assert "test_that_collects" in printed.getvalue(), printed.getvalue()
    lines = re.findall(r'statement_13\.py(?::|", line |", lineno )(\d+)', printed.getvalue())
    return str(test.__code__.co_firstlineno + 2) in lines


def main():
    """Read the reports without and with the traces of allocations."""
    gc.disable()  # so that only the last test collects
    tests = {"a loop not closed": test_not_closed, "a loop never started": test_never_started}
    for name, test in tests.items():
        found = [shown(test, "error"), shown(test, "default")]
        report(name, not any(found), f"the line is shown: {found}")
    tracemalloc.start(10)
    for name, test in tests.items():
        found = [shown(test, "error"), shown(test, "default")]
        report(f"{name}, with tracemalloc", not any(found), f"the line is shown: {found}")


if __name__ == "__main__":
    main()
