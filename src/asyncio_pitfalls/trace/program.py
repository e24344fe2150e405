"""Runs a reader's own program under the tracer, unchanged, and returns what it did as far as it came."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from asyncio_pitfalls.trace import events, story
from asyncio_pitfalls.trace.story import Story

_CHILD = Path(__file__).parent / "child"
# What a program gets to end by itself after a signal, in seconds.
_PATIENCE = 2.0
# The exit status of a shell for a program that a signal has ended.
_BY_A_SIGNAL = 128


def variables(trace: Path, script: str, environ: Mapping[str, str]) -> dict[str, str]:
    """Return what is added to `environ` so that a Python of 3.12 or newer traces `script`, which it runs."""
    original = environ.get("PYTHONPATH")
    kept = {} if original is None else {"ASYNCIO_PITFALLS_PYTHONPATH": original}
    path = os.pathsep.join([str(_CHILD), *([original] if original else [])])
    return {
        "PYTHONPATH": path,
        "ASYNCIO_PITFALLS_TRACE": str(trace),
        "ASYNCIO_PITFALLS_SCRIPT": script,
        **kept,
    }


def can_trace(python: str) -> bool:
    """Return whether `python` is an interpreter that the tracer can run in."""
    probe = "import sys; sys.exit(not hasattr(sys, 'monitoring'))"
    return subprocess.run([python, "-c", probe], check=False, stderr=subprocess.DEVNULL).returncode == 0


def source_of(folder: Path, script: str) -> Callable[[str, int], str]:
    """Return a function that returns a line of a file in `folder`, of `script` for no name."""

    @cache
    def lines(name: str) -> list[str]:
        with suppress(OSError, UnicodeDecodeError):
            return (folder / (name or script)).read_text(encoding="utf-8").splitlines()
        return []

    def source(name: str, number: int) -> str:
        return lines(name)[number - 1].strip() if 0 < number <= len(lines(name)) else ""

    return source


def run(python: str, script: Path, arguments: Sequence[str], seconds: float | None) -> tuple[Story, int, str]:
    """Run a program, and return its story, its exit status, and why it was ended, or "".

    Ctrl-C reaches the program, which does with it what it always does; a second one ends it.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trace"
        environ = os.environ | variables(path, str(script), os.environ)
        process = subprocess.Popen([python, str(script), *arguments], env=environ)
        status, ended = _wait(process, seconds)
        real = script.resolve()
        trace = events.read(path, real.name)
    return story.tell(trace, source_of(real.parent, real.name)), status, ended


def _wait(process: subprocess.Popen[bytes], seconds: float | None) -> tuple[int, str]:
    interrupts = 0

    def interrupted(*_: object) -> None:
        nonlocal interrupts
        interrupts += 1
        if interrupts > 1:
            process.kill()

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        status = process.wait(seconds)
        ended = "it was interrupted" if interrupts else ""
    except subprocess.TimeoutExpired:
        status, ended = _end(process), f"it did not end within {seconds:g} seconds"
    finally:
        signal.signal(signal.SIGINT, before)
    return status if status >= 0 else _BY_A_SIGNAL - status, ended


def _end(process: subprocess.Popen[bytes]) -> int:
    process.terminate()
    try:
        return process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()
