"""Runs commands and measures them: seconds, processor seconds and memory, children included."""

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds by the clock, seconds of all processors, MB of the largest process."""

    clock: float
    processor: float
    memory: float


class CommandFailed(Exception):
    """A measured command failed, so its cost means nothing; the message has the end of its output."""


def measured(command: list[str], folder: Path, environ: dict[str, str]) -> Cost:
    """Run `command` in `folder` and return what it cost; raise `CommandFailed` when it fails."""
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        assert process.stdout
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CommandFailed(f"{' '.join(command)} in {folder}:\n{output.decode()[-3000:]}")
    return Cost(time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
