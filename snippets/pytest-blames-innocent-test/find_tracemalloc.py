"""Run failure.py with a warning instead of the error."""
# /// script
# dependencies = [
#   "pytest==8.3.5; python_version < '3.9'",
#   "pytest==8.4.2; python_version == '3.9'",
#   "pytest==9.2.0; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
from pathlib import Path

import pytest

TESTS = str(Path(__file__).with_name("failure.py"))

if __name__ == "__main__":
    raise SystemExit(pytest.main([TESTS, "-W", "default", "-q", "-p", "no:cacheprovider"]))
