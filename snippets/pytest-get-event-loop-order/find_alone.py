"""Run the failing test of failure.py alone."""
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

TEST = str(Path(__file__).with_name("failure.py")) + "::test_price"

if __name__ == "__main__":
    raise SystemExit(pytest.main([TEST, "-q", "--tb=short", "-p", "no:cacheprovider"]))
