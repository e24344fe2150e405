# /// script
# dependencies = [
#   "pytest==8.3.5; python_version < '3.9'",
#   "pytest==8.4.2; python_version == '3.9'",
#   "pytest==9.2.0; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""Pytest does not show where those errors come from."""

from pathlib import Path

from probe import printed_by, report

TESTS = """
import asyncio
import gc

def test_guilty():
    loop = asyncio.new_event_loop()
    {}

def test_innocent():
    gc.collect()
"""
RUN = "import pytest; pytest.main(['-q', '--tb=short', '-p', 'no:cacheprovider', *{}])"


def shown(options, *flags):
    """Return which line of the guilty test a run of pytest shows, if any."""
    output = printed_by(RUN.format(options), *flags)
    assert "test_innocent" in output or options == [], output
    lines = [str(number) for number in (6, 7) if any(f'{tests.name}{mark}{number}' in output for mark in (':', '", line ', '", lineno '))]
    return ", ".join(lines)


tests = Path("test_shop.py")
for name, body in {"not closed": "loop.run_until_complete(asyncio.sleep(0))", "never started": "loop.create_task(asyncio.sleep(0))"}.items():
    tests.write_text(TESTS.format(body))
    for options, flags in (["-W", "error"], []), (["-W", "error"], ["-X", "tracemalloc=20"]), (["-W", "default"], ["-X", "tracemalloc=20"]), ([], []):
        print(printed_by(RUN.format(options), *flags))
        print(name, options, flags, "->", shown(options, *flags))
