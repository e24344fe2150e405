"""Runs commands and measures them: seconds, processor seconds and memory, children included."""

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Self

_SAMPLE = 0.2


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds by the clock, seconds of all processors, and the most memory in MB."""

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
        with _Peak(process.pid) as peak:
            output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    clock = time.perf_counter() - started
    if process.returncode:
        raise CommandFailed(f"{' '.join(command)} in {folder}:\n{output.decode()[-3000:]}")
    return Cost(clock, usage.ru_utime + usage.ru_stime, peak.most / 1024)


class _Peak:
    """Looks at the memory of a process and its descendants from time to time and keeps the most, in kB."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.most = 0
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        self.thread.join()

    def _watch(self) -> None:
        while not self.ended.wait(_SAMPLE):
            self.most = max(self.most, sum(map(_proportional_kilobytes, _tree(self.pid))))


def _tree(pid: int) -> list[int]:
    """Return `pid` and its descendants; none of those that ended meanwhile."""
    try:
        children = [Path(f"/proc/{pid}/task/{thread}/children") for thread in os.listdir(f"/proc/{pid}/task")]
        found = [int(child) for path in children for child in path.read_text(encoding="ascii").split()]
    except OSError:  # pragma: no cover - the process ended since it was listed
        return []
    return [pid, *(descendant for child in found for descendant in _tree(child))]


def _proportional_kilobytes(pid: int) -> int:
    """Return the memory of a process; what processes share is split between them."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:  # pragma: no cover - the process ended since it was listed
        return 0
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)
