"""Show which event loop each fixture and each test of failure.py uses."""
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
from pathlib import Path

import pytest

TESTS = str(Path(__file__).with_name("failure.py"))

if __name__ == "__main__":
    options = ["--setup-show", "-q", "--tb=no", "-p", "no:cacheprovider"]
    options += ["-o", "asyncio_default_fixture_loop_scope=function"]
    raise SystemExit(pytest.main([TESTS, *options]))
