"""Report every test of failure.py that removes the current event loop."""
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
import sys
import warnings
from pathlib import Path

import pytest

TESTS = str(Path(__file__).with_name("failure.py"))


@pytest.fixture(autouse=True)
def report_removal(monkeypatch):
    set_event_loop = asyncio.events.set_event_loop

    def reporting(loop):
        if loop is None:
            warnings.warn("this test removed the current event loop")
        set_event_loop(loop)

    monkeypatch.setattr(asyncio, "set_event_loop", reporting)
    monkeypatch.setattr(asyncio.events, "set_event_loop", reporting)
    yield


if __name__ == "__main__":
    options = [TESTS, "-q", "--tb=line", "-p", "no:cacheprovider"]
    raise SystemExit(pytest.main(options, plugins=[sys.modules[__name__]]))
