"""Collect garbage after each test of failure.py; the fixture belongs in conftest.py."""
# /// script
# dependencies = [
#   "pytest==8.3.5; python_version < '3.9'",
#   "pytest==8.4.2; python_version == '3.9'",
#   "pytest==9.2.0; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
import gc
import sys
from pathlib import Path

import pytest

TESTS = str(Path(__file__).with_name("failure.py"))


@pytest.fixture(autouse=True)
def collect_garbage():
    yield
    gc.collect()


if __name__ == "__main__":
    options = [TESTS, "-W", "error", "-q", "--tb=short", "-p", "no:cacheprovider"]
    raise SystemExit(pytest.main(options, plugins=[sys.modules[__name__]]))
