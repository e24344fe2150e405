"""Show what pytest reports for failure.py with the options that people try first."""
# /// script
# dependencies = [
#   "pytest==8.3.5; python_version < '3.9'",
#   "pytest==8.4.2; python_version == '3.9'",
#   "pytest==9.2.0; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
import contextlib
import io
from pathlib import Path

import pytest

TESTS = str(Path(__file__).with_name("failure.py"))

for options in (
    "-W error -x",
    "-W error --last-failed",
    "-W error -p no:unraisableexception",
    "-W default",
):
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        pytest.main([TESTS, "-q", "--tb=no", *options.split()])
    lines = output.getvalue().splitlines()
    print("pytest", options)
    print("   ", *[line.partition(" - ")[0] for line in lines if "::" in line], lines[-1].partition(" in ")[0])
